#include "src/demo/rush.h"

#include <algorithm>
#include <array>

namespace vejviser::demo {

namespace {

// Percent of the mean. Source: tickets called an hour in 20 citizen-service offices of Warsaw from
// 30 December 2019 to 10 January 2020 (the city's open data, github HaZdula/kolejkeR, MIT): by
// weekday, over the hours from 8 to 16; by hour, over the weekdays; only Mondays were open
// until 18. The offices are closed at the weekend: those two are a guess, a quieter Friday.
constexpr std::array<int, 7> kWeekday = {140, 85, 95, 87, 94, 60, 35};
constexpr int kFirst = 8;
constexpr std::array<int, 10> kHour = {74, 81, 106, 114, 119, 121, 115, 71, 69, 32};

constexpr int kUsualOpening = 10;
constexpr int kUsualClosing = 17;

/// Earlier it is as in the first hour, later as in the last.
int inHour(int hour) {
  const int last = kFirst + static_cast<int>(kHour.size()) - 1;
  return kHour[static_cast<std::size_t>(std::clamp(hour, kFirst, last) - kFirst)];
}

}  // namespace

int rushAt(int isoDay, int hour) {
  return kWeekday[static_cast<std::size_t>(isoDay - 1)] * inHour(hour) / 100;
}

int usualRush() {
  int all = 0;
  for (int hour = kUsualOpening; hour < kUsualClosing; ++hour) all += inHour(hour);
  return all;
}

}  // namespace vejviser::demo
