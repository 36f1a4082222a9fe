#include "sync/hub/reading.h"

#include "src/base/id.h"
#include "sync/hub/negotiation.h"
#include "sync/hub/parameters.h"

#include <optional>
#include <span>

namespace vejviser::hub {

namespace {

/// Raised with every change to what answers look like: what was kept of an older program is not
/// taken for the same. As info.version of sync/openapi.yaml.
constexpr std::string_view kApiVersion = "1.2.0";

constexpr std::size_t kTagBytes = 16;  // of the digest: enough that no two meet

struct AskedForm {
  std::optional<Form> form;
  Response refusal;
};

AskedForm formOf(const Hub& hub, const Request& request) {
  Form form;
  form.packed = acceptsGzip(request.header("accept-encoding"));
  const auto dialect = wordIn(request.query, "dialect", {"international", "da"});
  if (!dialect) return {{}, badParameter(hub, dialect.error())};
  if (*dialect == "da") form.dialect = CsvDialect::Danish;
  if (given(request.query, "format")) {
    const auto word = wordIn(request.query, "format", {"json", "csv"});
    if (!word) return {{}, badParameter(hub, word.error())};
    form.format = *word == "csv" ? Format::Csv : Format::Json;
    return {form, {}};
  }
  const auto type = preferred(request.header("accept"), {"application/json", "text/csv"});
  if (type.empty()) {
    Response refusal = problem(hub, 406, "not-acceptable", "The figures are not there in that form",
                               "there are application/json and text/csv");
    refusal.headers.emplace_back("Vary", "Accept, Accept-Encoding");
    return {{}, std::move(refusal)};
  }
  form.format = type == "text/csv" ? Format::Csv : Format::Json;
  return {form, {}};
}

/// A strong entity tag of all that decides what an answer says; no body is made for it.
std::string tagOf(const Hub& hub, const Form& form, const Head& head, const Reading& reading,
                  const std::string& beside) {
  std::string all;
  for (const std::string& part :
       {std::string{kApiVersion}, toString(hub.info.id), std::to_string(head.pos),
        std::to_string(head.salt), std::to_string(static_cast<int>(form.format)),
        std::to_string(static_cast<int>(form.dialect)), std::to_string(form.packed),
        reading.question, beside}) {
    all.append(std::to_string(part.size())).append(":").append(part);
  }
  const Digest digest = platform::sha256(all);
  return '"' + toHex(std::span{digest}.first(kTagBytes)) + '"';
}

/// Source: RFC 9110 §13.1.2.
bool hasIt(std::string_view ifNoneMatch, const std::string& tag) {
  return ifNoneMatch == "*" || ifNoneMatch.find(tag) != std::string_view::npos;
}

Result<Response> answerFrom(ReadTx& tx, const Hub& hub, const Request& request, const Form& form,
                            const Reading& reading) {
  const auto head = tx.head();
  if (!head) return head.error();
  const auto beside = reading.beside ? reading.beside(tx) : std::string{};
  if (!beside) return beside.error();
  const std::string tag = tagOf(hub, form, *head, reading, *beside);
  Response response{304, "", "", {}};
  if (!hasIt(request.header("if-none-match"), tag)) {
    auto answered = reading.answer(tx);
    if (!answered) return answered;
    response = std::move(*answered);
  }
  response.headers.emplace_back("ETag", tag);
  response.headers.emplace_back("Cache-Control", "private, no-cache");
  response.headers.emplace_back("Vary", "Accept, Accept-Encoding");
  return response;
}

Response refused(const Hub& hub, const Error& error) {
  return error.code == ErrorCode::Invalid ? badParameter(hub, error) : failure(hub, error);
}

}  // namespace

Response answerReader(Hub& hub, const Request& request,
                      const std::function<Result<Reading>(const Form&)>& understand) {
  AskedForm asked = formOf(hub, request);
  if (!asked.form) return std::move(asked.refusal);
  const auto reading = understand(*asked.form);
  if (!reading) return refused(hub, reading.error());
  Response response;
  const Status status = hub.storage.read([&](ReadTx& tx) -> Status {
    auto answered = answerFrom(tx, hub, request, *asked.form, *reading);
    if (!answered) return answered.error();
    response = std::move(*answered);
    return {};
  });
  return status ? std::move(response) : refused(hub, status.error());
}

Response bodyOf(const Form& form, std::string text, const std::string& name) {
  if (form.format == Format::Json) return {200, "application/json", std::move(text), {}};
  return {200,
          "text/csv; charset=utf-8; header=present",
          std::move(text),
          {{"Content-Disposition", "attachment; filename=\"" + name + ".csv\""}}};
}

}  // namespace vejviser::hub
