#include "src/domain/week_sums.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace vejviser {

namespace {

using std::chrono::days;

constexpr days kWeek{7};

int numberIn(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// Reads "1:09"; other text is no hour of any day.
std::optional<WeekdayHour> weekdayHour(std::string_view item) {
  if (item.size() != 4 || item[1] != ':') return std::nullopt;
  return WeekdayHour{numberIn(item.substr(0, 1)), numberIn(item.substr(2))};
}

}  // namespace

std::vector<Line> linesOf(const CellKey& key) {
  const auto table = static_cast<Table>(key.series);
  switch (key.series) {
    case Series::Topic:
      return {{table, key.unit, key.item},
              {kByDay, key.unit, toString(key.day)},
              {kByBranch, key.unit, key.branch}};
    case Series::Hour:
      return {{kByHour, key.unit, std::to_string(weekday(key.day)) + ":" + key.item}};
    default:
      return {{table, key.unit, key.item}};
  }
}

void addLine(Figures& figures, const Line& line, std::int64_t n) {
  if (line.table == kByDay) {
    if (const auto day = parseDay(line.item)) figures.helpsByDay[{*day, line.unit}] += n;
  } else if (line.table == kByBranch) {
    figures.helpsByBranch[{line.item, line.unit}] += n;
  } else if (line.table == kByHour) {
    if (const auto at = weekdayHour(line.item)) figures.helpsByHour[{*at, line.unit}] += n;
  } else if (line.table < kByDay) {
    addItem(figures, static_cast<Series>(line.table), line.unit, line.item, n);
  }
}

std::vector<WeekSum> weekSums(std::span<const Cell> cells) {
  std::map<WeekKey, std::int64_t> sums;
  for (const auto& [key, n] : cells) {
    for (const Line& line : linesOf(key)) {
      sums[{key.branch, mondayOf(key.day), line}] += n;
      sums[{kAllBranches, mondayOf(key.day), line}] += n;
    }
  }
  std::vector<WeekSum> found;
  for (const auto& [key, n] : sums) {
    if (n != 0) found.push_back({key, n});
  }
  return found;
}

WeekParts partsOf(const Period& period) {
  const Day first = mondayOf(period.from + kWeek - days{1});  // the first Monday of the period
  const Day end = mondayOf(period.to + days{1});              // the day after its last Sunday
  if (first >= end) return {period, {first, first - days{1}}, {first, first - days{1}}};
  return {{period.from, first - days{1}}, {first, end - days{1}}, {end, period.to}};
}

}  // namespace vejviser
