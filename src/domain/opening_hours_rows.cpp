// From opening hours to the rows of their file.
#include "src/domain/opening_hours_file.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace vejviser {

namespace {

using Row = std::vector<std::string>;

constexpr std::array<const char*, 7> kWeekdays = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

std::string timeText(int minutes) {
  char buffer[24];
  std::snprintf(buffer, sizeof buffer, "%02d:%02d", minutes / 60, minutes % 60);
  return buffer;
}

/// Adds what is said of `days`: each span, or that it is closed.
void addSpans(std::vector<Row>& rows, const PlaceKey& key, const std::string& days,
              const std::vector<Span>& spans, const std::string& note) {
  if (spans.empty()) rows.push_back({key.place, key.unit, days, "closed", "", "", note});
  for (const Span& span : spans) {
    rows.push_back({key.place, key.unit, days, timeText(span.from), timeText(span.to),
                    std::string{code(span.kind)}, note});
  }
}

/// The last of the weekdays from `first` on that have the same hours.
int lastAlike(const OpeningHours& hours, int first) {
  int last = first;
  while (last < 7 && hours.onWeekday(last + 1) == hours.onWeekday(first)) ++last;
  return last;
}

void addRule(std::vector<Row>& rows, const PlaceKey& key, const char* days, OnHoliday rule) {
  if (rule == OnHoliday::Closed) return;
  rows.push_back({key.place, key.unit, days, std::string{code(rule)}, "", "", ""});
}

}  // namespace

std::vector<Row> hoursRows(const PlaceKey& key, const OpeningHours& hours) {
  std::vector<Row> rows;
  for (int first = 1; first <= 7;) {
    const int last = lastAlike(hours, first);
    std::string days = kWeekdays[static_cast<std::size_t>(first - 1)];
    if (last > first) days += std::string{"-"} + kWeekdays[static_cast<std::size_t>(last - 1)];
    addSpans(rows, key, days, hours.onWeekday(first), "");
    first = last + 1;
  }
  addRule(rows, key, "holidays", hours.publicHolidays());
  addRule(rows, key, "customary", hours.customaryClosings());
  for (const auto& [day, exception] : hours.exceptions()) {
    addSpans(rows, key, toString(day), exception.spans, exception.note);
  }
  return rows;
}

}  // namespace vejviser
