#include "sync/hub/reading.h"

#include "src/base/id.h"
#include "sync/hub/negotiation.h"
#include "sync/hub/parameters.h"

#include <array>
#include <optional>

namespace vejviser::hub {

namespace {

/// Raised with every change to what answers look like: what was kept of an older program is not
/// taken for the same. As info.version of sync/openapi.yaml.
constexpr std::string_view kApiVersion = "1.4.0";

/// How a form is called in `format`, and what it is.
struct FormatName {
  Format format;
  const char* word;
  const char* type;    ///< media type without parameters
  const char* header;  ///< Content-Type
};
constexpr const char* kXlsxType =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
constexpr std::array<FormatName, 5> kFormats = {
    {{Format::Json, "json", "application/json", "application/json"},
     {Format::Csv, "csv", "text/csv", "text/csv; charset=utf-8; header=present"},
     {Format::Xlsx, "xlsx", kXlsxType, kXlsxType},
     {Format::Pdf, "pdf", "application/pdf", "application/pdf"},
     {Format::Png, "png", "image/png", "image/png"}}};

const FormatName& nameOf(Format format) {
  return kFormats[static_cast<std::size_t>(format)];
}

struct AskedForm {
  std::optional<Form> form;
  Response refusal;
};

Response notAcceptable(const Hub& hub, const std::vector<Format>& formats) {
  std::string types;
  for (const Format format : formats) {
    types.append(types.empty() ? "" : " and ").append(nameOf(format).type);
  }
  Response refusal = problem(hub, 406, "not-acceptable", "The figures are not there in that form",
                             "there are " + types);
  refusal.headers.emplace_back("Vary", "Accept, Accept-Encoding");
  return refusal;
}

AskedForm formOf(const Hub& hub, const Request& request, const std::vector<Format>& formats) {
  Form form;
  form.packed = acceptsGzip(request.header("accept-encoding"));
  const auto dialect = wordIn(request.query, "dialect", {"international", "da"});
  if (!dialect) return {{}, badParameter(hub, dialect.error())};
  if (*dialect == "da") form.dialect = CsvDialect::Danish;
  std::vector<std::string> words;
  std::vector<std::string_view> types;
  for (const Format format : formats) {
    words.emplace_back(nameOf(format).word);
    types.emplace_back(nameOf(format).type);
  }
  const bool named = given(request.query, "format").has_value();
  const auto word = wordIn(request.query, "format", words);
  if (!word) return {{}, badParameter(hub, word.error())};
  const std::string_view type = preferred(request.header("accept"), types);
  if (!named && type.empty()) return {{}, notAcceptable(hub, formats)};
  for (const Format format : formats) {
    const FormatName& name = nameOf(format);
    if (named ? *word == name.word : type == name.type) form.format = format;
  }
  return {form, {}};
}

/// Of all that decides what an answer says; no body is made for it.
std::string tagOf(const Hub& hub, const Form& form, const Head& head, const Reading& reading,
                  const std::string& beside) {
  return entityTag({std::string{kApiVersion}, toString(hub.info.id), std::to_string(head.pos),
                    std::to_string(head.salt), std::to_string(static_cast<int>(form.format)),
                    std::to_string(static_cast<int>(form.dialect)), std::to_string(form.packed),
                    reading.question, beside});
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

std::optional<Format> formatFrom(std::string_view word) {
  for (const FormatName& name : kFormats) {
    if (word == name.word) return name.format;
  }
  return std::nullopt;
}

Response answerReader(Hub& hub, const Request& request, const std::vector<Format>& formats,
                      const std::function<Result<Reading>(const Form&)>& understand) {
  AskedForm asked = formOf(hub, request, formats);
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
  const FormatName& format = nameOf(form.format);
  Response response{200, format.header, std::move(text), {}};
  if (form.format == Format::Json) return response;
  response.headers.emplace_back("Content-Disposition",
                                "attachment; filename=\"" + name + "." + format.word + "\"");
  return response;
}

}  // namespace vejviser::hub
