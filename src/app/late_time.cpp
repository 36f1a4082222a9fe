#include "src/app/late_time.h"

#include "src/domain/calendar.h"

#include <algorithm>
#include <string>

namespace vejviser::app {

namespace {

bool isDigits(std::string_view text) {
  return !text.empty() && text.size() <= 2 &&
         std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

int number(std::string_view digits) {
  int value = 0;
  for (char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

}  // namespace

LateTime lateTime(int daysBack, std::string_view time, Instant now) {
  constexpr int kHours = 24;
  constexpr int kMinutes = 60;
  if (daysBack < 0) return {{}, LateFault::Future};
  if (daysBack > kMostDaysBack) return {{}, LateFault::TooFarBack};
  std::string_view hour = time;
  std::string_view minute = "0";
  if (const std::size_t mark = time.find_first_of(".:"); mark != std::string_view::npos) {
    hour = time.substr(0, mark);
    minute = time.substr(mark + 1);
  } else if (time.size() == 3 || time.size() == 4) {
    hour = time.substr(0, time.size() - 2);
    minute = time.substr(time.size() - 2);
  }
  if (!isDigits(hour) || !isDigits(minute)) return {{}, LateFault::NoTime};
  if (number(hour) >= kHours || number(minute) >= kMinutes) return {{}, LateFault::NoTime};
  const Day day = toLocal(now).day - std::chrono::days{daysBack};
  const Instant when = fromLocal({day, number(hour), number(minute)});
  if (when > now) return {{}, LateFault::Future};
  return {when, LateFault::None};
}

}  // namespace vejviser::app
