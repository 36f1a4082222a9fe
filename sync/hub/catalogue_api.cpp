#include "sync/hub/catalogue_api.h"

#include "src/domain/calendar.h"
#include "sync/hub/reading.h"
#include "sync/wire/reading_messages.h"

#include <optional>

namespace vejviser::hub {

namespace {

std::string word(bool value) {
  return value ? "true" : "false";
}

std::string dayOf(const std::optional<Day>& day) {
  return day ? toString(*day) : std::string{};
}

std::string csvOf(const std::vector<Topic>& topics, CsvDialect dialect) {
  CsvTable table{dialect,
                 {"id", "name_da", "name_en", "group", "authority", "heavy", "library",
                  "citizen_service", "kle", "self_service", "minutes", "valid_from", "valid_to",
                  "checked_on", "owner", "replaced_by"}};
  for (const Topic& topic : topics) {
    table.add({topic.id, topic.nameDa, topic.nameEn, topic.group, word(topic.authority),
               word(topic.heavy), word(topic.library), word(topic.citizenService), topic.kle,
               topic.selfService, std::int64_t{topic.minutes}, dayOf(topic.validFrom),
               dayOf(topic.validTo), dayOf(topic.checkedOn), topic.owner, topic.replacedBy});
  }
  return table.text();
}

std::string csvOf(const std::vector<Branch>& branches, CsvDialect dialect) {
  CsvTable table{dialect, {"code", "name"}};
  for (const Branch& branch : branches) table.add({branch.code, branch.name});
  return table.text();
}

}  // namespace

Response catalogue(Hub& hub, const Request& request) {
  return answerReader(hub, request, kTableFormats, [&](const Form& form) -> Result<Reading> {
    const auto answer = [&hub, form](ReadTx& tx) -> Result<Response> {
      auto topics = tx.topics();
      if (!topics) return topics.error();
      return bodyOf(form,
                    form.format == Format::Csv
                        ? csvOf(*topics, form.dialect)
                        : wire::encode(wire::TopicsAnswer{hub.info.id, std::move(*topics)}),
                    "catalogue");
    };
    return Reading{"catalogue", {}, answer};
  });
}

Response branches(Hub& hub, const Request& request) {
  return answerReader(hub, request, kTableFormats, [&](const Form& form) -> Result<Reading> {
    const auto answer = [&hub, form](ReadTx& tx) -> Result<Response> {
      auto all = tx.branches();
      if (!all) return all.error();
      return bodyOf(form,
                    form.format == Format::Csv
                        ? csvOf(*all, form.dialect)
                        : wire::encode(wire::BranchesAnswer{hub.info.id, hub.info.municipality,
                                                            std::move(*all)}),
                    "branches");
    };
    return Reading{"branches", {}, answer};
  });
}

}  // namespace vejviser::hub
