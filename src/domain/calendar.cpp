#include "src/domain/calendar.h"

#include "src/base/text.h"

#include <cstdio>

namespace vejviser {

namespace {

using namespace std::chrono;

constexpr hours kWinter{1};
constexpr hours kSummer{2};

/// 01:00 UTC on the last Sunday of `month`.
Instant lastSunday(year y, month m) {
  return Instant{sys_days{y / m / Sunday[last]}} + 1h;
}

bool isSummer(Instant instant) {
  const year y = year_month_day{floor<days>(instant)}.year();
  return instant >= lastSunday(y, March) && instant < lastSunday(y, October);
}

/// Reads exactly `text` as a number.
std::optional<int> parseNumber(std::string_view text) {
  const auto value = wholeNumber<unsigned>(text);  // takes no sign
  return value ? std::optional{static_cast<int>(*value)} : std::nullopt;
}

}  // namespace

LocalTime toLocal(Instant instant) {
  const Instant shifted = instant + (isSummer(instant) ? kSummer : kWinter);
  const auto day = floor<days>(shifted);
  const hh_mm_ss<milliseconds> time{shifted - day};
  return {Day{day.time_since_epoch()}, static_cast<int>(time.hours().count()),
          static_cast<int>(time.minutes().count())};
}

Instant fromLocal(const LocalTime& local) {
  const Instant unshifted =
      Instant{sys_days{local.day.time_since_epoch()}} + hours{local.hour} + minutes{local.minute};
  const Instant as_summer = unshifted - kSummer;
  if (isSummer(as_summer)) return as_summer;
  return unshifted - kWinter;
}

int weekday(Day day) {
  return static_cast<int>(std::chrono::weekday{day}.iso_encoding());
}

Day mondayOf(Day day) {
  return day - days{weekday(day) - 1};
}

std::chrono::year_month monthOf(Day day) {
  const year_month_day date{day};
  return date.year() / date.month();
}

std::string toString(Day day) {
  const year_month_day date{day};
  char text[24];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return text;
}

std::string toString(std::chrono::year_month month) {
  return toString(Day{month / 1}).substr(0, 7);
}

std::string toString(const LocalTime& local) {
  char time[8];
  std::snprintf(time, sizeof time, " %02d:%02d", local.hour, local.minute);
  return toString(local.day) + time;
}

std::optional<Day> parseDay(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto y = parseNumber(text.substr(0, 4));
  const auto m = parseNumber(text.substr(5, 2));
  const auto d = parseNumber(text.substr(8, 2));
  if (!y || !m || !d) return std::nullopt;
  const year_month_day date{year{*y}, month{static_cast<unsigned>(*m)},
                            std::chrono::day{static_cast<unsigned>(*d)}};
  if (!date.ok()) return std::nullopt;
  return Day{local_days{date}};
}

std::optional<LocalTime> parseLocalTime(std::string_view text) {
  const bool whole = text.size() == 16 && (text[10] == ' ' || text[10] == 'T') && text[13] == ':';
  if (!whole) return std::nullopt;
  const auto day = parseDay(text.substr(0, 10));
  const auto hour = parseNumber(text.substr(11, 2));
  const auto minute = parseNumber(text.substr(14, 2));
  if (!day || !hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  return LocalTime{*day, *hour, *minute};
}

int toNumber(Day day) {
  return static_cast<int>(day.time_since_epoch().count());
}
std::optional<int> toNumber(const std::optional<Day>& day) {
  return day ? std::optional{toNumber(*day)} : std::nullopt;
}

Day dayFromNumber(int number) {
  return Day{days{number}};
}

}  // namespace vejviser
