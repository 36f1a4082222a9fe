// The wire's form of opening hours, and the words of their kinds.
#include "src/base/text.h"
#include "src/domain/opening_hours.h"

#include <algorithm>
#include <cstdio>

namespace vejviser {

namespace {

// 400 exceptions of at most 140 bytes and a week of at most 640 fit; longer text is not ours.
constexpr std::size_t kLongestText = 64 * 1024;

constexpr OnHoliday kRules[] = {OnHoliday::Closed, OnHoliday::Unstaffed, OnHoliday::Usual};

// What is quoted in an error comes from the wire: no more of it than can be a part.
constexpr std::size_t kLongestQuoted = 60;

Error fault(std::string_view part, const std::string& why) {
  const std::string_view quoted = isPlainText(part, kLongestQuoted) ? part : "...";
  return {ErrorCode::Invalid, "opening hours", "'" + std::string{quoted} + "' " + why};
}

std::string encode(const std::vector<Span>& spans) {
  std::string text;
  for (const Span& span : spans) {
    char buffer[48];
    std::snprintf(buffer, sizeof buffer, " %02d%02d-%02d%02d%c", span.from / 60, span.from % 60,
                  span.to / 60, span.to % 60, span.kind == SpanKind::Staffed ? 's' : 'u');
    text += buffer;
  }
  return text;
}

/// Takes what stands before `mark`, and the mark, off the front of `text`.
std::string_view take(std::string_view& text, char mark) {
  const std::size_t end = std::min(text.find(mark), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

/// "0830" as minutes after midnight. "0790" is let through: it is not the one form of its minute.
std::optional<int> parseMinute(std::string_view text) {
  const bool digits = text.size() == 4 && std::all_of(text.begin(), text.end(),
                                                      [](char c) { return c >= '0' && c <= '9'; });
  if (!digits) return std::nullopt;
  const auto digit = [text](std::size_t i) { return text[i] - '0'; };
  return (digit(0) * 10 + digit(1)) * 60 + digit(2) * 10 + digit(3);
}

Result<std::vector<Span>> parseSpans(std::string_view text) {
  std::vector<Span> spans;
  while (!text.empty()) {
    const std::string_view part = take(text, ' ');
    const bool whole = part.size() == 10 && part[4] == '-' && (part[9] == 's' || part[9] == 'u');
    const auto from = whole ? parseMinute(part.substr(0, 4)) : std::nullopt;
    const auto to = whole ? parseMinute(part.substr(5, 4)) : std::nullopt;
    if (!from || !to) return fault(part, "is not a span such as 0800-1000s");
    spans.push_back({*from, *to, part[9] == 's' ? SpanKind::Staffed : SpanKind::Unstaffed});
  }
  return spans;
}

/// "1", "h", "c" or a date with or without a note, and what is said of it.
Status parsePart(std::string_view part, OpeningHours& hours) {
  std::string_view rest = part;
  std::string_view what = take(rest, ' ');
  if (what == "h" || what == "c") {
    const auto rule = onHolidayFromCode(rest);
    if (!rule) return fault(part, "must say closed, unstaffed or usual");
    if (what == "h") hours.setPublicHolidays(*rule);
    if (what == "c") hours.setCustomaryClosings(*rule);
    return {};
  }
  auto spans = parseSpans(rest);
  if (!spans) return spans.error();
  if (what.size() == 1 && what[0] >= '1' && what[0] <= '7') {
    return hours.setWeekday(what[0] - '0', *spans);
  }
  const auto day = parseDay(take(what, '#'));
  if (!day) return fault(part, "is neither a weekday nor a date");
  return hours.setException(*day, {std::move(*spans), std::string{what}});
}

}  // namespace

std::string_view code(SpanKind kind) {
  return kind == SpanKind::Staffed ? "staffed" : "unstaffed";
}

std::string_view code(OnHoliday rule) {
  switch (rule) {
    case OnHoliday::Closed:
      return "closed";
    case OnHoliday::Unstaffed:
      return "unstaffed";
    case OnHoliday::Usual:
      return "usual";
  }
  return "closed";
}

std::optional<SpanKind> spanKindFromCode(std::string_view text) {
  for (SpanKind kind : {SpanKind::Staffed, SpanKind::Unstaffed}) {
    if (text == code(kind)) return kind;
  }
  return std::nullopt;
}

std::optional<OnHoliday> onHolidayFromCode(std::string_view text) {
  for (OnHoliday rule : kRules) {
    if (text == code(rule)) return rule;
  }
  return std::nullopt;
}

std::string encodeHours(const OpeningHours& hours) {
  std::string text;
  const auto add = [&text](const std::string& part) {
    if (!text.empty()) text += ';';
    text += part;
  };
  for (int day = 1; day <= 7; ++day) {
    const auto& spans = hours.onWeekday(day);
    if (!spans.empty()) add(std::to_string(day) + encode(spans));
  }
  const auto addRule = [&add](char letter, OnHoliday rule) {
    if (rule != OnHoliday::Closed) add(std::string{letter, ' '} + std::string{code(rule)});
  };
  addRule('h', hours.publicHolidays());
  addRule('c', hours.customaryClosings());
  for (const auto& [day, exception] : hours.exceptions()) {
    const std::string note = exception.note.empty() ? "" : "#" + exception.note;
    add(toString(day) + note + encode(exception.spans));
  }
  return text;
}

Result<OpeningHours> parseHours(std::string_view text) {
  if (text.size() > kLongestText) return fault(text, "is longer than 65536 bytes");
  OpeningHours hours;
  for (std::string_view rest = text; !rest.empty();) {
    const Status read = parsePart(take(rest, ';'), hours);
    if (!read) return read.error();
  }
  // One form for one value: what would be written otherwise was not written by encodeHours().
  if (encodeHours(hours) != text) {
    return Error{ErrorCode::Invalid, "opening hours", "are not in their one form"};
  }
  return hours;
}

}  // namespace vejviser
