// Figures laid out as charts: plain numbers for the templates to draw as SVG. What lies across is
// in percent of the drawing's width, what lies down in pixels, so that letters keep their size on
// every screen.
#pragma once

#include "src/domain/statistics.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace vejviser::hub::web {

/// Hours that are shown even when nobody came.
constexpr int kFirstHour = 8;
constexpr int kLastHour = 19;

/// Whether a period is shown day by day; a longer one is by week.
bool isDaily(const Period& period);

/// A rectangle that stands for a number, or for there being none.
struct Bar {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
  std::string kind;  ///< CSS class: the unit's code, or "gap" where nothing was recorded
};

struct AxisLabel {
  double at = 0;
  std::string text;
  bool needsRoom = false;  ///< left out of a narrow drawing
};

struct Chart {
  double height = 0;
  std::vector<Bar> bars;
  std::vector<AxisLabel> alongX;
  std::vector<AxisLabel> alongY;
};

/// A row of a chart or table: a name and a number for each unit.
struct UnitRow {
  std::string name;
  std::array<std::int64_t, 2> byUnit{};  ///< in the order of kAllUnits
  std::int64_t compared = 0;             ///< the total of other days
  std::array<bool, 2> withheld{};        ///< of what is withheld, the numbers are what is known
  bool comparedWithheld = false;
  bool recorded = true;  ///< otherwise there is nothing, which is not 0

  std::int64_t total() const { return byUnit[0] + byUnit[1]; }
  bool totalWithheld() const { return withheld[0] || withheld[1]; }
};

/// Columns side by side, one a row, the units stacked; a band where nothing was recorded.
Chart columns(const std::vector<UnitRow>& rows);
/// Where, of so many columns (at least one), the one with this number begins.
double columnAt(std::size_t number, std::size_t columns);
/// Bars below each other, the units in line, each below its name. The names are at alongY; the end
/// of a long one is left out.
Chart bars(const std::vector<UnitRow>& rows);

/// The next "round" number (1, 2 or 5 times a power of ten) that is not below `value`.
std::int64_t roundUp(std::int64_t value);

}  // namespace vejviser::hub::web
