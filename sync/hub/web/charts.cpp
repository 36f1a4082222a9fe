#include "sync/hub/web/charts.h"

#include <algorithm>

namespace vejviser::hub::web {

namespace {

constexpr double kWidth = 720;
constexpr double kHeight = 240;
constexpr double kLeft = 46;    // room for the numbers of the y axis
constexpr double kBottom = 26;  // room for the names of the x axis
constexpr double kTop = 10;
constexpr double kBarHeight = 20;
constexpr double kBarStep = 28;
constexpr double kNames = 298;  // room for the names of bars
constexpr std::size_t kMostXLabels = 8;
constexpr std::chrono::days kDailyUpTo{62};

std::int64_t highest(const std::vector<UnitRow>& rows) {
  std::int64_t most = 0;
  for (const UnitRow& row : rows) most = std::max(most, row.total());
  return std::max<std::int64_t>(1, most);
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
  return kLeft + (kWidth - kLeft) / static_cast<double>(columns) * static_cast<double>(number);
}

Chart columns(const std::vector<UnitRow>& rows) {
  Chart chart{kWidth, kHeight, {}, {}, {}};
  if (rows.empty()) return chart;
  const auto top = static_cast<double>(roundUp(highest(rows)));
  const double plot = kHeight - kBottom - kTop;
  const double step = (kWidth - kLeft) / static_cast<double>(rows.size());
  const double width = std::max(1.0, step * 0.76);
  const std::size_t every = (rows.size() + kMostXLabels - 1) / kMostXLabels;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const double x = columnAt(i, rows.size()) + (step - width) / 2;
    double base = kHeight - kBottom;
    for (std::size_t unit = 0; unit < rows[i].byUnit.size(); ++unit) {
      const double height = plot * static_cast<double>(rows[i].byUnit[unit]) / top;
      base -= height;
      if (height > 0) chart.bars.push_back({x, base, width, height, kindOf(unit)});
    }
    if (i % every == 0) chart.alongX.push_back({x + width / 2, rows[i].name});
  }
  for (double share : {0.0, 0.5, 1.0}) {
    const auto value = static_cast<std::int64_t>(top * share);
    if (static_cast<double>(value) != top * share) continue;  // half of 1 or 5 is no count
    chart.alongY.push_back({kHeight - kBottom - plot * share, std::to_string(value)});
  }
  return chart;
}

Chart bars(const std::vector<UnitRow>& rows) {
  Chart chart{kWidth, kBarStep * static_cast<double>(rows.size()), {}, {}, {}};
  const auto top = static_cast<double>(highest(rows));
  constexpr double kNumbers = 60;  // room for the number behind a bar
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const double y = kBarStep * static_cast<double>(i) + (kBarStep - kBarHeight) / 2;
    double x = kNames;
    for (std::size_t unit = 0; unit < rows[i].byUnit.size(); ++unit) {
      const double width =
          (kWidth - kNames - kNumbers) * static_cast<double>(rows[i].byUnit[unit]) / top;
      if (width > 0) chart.bars.push_back({x, y, width, kBarHeight, kindOf(unit)});
      x += width;
    }
    chart.alongY.push_back({y + kBarHeight * 0.72, rows[i].name});
    chart.alongX.push_back({x + 6, std::to_string(rows[i].total())});
  }
  return chart;
}

}  // namespace vejviser::hub::web
