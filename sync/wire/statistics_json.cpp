#include "src/domain/calendar.h"
#include "sync/wire/hub_messages.h"

#include <nlohmann/json.hpp>

namespace vejviser::wire {

using nlohmann::json;

namespace {

/// {"unit": unit, "helps": n} with one more dimension in front.
json row(const char* dimension, const json& value, Unit unit, std::int64_t helps) {
  return {{dimension, value}, {"unit", code(unit)}, {"helps", helps}};
}

json encodeCoverage(const Coverage& coverage) {
  return {{"tablets", coverage.tablets},
          {"heard_today", coverage.heardToday},
          {"waiting", coverage.waiting},
          {"held", coverage.held},
          {"newest", coverage.newest ? json(toMs(*coverage.newest)) : json(nullptr)}};
}

json encodeFigures(const Period& period, const Figures& figures) {
  json message = {{"from", toString(period.from)},
                  {"to", toString(period.to)},
                  {"helps", figures.helps},
                  {"people", figures.people},
                  {"referrals", figures.referrals}};
  for (const char* table :
       {"by_topic", "by_day", "by_branch", "by_hour", "referrals_to", "by_item"}) {
    message[table] = json::array();
  }
  for (const auto& [key, n] : figures.helpsByTopic) {
    message["by_topic"].push_back(row("topic", key.first, key.second, n));
  }
  for (const auto& [key, n] : figures.helpsByDay) {
    message["by_day"].push_back(row("day", toString(key.first), key.second, n));
  }
  for (const auto& [key, n] : figures.helpsByBranch) {
    message["by_branch"].push_back(row("branch", key.first, key.second, n));
  }
  for (const auto& [key, n] : figures.helpsByHour) {
    json cell = row("weekday", key.first.first, key.second, n);
    cell["hour"] = key.first.second;
    message["by_hour"].push_back(std::move(cell));
  }
  for (const auto& [key, n] : figures.referralsTo) {
    message["referrals_to"].push_back(
        {{"from", code(key.first)}, {"to", key.second}, {"referrals", n}});
  }
  for (const auto& [key, n] : figures.others) {
    const auto& [series, unit, item] = key;
    message["by_item"].push_back(
        {{"series", code(series)}, {"unit", code(unit)}, {"item", item}, {"n", n}});
  }
  return message;
}

}  // namespace

std::string encode(const Period& period, const Figures& figures) {
  return encodeFigures(period, figures).dump();
}

std::string encode(const StatisticsAnswer& answer) {
  json message = encodeFigures(answer.period, answer.figures);
  message["hub"] = toString(answer.hub);
  message["branch"] = answer.branch.empty() ? json(nullptr) : json(answer.branch);
  message["coverage"] = encodeCoverage(answer.coverage);
  return message.dump();
}

}  // namespace vejviser::wire
