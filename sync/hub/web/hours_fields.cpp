#include "sync/hub/web/hours_fields.h"

#include "src/domain/holidays.h"

#include <algorithm>
#include <cstdio>
#include <set>

namespace vejviser::hub::web {

namespace {

using std::chrono::days;

constexpr days kShownAhead{366};   // every holiday once
constexpr days kLongestRange{92};  // a summer
constexpr int kNewDates = 3;       // at a time

std::string timeText(Language language, int minutes) {
  char buffer[24];
  std::snprintf(buffer, sizeof buffer, language == Language::Danish ? "%02d.%02d" : "%02d:%02d",
                minutes / 60, minutes % 60);
  return buffer;
}

std::string rangeText(Language language, const Span& span) {
  return timeText(language, span.from) + "-" + timeText(language, span.to);
}

std::string rangesText(Language language, const std::vector<Span>& spans, SpanKind kind) {
  std::string words;
  for (const Span& span : spans) {
    if (span.kind != kind) continue;
    words += (words.empty() ? "" : ", ") + rangeText(language, span);
  }
  return words;
}

/// "8", "8.30", "08:30" as minutes after midnight.
std::optional<int> readTime(std::string_view words) {
  int parts[2] = {0, 0};
  std::size_t digits[2] = {0, 0};
  std::size_t part = 0;
  for (const char c : words) {
    if ((c == '.' || c == ':') && part == 0) {
      part = 1;
    } else if (c >= '0' && c <= '9' && digits[part] < 2) {
      parts[part] = parts[part] * 10 + (c - '0');
      ++digits[part];
    } else {
      return std::nullopt;
    }
  }
  const bool whole = digits[0] > 0 && (part == 0 || digits[1] == 2) && parts[1] < 60;
  const int minutes = parts[0] * 60 + parts[1];
  return whole && minutes <= kMinutesADay ? std::optional{minutes} : std::nullopt;
}

/// Without blanks, and with a hyphen for the dash that word processors make of it.
std::string plain(const std::string& words) {
  constexpr std::string_view kDash = "\u2013";
  std::string result;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words.compare(i, kDash.size(), kDash) == 0) {
      result += '-';
      i += kDash.size() - 1;
    } else if (words[i] != ' ') {
      result += words[i];
    }
  }
  return result;
}

/// Nothing for what is no list of ranges.
std::optional<std::vector<Span>> readRanges(const std::string& words, SpanKind kind) {
  std::vector<Span> spans;
  const std::string text = plain(words);
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t end = std::min(rest.find_first_of(",;"), rest.size());
    const std::string_view range = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const std::size_t dash = range.find('-');
    if (dash == range.npos) return std::nullopt;
    const auto from = readTime(range.substr(0, dash));
    const auto to = readTime(range.substr(dash + 1));
    if (!from || !to || *to <= *from) return std::nullopt;
    spans.push_back({*from, *to, kind});
  }
  return spans;
}

Field spansField(Language language, const std::string& name, const std::string& label,
                 const std::vector<Span>& spans, SpanKind kind) {
  return {name, label, rangesText(language, spans, kind)};
}

Field ruleField(Language language, const std::string& name, OnHoliday rule) {
  Field field{name, text(language, "hours_" + name), std::string{code(rule)}, "select"};
  for (const OnHoliday each : {OnHoliday::Closed, OnHoliday::Unstaffed, OnHoliday::Usual}) {
    const std::string word{code(each)};
    field.choices.emplace_back(word, text(language, "on_holiday_" + word));
  }
  return field;
}

/// Of one date: how it goes, its hours and why.
std::vector<Field> dateFields(Language language, const std::string& id,
                              const HoursException* exception) {
  const std::string mode = exception == nullptr       ? "rule"
                           : exception->spans.empty() ? "closed"
                                                      : "hours";
  Field how{id + "-how", text(language, "day_how"), mode, "select"};
  for (const char* word : {"rule", "closed", "hours"}) {
    how.choices.emplace_back(word, text(language, std::string{"day_"} + word));
  }
  const HoursException said = exception == nullptr ? HoursException{} : *exception;
  Field note{id + "-note", text(language, "day_note"), said.note};
  note.hint = text(language, "day_note_hint");
  return {
      how,
      spansField(language, id + "-s", text(language, "staffed"), said.spans, SpanKind::Staffed),
      spansField(language, id + "-u", text(language, "unstaffed"), said.spans, SpanKind::Unstaffed),
      note};
}

std::string idOf(Day day) {
  return "x" + toString(day);
}

DateFields shownDate(Language language, const OpeningHours& hours, Day day) {
  const auto exception = hours.exceptions().find(day);
  const bool said = exception != hours.exceptions().end();
  const auto feast = holiday(day);
  std::string heading = weekdayName(language, weekday(day)) + " " + date(language, day);
  if (feast) {
    heading += ", ";
    heading += language == Language::Danish ? feast->nameDa : feast->nameEn;
  }
  return {idOf(day), heading, inWords(language, hours.on(day)), false,
          dateFields(language, idOf(day), said ? &exception->second : nullptr)};
}

DateFields newDate(Language language, int place) {
  const std::string id = "new" + std::to_string(place);
  DateFields fields{id, text(language, "day_new"), "", false, dateFields(language, id, nullptr)};
  fields.fields.front().value = "closed";
  fields.fields.front().choices.erase(fields.fields.front().choices.begin());  // what else?
  Field last{id + "-to", text(language, "day_to"), "", "date"};
  last.hint = text(language, "day_to_hint");
  fields.fields.insert(fields.fields.begin(), last);
  fields.fields.insert(fields.fields.begin(),
                       Field{id + "-from", text(language, "day_from"), "", "date"});
  return fields;
}

/// Reads fields and notes what is wrong with them.
class Reader {
 public:
  Reader(Language language, HoursFields& fields) : m_language(language) {
    fields.each([this](Field& field) { m_fields[field.name] = &field; });
  }

  std::string value(const std::string& name) const {
    const auto it = m_fields.find(name);
    return it == m_fields.end() ? std::string{} : it->second->value;
  }
  void fault(const std::string& name, const char* key) {
    m_whole = false;
    if (const auto it = m_fields.find(name); it != m_fields.end()) {
      it->second->fault = text(m_language, key);
    }
  }
  bool whole() const { return m_whole; }

  /// The spans of two fields, as they were written.
  std::vector<Span> spans(const std::string& id) {
    std::vector<Span> all;
    for (const auto& [end, kind] :
         {std::pair{"-s", SpanKind::Staffed}, std::pair{"-u", SpanKind::Unstaffed}}) {
      const auto some = readRanges(value(id + end), kind);
      if (!some) {
        fault(id + end, "ranges_wrong");
      } else {
        all.insert(all.end(), some->begin(), some->end());
      }
    }
    return all;
  }

  /// What a date's fields say; nothing: it goes by the rule.
  std::optional<HoursException> exception(const std::string& id) {
    const std::string how = value(id + "-how");
    HoursException said{spans(id), value(id + "-note")};
    if (how != "hours" && !said.spans.empty()) fault(id + "-how", "day_hours_wrong");
    if (how == "hours" && said.spans.empty()) fault(id + "-s", "day_no_hours");
    if (how == "rule") return std::nullopt;
    if (!said.note.empty() && !isCode(said.note)) fault(id + "-note", "day_note_wrong");
    return said;
  }

  void set(OpeningHours& hours, const std::string& id, Day day, const HoursException& said) {
    if (m_whole && !hours.setException(day, said)) fault(id + "-s", "ranges_overlap");
  }

 private:
  Language m_language;
  std::map<std::string, Field*> m_fields;
  bool m_whole = true;
};

/// Dates from one to another, both included.
void addNew(Reader& reader, const std::string& id, OpeningHours& hours) {
  const std::string from = reader.value(id + "-from");
  const std::string to = reader.value(id + "-to");
  if (from.empty() && to.empty() && reader.spans(id).empty()) return;
  const auto first = parseDay(from);
  const auto last = to.empty() ? first : parseDay(to);
  const auto said = reader.exception(id);
  if (!first) return reader.fault(id + "-from", "day_wrong");
  if (!last || *last < *first || *last - *first > kLongestRange) {
    return reader.fault(id + "-to", "day_to_wrong");
  }
  for (Day day = *first; said && day <= *last; day += days{1}) reader.set(hours, id, day, *said);
}

/// Adds the days that the names of a form's fields tell.
void addNamed(const Form& form, std::set<Day>& days) {
  constexpr std::string_view kEnd = "-how";
  for (const auto& [name, value] : form) {
    if (!name.starts_with('x') || !name.ends_with(kEnd)) continue;
    const auto day = parseDay(std::string_view{name}.substr(1, name.size() - 1 - kEnd.size()));
    if (day) days.insert(*day);
  }
}

OnHoliday ruleIn(const Reader& reader, const char* name) {
  return onHolidayFromCode(reader.value(name)).value_or(OnHoliday::Closed);
}

}  // namespace

std::string inWords(Language language, const std::vector<Span>& spans) {
  std::string words;
  for (const Span& span : spans) {
    words += (words.empty() ? "" : ", ") + rangeText(language, span) + " " +
             text(language, span.kind == SpanKind::Staffed ? "is_staffed" : "is_unstaffed");
  }
  return words.empty() ? text(language, "closed") : words;
}

HoursFields hoursFields(Language language, const OpeningHours& hours, Day today, const Form& form) {
  HoursFields fields;
  for (int day = 1; day <= 7; ++day) {
    const std::string id = "d" + std::to_string(day);
    const std::string name = weekdayName(language, day) + ", ";
    fields.week.push_back(spansField(language, id + "-s", name + text(language, "is_staffed"),
                                     hours.onWeekday(day), SpanKind::Staffed));
    fields.week.push_back(spansField(language, id + "-u", name + text(language, "is_unstaffed"),
                                     hours.onWeekday(day), SpanKind::Unstaffed));
  }
  fields.rules = {ruleField(language, "holidays", hours.publicHolidays()),
                  ruleField(language, "customary", hours.customaryClosings())};
  std::set<Day> shown;
  for (Day day = today; day < today + kShownAhead; day += days{1}) {
    if (holiday(day)) shown.insert(day);
  }
  for (const auto& [day, exception] : hours.exceptions()) {
    if (day >= today) shown.insert(day);
  }
  addNamed(form, shown);
  for (const Day day : shown) fields.dates.push_back(shownDate(language, hours, day));
  for (int place = 1; place <= kNewDates; ++place) {
    fields.more.push_back(newDate(language, place));
  }
  return fields;
}

std::optional<OpeningHours> hoursOf(Language language, const Form& form, const OpeningHours& stored,
                                    HoursFields& fields) {
  fields.each([&form](Field& each) {
    if (form.contains(each.name)) each.value = field(form, each.name);
  });
  Reader reader{language, fields};
  OpeningHours hours;
  for (int day = 1; day <= 7; ++day) {
    const std::string id = "d" + std::to_string(day);
    if (!hours.setWeekday(day, reader.spans(id))) reader.fault(id + "-s", "ranges_overlap");
  }
  hours.setPublicHolidays(ruleIn(reader, "holidays"));
  hours.setCustomaryClosings(ruleIn(reader, "customary"));
  std::map<Day, HoursException> dates = stored.exceptions();
  for (const DateFields& shown : fields.dates) {
    const auto day = parseDay(std::string_view{shown.id}.substr(1));
    const auto said = reader.exception(shown.id);
    dates.erase(*day);
    if (said) reader.set(hours, shown.id, *day, *said);
  }
  for (const auto& [day, said] : dates) reader.set(hours, "", day, said);
  for (const DateFields& added : fields.more) addNew(reader, added.id, hours);
  for (auto* group : {&fields.dates, &fields.more}) {
    for (DateFields& date : *group) {
      date.open = std::any_of(date.fields.begin(), date.fields.end(),
                              [](const Field& field) { return !field.fault.empty(); });
    }
  }
  return reader.whole() ? std::optional{hours} : std::nullopt;
}

}  // namespace vejviser::hub::web
