// Danish local time. Every figure is by local day and hour (Europe/Copenhagen), on tablet and hub
// alike, so the rule stands here once and needs no time-zone database.
//
// Rule: UTC+1; UTC+2 from the last Sunday of March 01:00 UTC to the last Sunday of October 01:00
// UTC. Source: Directive 2000/84/EC. It holds for every year that an entry may carry.
#pragma once

#include "src/base/time.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace vejviser {

/// A day of the local calendar, without zone.
using Day = std::chrono::local_days;

struct LocalTime {
  Day day{};
  int hour = 0;    ///< 0-23
  int minute = 0;  ///< 0-59

  auto operator<=>(const LocalTime&) const = default;
};

LocalTime toLocal(Instant instant);

/// The instant of a local time. The hour that October repeats is read as the first of the two
/// (summer time); the hour that March leaves out as one hour later.
Instant fromLocal(const LocalTime& local);

/// ISO 8601: 1 = Monday ... 7 = Sunday.
int weekday(Day day);

/// The Monday of the ISO week that holds `day`.
Day mondayOf(Day day);

std::chrono::year_month monthOf(Day day);

/// "2026-11-24".
std::string toString(Day day);
/// "2026-11".
std::string toString(std::chrono::year_month month);
/// "2026-11-24 06:08".
std::string toString(const LocalTime& local);

/// Reads "2026-11-24"; nothing for other text or a day that does not exist.
std::optional<Day> parseDay(std::string_view text);

/// Reads "2026-11-24 06:08", or with T as web forms write it; nothing for other text.
std::optional<LocalTime> parseLocalTime(std::string_view text);

/// Days since 1970-01-01, as databases store a day.
int toNumber(Day day);
std::optional<int> toNumber(const std::optional<Day>& day);
Day dayFromNumber(int number);

}  // namespace vejviser
