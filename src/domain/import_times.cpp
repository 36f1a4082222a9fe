#include "src/domain/import_times.h"

#include "src/domain/calendar.h"
#include "src/domain/import_columns.h"
#include "src/domain/search.h"

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

namespace vejviser {

namespace {

constexpr int kLongest_min = 24 * 60;

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// The three numbers of a date with `separator` between them.
std::optional<std::vector<int>> threeNumbers(std::string_view text, char separator) {
  std::vector<int> numbers;
  while (numbers.size() < 3) {
    const std::size_t end = std::min(text.find(separator), text.size());
    const auto number = parseCount(text.substr(0, end), 9999);
    if (!number) return std::nullopt;
    numbers.push_back(*number);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return text.empty() ? std::optional{numbers} : std::nullopt;
}

std::optional<Day> parseForeignDay(std::string_view text, std::optional<bool> monthFirst) {
  if (const auto iso = parseDay(text)) return iso;
  const std::size_t at = text.find_first_of("-./");
  if (at == std::string_view::npos || at == 0 || at > 2) return std::nullopt;
  const char separator = text[at];
  if (separator == '/' && !monthFirst) return std::nullopt;
  const auto numbers = threeNumbers(text, separator);
  if (!numbers) return std::nullopt;
  const bool month_first = separator == '/' && *monthFirst;
  char iso[40];
  std::snprintf(iso, sizeof iso, "%04d-%02d-%02d", (*numbers)[2], (*numbers)[month_first ? 0 : 1],
                (*numbers)[month_first ? 1 : 0]);
  return (*numbers)[2] < 1000 ? std::nullopt : parseDay(iso);
}

struct TimeOfDay {
  int hour = 0;
  int minute = 0;
  int second = 0;
};

/// The hour of a clock of twelve hours; nothing for one that it does not show.
std::optional<int> hourOf12(int hour, bool afternoon) {
  if (hour < 1 || hour > 12) return std::nullopt;
  return hour % 12 + (afternoon ? 12 : 0);
}

std::optional<TimeOfDay> parseTimeOfDay(std::string_view text) {
  const std::string folded =
      foldForSearch(text.substr(text.size() - std::min<std::size_t>(text.size(), 2)));
  const bool half = folded == "am" || folded == "pm";
  if (half) text = trimmed(text.substr(0, text.size() - 2));
  const std::size_t colon = text.rfind(':');
  if (colon != std::string_view::npos && text.find(':') != colon) {
    text = text.substr(0, std::min(text.find_first_of(".,", colon), text.size()));
  }
  const auto time = parseHourMinute(text);
  if (!time) return std::nullopt;
  const bool seconds = text.size() > 5;
  const int second = seconds ? parseCount(text.substr(text.size() - 2), 59).value_or(0) : 0;
  const auto hour = half ? hourOf12(time->first, folded == "pm") : std::optional{time->first};
  if (!hour) return std::nullopt;
  return TimeOfDay{*hour, time->second, second};
}

}  // namespace

std::optional<Instant> parseForeignTime(std::string_view text, std::optional<bool> monthFirst) {
  text = trimmed(text);
  const bool utc = text.ends_with('Z');
  if (utc) text.remove_suffix(1);
  const std::size_t gap = text.find_first_of(" T");
  if (gap == std::string_view::npos) return std::nullopt;
  const auto day = parseForeignDay(text.substr(0, gap), monthFirst);
  const auto time = parseTimeOfDay(trimmed(text.substr(gap + 1)));
  if (!day || !time) return std::nullopt;
  const Instant minute = utc ? Instant{std::chrono::sys_days{day->time_since_epoch()}} +
                                   std::chrono::hours{time->hour} +
                                   std::chrono::minutes{time->minute}
                             : fromLocal({*day, time->hour, time->minute});
  const Instant when = minute + std::chrono::seconds{time->second};
  return isTime(when) ? std::optional{when} : std::nullopt;
}

std::optional<std::chrono::minutes> parseLength(std::string_view text) {
  std::vector<int> numbers;
  for (std::size_t at = 0; (at = text.find_first_of("0123456789", at)) != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_not_of("0123456789", at), text.size());
    const auto number = parseCount(text.substr(at, end - at), kLongest_min);
    if (!number) return std::nullopt;
    numbers.push_back(*number);
    at = end;
  }
  if (numbers.empty() || numbers.size() > 2) return std::nullopt;
  const std::string words = foldForSearch(text);
  const int unit = words.find("hour") != std::string::npos ? 60 : 1;
  const bool below = text.find('<') != std::string_view::npos || words.starts_with("under") ||
                     words.starts_with("less");
  const int middle = (numbers.front() + numbers.back()) * unit / 2;
  return std::chrono::minutes{below ? std::max(middle - 1, 0) : middle};
}

}  // namespace vejviser
