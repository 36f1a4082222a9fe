#include "src/domain/calendar.h"
#include "sync/wire/hub_messages.h"

#include <nlohmann/json.hpp>

namespace vejviser::wire {

using nlohmann::json;

namespace {

json number(const std::optional<std::int64_t>& n) {
  return n ? json(*n) : json(nullptr);
}

/// A row of the table that it says.
std::pair<const char*, json> row(const Line& line, const json& n) {
  const std::string_view unit = code(line.unit);
  switch (line.table) {
    case kByDay:
      return {"by_day", {{"day", line.item}, {"unit", unit}, {"helps", n}}};
    case kByBranch:
      return {"by_branch", {{"branch", line.item}, {"unit", unit}, {"helps", n}}};
    case kByHour:
      return {"by_hour",
              {{"weekday", line.item.front() - '0'},
               {"hour", std::stoi(line.item.substr(2))},
               {"unit", unit},
               {"helps", n}}};
    case static_cast<Table>(Series::Topic):
      return {"by_topic", {{"topic", line.item}, {"unit", unit}, {"helps", n}}};
    case static_cast<Table>(Series::Referral):
      return {"referrals_to", {{"from", unit}, {"to", line.item}, {"referrals", n}}};
    default:
      return {"by_item",
              {{"series", code(static_cast<Series>(line.table))},
               {"unit", unit},
               {"item", line.item},
               {"n", n}}};
  }
}

json encodeCoverage(const Coverage& coverage) {
  return {{"tablets", coverage.tablets},
          {"heard_today", coverage.heardToday},
          {"waiting", coverage.waiting},
          {"held", coverage.held},
          {"newest", coverage.newest ? json(toMs(*coverage.newest)) : json(nullptr)}};
}

json encodeEdition(const Edition& edition) {
  return {{"month", toString(edition.month)},
          {"version", edition.version},
          {"made_on", toString(edition.made)}};
}

json encodeFigures(const Period& period, const Figures& figures, const std::set<Line>& withheld,
                   const std::optional<std::vector<Edition>>& published) {
  json message = {{"from", toString(period.from)}, {"to", toString(period.to)}};
  for (const char* table :
       {"by_topic", "by_day", "by_branch", "by_hour", "referrals_to", "by_item"}) {
    message[table] = json::array();
  }
  for (const auto& [line, n] : rowsOf(figures, withheld)) {
    if (line.table == kByUnit) {
      message[line.item] = number(n);
    } else if (line.table != static_cast<Table>(Series::People)) {
      auto [table, cells] = row(line, number(n));
      message[table].push_back(std::move(cells));
    }
  }
  message["published"] = nullptr;
  if (published) {
    message["published"] = json::array();
    for (const Edition& edition : *published) {
      message["published"].push_back(encodeEdition(edition));
    }
  }
  return message;
}

}  // namespace

std::string encode(const Period& period, const Figures& figures, const std::set<Line>& withheld,
                   const std::optional<std::vector<Edition>>& published) {
  return encodeFigures(period, figures, withheld, published).dump();
}

std::string encode(const StatisticsAnswer& answer) {
  json message = encodeFigures(answer.period, answer.figures, answer.withheld, answer.published);
  message["hub"] = toString(answer.hub);
  message["branch"] = answer.branch.empty() ? json(nullptr) : json(answer.branch);
  message["coverage"] = encodeCoverage(answer.coverage);
  return message.dump();
}

}  // namespace vejviser::wire
