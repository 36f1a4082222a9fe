#include "sync/wire/reading_messages.h"

#include "src/domain/calendar.h"

#include <nlohmann/json.hpp>

namespace vejviser::wire {

using nlohmann::json;

namespace {

json dayOf(const std::optional<Day>& day) {
  return day ? json(toString(*day)) : json(nullptr);
}

}  // namespace

std::string encode(const CellsAnswer& answer) {
  json cells = json::array();
  for (const auto& [key, n] : answer.cells) {
    cells.push_back({{"day", toString(key.day)},
                     {"series", code(key.series)},
                     {"branch", key.branch},
                     {"unit", code(key.unit)},
                     {"item", key.item},
                     {"n", n}});
  }
  return json{{"hub", toString(answer.hub)},
              {"from", toString(answer.period.from)},
              {"to", toString(answer.period.to)},
              {"cells", std::move(cells)},
              {"next", answer.next ? json(*answer.next) : json(nullptr)}}
      .dump();
}

std::string encode(const TopicsAnswer& answer) {
  json topics = json::array();
  for (const Topic& topic : answer.topics) {
    topics.push_back({{"id", topic.id},
                      {"name_da", topic.nameDa},
                      {"name_en", topic.nameEn},
                      {"group", topic.group},
                      {"authority", topic.authority},
                      {"heavy", topic.heavy},
                      {"library", topic.library},
                      {"citizen_service", topic.citizenService},
                      {"kle", topic.kle},
                      {"self_service", topic.selfService},
                      {"minutes", topic.minutes},
                      {"valid_from", dayOf(topic.validFrom)},
                      {"valid_to", dayOf(topic.validTo)},
                      {"checked_on", dayOf(topic.checkedOn)},
                      {"owner", topic.owner},
                      {"replaced_by", topic.replacedBy}});
  }
  return json{{"hub", toString(answer.hub)}, {"topics", std::move(topics)}}.dump();
}

std::string encode(const BranchesAnswer& answer) {
  json branches = json::array();
  for (const Branch& branch : answer.branches) {
    branches.push_back({{"code", branch.code}, {"name", branch.name}});
  }
  return json{{"hub", toString(answer.hub)},
              {"municipality", answer.municipality},
              {"branches", std::move(branches)}}
      .dump();
}

}  // namespace vejviser::wire
