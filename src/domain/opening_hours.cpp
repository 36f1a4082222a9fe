#include "src/domain/opening_hours.h"

#include "src/domain/codes.h"
#include "src/domain/holidays.h"

#include <algorithm>
#include <cassert>

namespace vejviser {

namespace {

using namespace std::chrono;

// Hours are made for the near future: a year far off is a slip of the finger.
constexpr year kFirstYear{2000};
constexpr year kLastYear{2099};

Error fault(const std::string& why) {
  return {ErrorCode::Invalid, "opening hours", why};
}

/// The day's hours in the one form that equal hours have.
Result<std::vector<Span>> inOneForm(const std::vector<Span>& spans) {
  std::array<std::uint8_t, kMinutesADay> minutes{};  // 0: closed, else a SpanKind
  for (SpanKind kind : {SpanKind::Unstaffed, SpanKind::Staffed}) {
    const auto mark = static_cast<std::uint8_t>(kind);
    for (const Span& span : spans) {
      if (span.kind != kind) continue;
      if (span.from < 0 || span.from >= span.to || span.to > kMinutesADay) {
        return fault("a span must end after it begins, between 00:00 and 24:00");
      }
      const auto begin = minutes.begin() + span.from;
      const auto end = minutes.begin() + span.to;
      if (std::find(begin, end, mark) != end) return fault("two spans of one kind overlap");
      std::fill(begin, end, mark);
    }
  }
  std::vector<Span> form;
  for (int from = 0; from < kMinutesADay;) {
    const std::uint8_t mark = minutes[static_cast<std::size_t>(from)];
    const auto end = std::find_if(minutes.begin() + from, minutes.end(),
                                  [mark](std::uint8_t minute) { return minute != mark; });
    const int to = static_cast<int>(end - minutes.begin());
    if (mark != 0) form.push_back({from, to, static_cast<SpanKind>(mark)});
    from = to;
  }
  if (form.size() > kMostSpans) return fault("a day may have at most 8 spans");
  return form;
}

/// The same times with nobody there.
std::vector<Span> unstaffed(const std::vector<Span>& spans) {
  std::vector<Span> result;
  for (const Span& span : spans) {
    if (!result.empty() && result.back().to == span.from) {
      result.back().to = span.to;
    } else {
      result.push_back({span.from, span.to, SpanKind::Unstaffed});
    }
  }
  return result;
}

/// The first instant of the day at which the clock on the wall shows `minute` or a later one.
Instant instantOf(Day day, int minute) {
  if (minute == kMinutesADay) return fromLocal({day + days{1}, 0, 0});
  const LocalTime wall{day, minute / 60, minute % 60};
  const Instant instant = fromLocal(wall);
  if (toLocal(instant) == wall) return instant;
  // March leaves this minute out: the clock goes from 02:00 to 03:00, the hour that fromLocal gave.
  return instant - minutes{wall.minute};
}

/// A span on a certain day; empty (to <= from) where March leaves it out.
struct Run {
  Instant from;
  Instant to;
};

Run runOf(Day day, const Span& span) {
  return {instantOf(day, span.from), instantOf(day, span.to)};
}

}  // namespace

std::size_t OpeningHours::index(int isoDay) {
  assert(isoDay >= 1 && isoDay <= 7);
  return static_cast<std::size_t>(isoDay - 1);
}

Status OpeningHours::setWeekday(int isoDay, const std::vector<Span>& spans) {
  auto form = inOneForm(spans);
  if (!form) return form.error();
  m_week[index(isoDay)] = std::move(*form);
  return {};
}

Status OpeningHours::setException(Day day, HoursException exception) {
  const year_month_day date{day};
  if (date.year() < kFirstYear || date.year() > kLastYear) {
    return fault("a date must be in the years 2000 to 2099");
  }
  if (!exception.note.empty() && !isCode(exception.note)) return fault("a note must be a code");
  if (m_exceptions.size() >= kMostExceptions && !m_exceptions.contains(day)) {
    return fault("a place may have at most 400 dates of its own");
  }
  auto form = inOneForm(exception.spans);
  if (!form) return form.error();
  exception.spans = std::move(*form);
  m_exceptions.insert_or_assign(day, std::move(exception));
  return {};
}

std::vector<Span> OpeningHours::on(Day day) const {
  const auto exception = m_exceptions.find(day);
  if (exception != m_exceptions.end()) return exception->second.spans;
  const std::vector<Span>& usual = onWeekday(weekday(day));
  const auto what = holiday(day);
  if (!what) return usual;
  switch (what->kind == HolidayKind::PublicHoliday ? m_publicHolidays : m_customaryClosings) {
    case OnHoliday::Closed:
      return {};
    case OnHoliday::Unstaffed:
      return unstaffed(usual);
    case OnHoliday::Usual:
      return usual;
  }
  return {};
}

bool OpeningHours::isOpen(Instant instant, SpanKind kind) const {
  const Day day = toLocal(instant).day;
  const std::vector<Span> spans = on(day);
  return std::any_of(spans.begin(), spans.end(), [&](const Span& span) {
    const Run run = runOf(day, span);
    return span.kind == kind && run.from <= instant && instant < run.to;
  });
}

OpenState OpeningHours::at(Instant now, SpanKind kind) const {
  const Day today = toLocal(now).day;
  const Day last = today + days{kDaysAhead};
  std::vector<Run> runs;  // those that are not over; the first two tell all
  for (Day day = today; day <= last && runs.size() < 2; day += days{1}) {
    for (const Span& span : on(day)) {
      const Run run = runOf(day, span);
      if (span.kind != kind || run.to <= run.from || run.to <= now) continue;
      if (!runs.empty() && runs.back().to == run.from) {
        runs.back().to = run.to;
      } else {
        runs.push_back(run);
      }
    }
  }
  const Instant end = instantOf(last, kMinutesADay);
  OpenState state;
  state.open = !runs.empty() && runs[0].from <= now;
  const std::size_t next = state.open ? 1 : 0;
  if (next < runs.size()) state.nextOpening = runs[next].from;
  state.until = state.open ? runs[0].to : state.nextOpening.value_or(end);
  state.beyond = state.until == end;
  return state;
}

}  // namespace vejviser
