// When a place is open: a branch's unit, or an outside body such as a hotline. One rule for tablet
// and hub: whether it is open now, until when, when next; and whether it was at the time of a help.
#pragma once

#include "src/base/result.h"
#include "src/domain/calendar.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vejviser {

constexpr int kMinutesADay = 24 * 60;
constexpr std::size_t kMostSpans = 8;         // a day; a library has three or four
constexpr std::size_t kMostExceptions = 400;  // a place; more than a year has days
constexpr int kDaysAhead = 60;                // that at() looks; longer than a summer's closing

enum class SpanKind : std::uint8_t {
  Staffed = 1,    ///< somebody is there to help (betjent)
  Unstaffed = 2,  ///< the door opens, nobody is there (ubetjent, "åbent bibliotek")
};

/// Part of a day by the clock on the wall, in minutes after midnight: from <= t < to, and
/// 0 <= from < to <= kMinutesADay.
struct Span {
  int from = 0;
  int to = 0;
  SpanKind kind = SpanKind::Staffed;

  bool operator==(const Span&) const = default;
};

/// What the hours of the weekday mean on a holiday.
enum class OnHoliday : std::uint8_t {
  Closed,     ///< nothing
  Unstaffed,  ///< open at the same times, with nobody there
  Usual,      ///< the same
};

/// What holds on one date in place of the weekday's hours, also if the date is a holiday.
struct HoursException {
  std::vector<Span> spans;  ///< none: closed
  std::string note{};       ///< a code that says why, e.g. "inventory"; may be empty

  bool operator==(const HoursException&) const = default;
};

struct OpenState {
  bool open = false;
  Instant until{};                       ///< when it closes; if closed, when it opens
  std::optional<Instant> nextOpening{};  ///< after `until` if open; nothing within kDaysAhead
  bool beyond = false;  ///< it stays so for all days looked at, and `until` is their end

  bool operator==(const OpenState&) const = default;
};

/// The hours of one place. Made empty: never open, and closed on holidays of both kinds. Equal
/// hours are equal values, however they were written: spans are in order, spans of one kind that
/// touch are one, and none overlap.
class OpeningHours {
 public:
  /// Sets the hours of an ISO weekday (1-7). Where both kinds overlap it is staffed, so that
  /// "08-22, of which staffed 10-17" can be said as it is. Error Invalid, with nothing changed, for
  /// a span outside the day, for two of one kind that overlap, and for more than kMostSpans.
  Status setWeekday(int isoDay, const std::vector<Span>& spans);
  /// The same for one date. Error Invalid also for a note that is not a code (isCode()), a year
  /// other than 2000 to 2099 and more than kMostExceptions dates.
  Status setException(Day day, HoursException exception);
  void setPublicHolidays(OnHoliday rule) { m_publicHolidays = rule; }
  void setCustomaryClosings(OnHoliday rule) { m_customaryClosings = rule; }

  const std::vector<Span>& onWeekday(int isoDay) const { return m_week[index(isoDay)]; }
  const std::map<Day, HoursException>& exceptions() const { return m_exceptions; }
  OnHoliday publicHolidays() const { return m_publicHolidays; }
  OnHoliday customaryClosings() const { return m_customaryClosings; }

  /// What holds on `day`, in order; none: closed.
  std::vector<Span> on(Day day) const;

  /// True while a span of `kind` holds. A minute that March leaves out is over as soon as the clock
  /// is set forward; one that October repeats counts the first time it comes.
  bool isOpen(Instant instant, SpanKind kind = SpanKind::Staffed) const;

  /// What holds at `now` and what comes next, looking at the rest of the day and kDaysAhead more.
  /// Only spans of `kind` count as open; those that touch, also over midnight, are one.
  OpenState at(Instant now, SpanKind kind = SpanKind::Staffed) const;

  bool operator==(const OpeningHours&) const = default;

 private:
  static std::size_t index(int isoDay);

  std::array<std::vector<Span>, 7> m_week;
  std::map<Day, HoursException> m_exceptions;
  OnHoliday m_publicHolidays = OnHoliday::Closed;
  OnHoliday m_customaryClosings = OnHoliday::Closed;
};

std::string_view code(SpanKind kind);   ///< "staffed", "unstaffed"
std::string_view code(OnHoliday rule);  ///< "closed", "unstaffed", "usual"
std::optional<SpanKind> spanKindFromCode(std::string_view text);
std::optional<OnHoliday> onHolidayFromCode(std::string_view text);

/// The hours as one string for the wire, parts divided by ';':
///   "1 0800-1000u 1000-1800s"    ISO weekday and its spans, u(nstaffed) or s(taffed); omitted:
///   none "h usual"  "c unstaffed"     public holidays and customary closings; omitted: closed
///   "2026-12-23#inventory 1000-1200s"  an exception, its note and spans; no spans: closed
/// in this order, ascending. Hours that are never open are "".
std::string encodeHours(const OpeningHours& hours);

/// Reads what encodeHours() writes. Equal hours have one form: Error Invalid for any other text.
Result<OpeningHours> parseHours(std::string_view text);

}  // namespace vejviser
