#include "sync/hub/web/charts.h"

#include <algorithm>

namespace vejviser::hub::web {

namespace {

constexpr double kWhole = 100;
constexpr double kHeight = 240;
constexpr double kBottom = 26;  // room for the names of the x axis
constexpr double kTop = 10;
constexpr double kPlot = kHeight - kBottom - kTop;
constexpr double kNameBase = 13;  // of the letters of a bar's name
constexpr double kBarTop = 18;    // below the top of its name
constexpr double kBarHeight = 12;
constexpr double kBarStep = 40;
constexpr std::size_t kLongestName = 48;  // letters that a phone has room for
constexpr std::size_t kMostXLabels = 8;
constexpr std::size_t kRoomFor = 3;  // of these labels a phone has room for one
// The middle of a label farther right would make it stick out, in a narrow drawing or in any.
constexpr double kLastNarrow = 90;
constexpr double kLast = 95;
constexpr std::chrono::days kDailyUpTo{62};

std::int64_t highest(const std::vector<UnitRow>& rows) {
  std::int64_t most = 0;
  for (const UnitRow& row : rows) most = std::max(most, row.total());
  return std::max<std::int64_t>(1, most);
}

/// As much of a name as there is room for.
std::string shortened(const std::string& name) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool begins = (static_cast<unsigned char>(name[i]) & 0xC0) != 0x80;  // of UTF-8
    if (begins && ++letters > kLongestName) return name.substr(0, i) + "…";
  }
  return name;
}

std::string kindOf(std::size_t unit) {
  return std::string{code(kAllUnits[unit])};
}

}  // namespace

bool isDaily(const Period& period) {
  return period.to - period.from < kDailyUpTo;
}

std::int64_t roundUp(std::int64_t value) {
  std::int64_t power = 1;
  for (;;) {
    for (std::int64_t step : {1, 2, 5}) {
      if (step * power >= value) return step * power;
    }
    power *= 10;
  }
}

double columnAt(std::size_t number, std::size_t columns) {
  return kWhole / static_cast<double>(columns) * static_cast<double>(number);
}

Chart columns(const std::vector<UnitRow>& rows) {
  Chart chart{kHeight, {}, {}, {}};
  if (rows.empty()) return chart;
  const auto top = static_cast<double>(roundUp(highest(rows)));
  const double step = kWhole / static_cast<double>(rows.size());
  const double width = step * 0.76;
  const std::size_t every = (rows.size() + kMostXLabels - 1) / kMostXLabels;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const double left = columnAt(i, rows.size());
    if (!rows[i].recorded) chart.bars.push_back({left, kTop, step, kPlot, "gap"});
    double base = kTop + kPlot;
    for (std::size_t unit = 0; unit < std::size(kAllUnits); ++unit) {
      const double height = kPlot * static_cast<double>(rows[i].byUnit[unit]) / top;
      base -= height;
      if (height > 0)
        chart.bars.push_back({left + (step - width) / 2, base, width, height, kindOf(unit)});
    }
    const double middle = left + step / 2;
    if (i % every == 0 && middle < kLast)
      chart.alongX.push_back(
          {middle, rows[i].name, i % (every * kRoomFor) != 0 || middle > kLastNarrow});
  }
  for (double share : {0.0, 0.5, 1.0}) {
    const auto value = static_cast<std::int64_t>(top * share);
    if (static_cast<double>(value) != top * share) continue;  // half of 1 or 5 is no count
    chart.alongY.push_back({kTop + kPlot * (1 - share), std::to_string(value)});
  }
  return chart;
}

Chart bars(const std::vector<UnitRow>& rows) {
  Chart chart{kBarStep * static_cast<double>(rows.size()), {}, {}, {}};
  const auto top = static_cast<double>(highest(rows));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const double y = kBarStep * static_cast<double>(i);
    double x = 0;
    for (std::size_t unit = 0; unit < std::size(kAllUnits); ++unit) {
      const double width = kWhole * static_cast<double>(rows[i].byUnit[unit]) / top;
      if (width > 0) chart.bars.push_back({x, y + kBarTop, width, kBarHeight, kindOf(unit)});
      x += width;
    }
    chart.alongY.push_back({y + kNameBase, shortened(rows[i].name)});
  }
  return chart;
}

}  // namespace vejviser::hub::web
