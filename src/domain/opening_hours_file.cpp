#include "src/domain/opening_hours_file.h"

#include "src/domain/codes.h"

#include <algorithm>
#include <array>

namespace vejviser {

namespace {

enum Column : std::size_t { Place, UnitCode, Days, From, To, Kind, Note, Columns };
constexpr std::array<std::string_view, Columns> kColumns = {"place", "unit", "days", "from",
                                                            "to",    "kind", "note"};
constexpr std::array<std::string_view, 7> kWeekdays = {"mon", "tue", "wed", "thu",
                                                       "fri", "sat", "sun"};

using Cells = std::array<std::string, Columns>;

/// Which days a row speaks of.
struct DaysCell {
  enum class What { Weekdays, Date, PublicHolidays, CustomaryClosings } what = What::Weekdays;
  int first = 0;  ///< ISO weekdays
  int last = 0;
  Day date{};
};

/// What the rows have said of one day so far, as it was written.
struct DayRules {
  HoursException said;
  bool closed = false;
  std::size_t line = 0;  ///< the last that spoke of it; 0: none
};

/// What the rows have said of one place so far.
struct PlaceRules {
  OpeningHours hours;
  std::array<DayRules, 7> week;
  std::map<Day, DayRules> dates;
  std::size_t publicHolidaysLine = 0;
  std::size_t customaryClosingsLine = 0;
};

Error fault(std::size_t line, Column column, const std::string& why) {
  return {ErrorCode::Invalid, "opening hours line " + std::to_string(line),
          std::string{kColumns[column]} + " " + why};
}

/// "08:00", "8:00" or "08.00" as minutes after midnight, up to 24:00.
std::optional<int> readTime(std::string_view text) {
  const std::size_t mark = text.find_first_of(":.");
  const bool shaped = (mark == 1 || mark == 2) && text.size() == mark + 3;
  if (!shaped) return std::nullopt;
  int hour = 0;
  int minute = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == mark) continue;
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    int& number = i < mark ? hour : minute;
    number = number * 10 + (text[i] - '0');
  }
  const int minutes = hour * 60 + minute;
  if (minute > 59 || minutes > kMinutesADay) return std::nullopt;
  return minutes;
}

/// The ISO weekday of "mon" to "sun"; 0 for other text.
int readWeekday(std::string_view text) {
  const auto it = std::find(kWeekdays.begin(), kWeekdays.end(), text);
  return it == kWeekdays.end() ? 0 : static_cast<int>(it - kWeekdays.begin()) + 1;
}

std::optional<DaysCell> readDays(std::string_view text) {
  using What = DaysCell::What;
  DaysCell days;
  if (text == "holidays") {
    days.what = What::PublicHolidays;
    return days;
  }
  if (text == "customary") {
    days.what = What::CustomaryClosings;
    return days;
  }
  if (const auto date = parseDay(text)) {
    days.what = What::Date;
    days.date = *date;
    return days;
  }
  const std::size_t dash = text.find('-');
  days.first = readWeekday(text.substr(0, dash));
  days.last = dash == text.npos ? days.first : readWeekday(text.substr(dash + 1));
  if (days.first == 0 || days.last < days.first) return std::nullopt;
  return days;
}

Result<Cells> readCells(const std::vector<std::string>& row, std::size_t columns,
                        std::size_t line) {
  if (row.size() > columns) {
    return Error{ErrorCode::Invalid, "opening hours line " + std::to_string(line),
                 "has " + std::to_string(row.size()) + " columns, the heading has " +
                     std::to_string(columns)};
  }
  Cells cells;
  std::copy(row.begin(), row.end(), cells.begin());
  if (!isCode(cells[Place])) return fault(line, Place, "'" + cells[Place] + "' is not a code");
  if (!cells[UnitCode].empty() && !unitFromCode(cells[UnitCode])) {
    return fault(line, UnitCode,
                 "is '" + cells[UnitCode] + "', must be library, citizen_service or empty");
  }
  return cells;
}

/// A row that says a word in `from` has nothing to say in `to` and `kind`.
Status expectNoSpan(const Cells& cells, std::size_t line) {
  for (Column column : {To, Kind}) {
    if (!cells[column].empty()) return fault(line, column, "must be empty after a word in from");
  }
  return {};
}

Result<Span> readSpan(const Cells& cells, std::size_t line) {
  const auto from = readTime(cells[From]);
  if (!from) return fault(line, From, "is '" + cells[From] + "', must be a time or closed");
  const auto to = readTime(cells[To]);
  if (!to) return fault(line, To, "is '" + cells[To] + "', must be a time up to 24:00");
  if (*to <= *from) return fault(line, To, "must be later than from");
  const auto kind = spanKindFromCode(cells[Kind]);
  if (!kind) return fault(line, Kind, "is '" + cells[Kind] + "', must be staffed or unstaffed");
  return Span{*from, *to, *kind};
}

/// Adds what the row says of one day to what earlier rows said.
Status addTo(DayRules& rules, const Cells& cells, std::size_t line) {
  const std::string earlier = "line " + std::to_string(rules.line);
  const bool closed = cells[From] == "closed";
  if (closed && rules.line != 0) {
    return fault(line, Days, "'" + cells[Days] + "' is closed here but stands in " + earlier);
  }
  if (rules.closed) return fault(line, Days, "'" + cells[Days] + "' is closed in " + earlier);
  if (rules.line != 0 && cells[Note] != rules.said.note) {
    return fault(line, Note, "must be that of " + earlier);
  }
  if (closed) {
    const Status empty = expectNoSpan(cells, line);
    if (!empty) return empty;
  } else {
    const auto span = readSpan(cells, line);
    if (!span) return span.error();
    rules.said.spans.push_back(*span);
  }
  rules.said.note = cells[Note];
  rules.closed = closed;
  rules.line = line;
  return {};
}

Status addWeekdays(PlaceRules& place, const DaysCell& days, const Cells& cells, std::size_t line) {
  if (!cells[Note].empty()) return fault(line, Note, "is for dates only");
  for (int day = days.first; day <= days.last; ++day) {
    DayRules& rules = place.week[static_cast<std::size_t>(day - 1)];
    const Status added = addTo(rules, cells, line);
    if (!added) return added;
    const Status set = place.hours.setWeekday(day, rules.said.spans);
    if (!set) return fault(line, From, "cannot stand: " + set.error().detail);
  }
  return {};
}

Status addDate(PlaceRules& place, Day date, const Cells& cells, std::size_t line) {
  if (!cells[Note].empty() && !isCode(cells[Note])) {
    return fault(line, Note, "'" + cells[Note] + "' is not a code");
  }
  DayRules& rules = place.dates[date];
  const Status added = addTo(rules, cells, line);
  if (!added) return added;
  const Status set = place.hours.setException(date, rules.said);
  // The date itself is refused with its first row; later ones can only be wrong in their span.
  const Column column = rules.said.spans.size() > 1 ? From : Days;
  if (!set) return fault(line, column, "cannot stand: " + set.error().detail);
  return {};
}

Status addHolidays(PlaceRules& place, bool areCustomary, const Cells& cells, std::size_t line) {
  std::size_t& earlier = areCustomary ? place.customaryClosingsLine : place.publicHolidaysLine;
  if (earlier != 0) {
    return fault(line, Days, "'" + cells[Days] + "' stand in line " + std::to_string(earlier));
  }
  earlier = line;
  const auto rule = onHolidayFromCode(cells[From]);
  if (!rule) {
    return fault(line, From, "is '" + cells[From] + "', must be closed, unstaffed or usual");
  }
  if (!cells[Note].empty()) return fault(line, Note, "is for dates only");
  if (areCustomary) {
    place.hours.setCustomaryClosings(*rule);
  } else {
    place.hours.setPublicHolidays(*rule);
  }
  return expectNoSpan(cells, line);
}

Status addRow(PlaceRules& place, const Cells& cells, std::size_t line) {
  const auto days = readDays(cells[Days]);
  if (!days) {
    return fault(line, Days,
                 "is '" + cells[Days] +
                     "', must be mon to sun, such as mon-fri, a date such as "
                     "2026-12-24, holidays or customary");
  }
  switch (days->what) {
    case DaysCell::What::Weekdays:
      return addWeekdays(place, *days, cells, line);
    case DaysCell::What::Date:
      return addDate(place, days->date, cells, line);
    case DaysCell::What::PublicHolidays:
      return addHolidays(place, false, cells, line);
    case DaysCell::What::CustomaryClosings:
      return addHolidays(place, true, cells, line);
  }
  return {};
}

/// True for the columns in their order, with or without the last.
bool isHeading(const std::vector<std::string>& row) {
  return (row.size() == Columns || row.size() == Columns - 1) &&
         std::equal(row.begin(), row.end(), kColumns.begin());
}

}  // namespace

Result<std::map<PlaceKey, OpeningHours>> readOpeningHours(
    const std::vector<std::vector<std::string>>& rows) {
  const auto whole = [](std::size_t line, const std::string& why) {
    return Error{ErrorCode::Invalid, "opening hours line " + std::to_string(line), why};
  };
  if (rows.empty() || !isHeading(rows[0])) {
    return whole(1, "must name the columns place,unit,days,from,to,kind in this order");
  }
  if (rows.size() == 1) return whole(1, "is followed by no hours");
  if (rows.size() > kMostHoursRows) return whole(kMostHoursRows, "is more than a file may hold");
  std::map<PlaceKey, PlaceRules> places;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const std::size_t line = i + 1;
    const auto cells = readCells(rows[i], rows[0].size(), line);
    if (!cells) return cells.error();
    PlaceRules& place = places[{(*cells)[Place], (*cells)[UnitCode]}];
    if (places.size() > kMostPlaces) return fault(line, Place, "is one more than 500");
    const Status added = addRow(place, *cells, line);
    if (!added) return added.error();
  }
  std::map<PlaceKey, OpeningHours> hours;
  for (auto& [key, place] : places) hours.emplace(key, std::move(place.hours));
  return hours;
}

}  // namespace vejviser
