// Weeks of the cube, summed by what the figures show: a dashboard of years reads some hundred sums
// a week, however many cells and entries lie beneath.
#pragma once

#include "src/domain/statistics.h"

#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace vejviser {

/// The tables of Figures; the numbers are stored in databases. A number below kByDay is that of a
/// Series, and stands for its own table.
using Table = std::uint8_t;
constexpr Table kByDay = 101;     ///< helps; item = day
constexpr Table kByBranch = 102;  ///< helps; item = branch
constexpr Table kByHour = 103;    ///< helps; item = weekday and hour, "1:09"
/// Beside Figures, for what is published (publication.h): what the lines of other tables add up to.
constexpr Table kByUnit = 104;     ///< item = "helps", "referrals" or "replies"
constexpr Table kByClass = 105;    ///< helps; item = iso2789Class()
constexpr Table kByWeekday = 106;  ///< helps; item = "1" (Monday) to "7"

/// Begins the item of a line that stands for what is withheld from a table; no code does.
constexpr char kPool = '~';

/// A row of one of the tables.
struct Line {
  Table table = 0;
  Unit unit = Unit::Library;
  std::string item;

  auto operator<=>(const Line&) const = default;
};

/// The lines that a cell adds to. summarise() is the same as to add them all.
std::vector<Line> linesOf(const CellKey& key);
/// Nothing for the tables that Figures does not have.
void addLine(Figures& figures, const Line& line, std::int64_t n);

/// The scope of the sums over all branches; no branch's code.
constexpr const char* kAllBranches = "*";

struct WeekKey {
  std::string scope;  ///< a branch, empty (place not given), or kAllBranches
  Day monday{};
  Line line;

  auto operator<=>(const WeekKey&) const = default;
};

struct WeekSum {
  WeekKey key;
  std::int64_t n = 0;
};

/// By key, ascending; none of them 0.
std::vector<WeekSum> weekSums(std::span<const Cell> cells);

/// The days of a period that make no whole week, and the whole weeks between them. A part may be
/// empty: it then ends before it begins.
struct WeekParts {
  Period before;
  Period weeks;
  Period after;
};
WeekParts partsOf(const Period& period);

}  // namespace vejviser
