// Figures: what dashboards show, summed from cells of the cube. The same sums on tablet and hub.
#pragma once

#include "src/domain/tally.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <tuple>
#include <utility>

namespace vejviser {

/// The days a question is about, both included.
struct Period {
  Day from{};
  Day to{};

  bool contains(Day day) const { return day >= from && day <= to; }
};

/// A weekday (1 = Monday) and an hour (0-23) of local time.
using WeekdayHour = std::pair<int, int>;
/// "1:09"
std::string toString(const WeekdayHour& at);

struct Figures {
  std::int64_t helps = 0;
  std::int64_t people = 0;
  std::int64_t referrals = 0;
  std::map<std::pair<std::string, Unit>, std::int64_t> helpsByTopic;
  std::map<std::pair<Day, Unit>, std::int64_t> helpsByDay;
  std::map<std::pair<std::string, Unit>, std::int64_t> helpsByBranch;
  std::map<std::pair<WeekdayHour, Unit>, std::int64_t> helpsByHour;
  /// From unit, to destination: the referral matrix.
  std::map<std::pair<Unit, std::string>, std::int64_t> referralsTo;
  /// Every other series, by unit and item.
  std::map<std::tuple<Series, Unit, std::string>, std::int64_t> others;

  bool operator==(const Figures&) const = default;
};

/// Adds helps, people, referrals or what else a series counts, whatever the day and the branch. Not
/// for Series::Hour, which needs the day.
void addItem(Figures& figures, Series series, Unit unit, const std::string& item, std::int64_t n);

/// Sums `cells`; cells of 0 leave no trace, nor do those beyond kMostInACell.
Figures summarise(std::span<const Cell> cells);

}  // namespace vejviser
