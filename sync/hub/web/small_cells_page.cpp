#include "sync/hub/web/small_cells_page.h"

#include "sync/hub/documents.h"
#include "sync/hub/web/form.h"

namespace vejviser {
std::string_view webSmallCells();  // small_cells.mustache, built in
}  // namespace vejviser

namespace vejviser::hub::web {

namespace {

constexpr const char* kDocument = "small-cells";

std::vector<Field> fieldsOf(Language language, const std::string& threshold,
                            const std::string& exactFor, bool wrong) {
  Field least{.name = "threshold", .label = text(language, "threshold"), .value = threshold};
  least.hint = text(language, "threshold_hint");
  if (wrong) least.fault = least.hint;
  Field exact{.name = "exact_for", .label = text(language, "exact_for"), .value = exactFor};
  exact.type = "select";
  exact.hint = text(language, "exact_hint");
  for (const ExactFor each : {ExactFor::Nobody, ExactFor::Supervisors, ExactFor::All}) {
    const std::string word{vejviser::code(each)};
    exact.choices.emplace_back(word, text(language, "exact_" + word));
  }
  return {least, exact};
}

Response formWith(const Hub& hub, const Request& request, const std::vector<Field>& fields,
                  bool wrong) {
  const Language language = languageOf(request);
  data view = placeData(hub, request, language, "/small-cells");
  view.set("fieldList", fieldsData(language, fields));
  view.set("faults", faultsData(fields));
  view.set("hasFaults", wrong);
  view.set("changedMeanwhile", false);
  view.set("saved", field(request.query, "saved") == "1");
  return formPage(wrong ? 422 : 200, language, webSmallCells(), std::move(view));
}

}  // namespace

Response smallCells(Hub& hub, const Request& request) {
  SmallCells rule;
  const Status read = hub.storage.read([&](ReadTx& tx) -> Status {
    const auto found = smallCellsIn(tx);
    if (!found) return found.error();
    rule = *found;
    return {};
  });
  if (!read) return failure(hub, read.error());
  return formWith(hub, request,
                  fieldsOf(languageOf(request), std::to_string(rule.threshold),
                           std::string{vejviser::code(rule.exactFor)}, false),
                  false);
}

Response setSmallCells(Hub& hub, const Request& request) {
  const Form form = formOf(request);
  const std::string threshold = field(form, "threshold");
  const std::string exactFor = field(form, "exact_for");
  const DocumentRow rule{kDocument,
                         documentText({{"threshold", "exact_for"}, {threshold, exactFor}})};
  const Status done = keepDocument(hub.storage, actorOf(request), rule, hub.clock, hub.random);
  if (done) return goTo("/small-cells?saved=1");
  if (done.error().code != ErrorCode::Invalid) return failure(hub, done.error());
  return formWith(hub, request, fieldsOf(languageOf(request), threshold, exactFor, true), true);
}

}  // namespace vejviser::hub::web
