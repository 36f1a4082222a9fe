#include "src/domain/personal_numbers.h"

#include "src/domain/digit_run.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <string>
#include <vector>

namespace vejviser {

namespace {

using Run = DigitRun;

constexpr std::size_t kMostInternational = 15;  // ITU-T E.164
constexpr std::size_t kLeastAfterPlus = 8;      // fewer are a sum or a score
constexpr std::size_t kLeastAfterZeros = 9;     // Greenland's: 299 and 6 digits
constexpr std::size_t kLongestName = 16;        // of a word before a number: "faustnummeret"
constexpr std::size_t kMostWordsBefore = 4;     // "CVR-nummer er nr."

template <class Words>
bool holds(const Words& words, std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

bool isDate(int year, int month, int day) {
  return std::chrono::year_month_day{std::chrono::year{year},
                                     std::chrono::month{static_cast<unsigned>(month)},
                                     std::chrono::day{static_cast<unsigned>(day)}}
      .ok();
}

/// How many digits each part of a date has, as in DDMMYY or D/M YYYY.
struct DateShape {
  std::size_t day;
  std::size_t month;
  std::size_t year;

  std::size_t size() const { return day + month + year; }
  Places splits() const { return after(day, day + month); }
  /// "1/1-65"; with spaces, "1 1 65" may be any numbers.
  bool isShort() const { return day == 1 || month == 1; }
};

constexpr DateShape kDateShapes[] = {{2, 2, 4}, {2, 1, 4}, {1, 2, 4}, {1, 1, 4},
                                     {2, 2, 2}, {2, 1, 2}, {1, 2, 2}, {1, 1, 2}};

// --- CPR ---

/// The year of birth that two digits of it and the serial's first say. Source: cpr.dk.
int birthYear(int yy, int seventh) {
  if (seventh <= 3) return 1900 + yy;
  if (seventh == 4 || seventh == 9) return (yy <= 36 ? 2000 : 1900) + yy;
  return (yy <= 57 ? 2000 : 1800) + yy;
}

bool isSplitAsCpr(const Run& run, const DateShape& shape) {
  const std::size_t date = shape.size();
  const Places splits = run.splits(date + 4);
  if (shape.isShort()) {
    return splits == (shape.splits() | after(date)) && run.jointAfter[shape.day].kind != ' ';
  }
  if ((splits & ~(shape.splits() | after(date))) == 0) return true;
  // A serial in two, "010165 12 34", is told from a time of day only if the date is whole.
  return splits == after(date, date + 2) && run.jointAfter[date + 2].kind == ' ';
}

bool isCpr(const Run& run, const DateShape& shape) {
  const std::size_t date = shape.size();
  if (!run.endsAfter(date + 4) || !run.isJoinedBy(" -./?", date + 4)) return false;
  if (!isSplitAsCpr(run, shape)) return false;
  int year = run.number(shape.day + shape.month, shape.year);
  if (shape.year == 2) {
    year += 2000;  // has the leap days of any century that may be meant
  } else if (year != birthYear(year % 100, run.digit[date])) {
    return false;  // so "24-11-2025 1430" is a date and a time
  }
  const int day = run.number(0, shape.day);
  const int month = run.number(shape.day, shape.month);
  return isDate(year, month, day > 60 ? day - 60 : day);  // replacement numbers add 60
}

/// The digits of the CPR number that `run` starts with; 0 for none.
std::size_t cprDigits(const Run& run) {
  for (const DateShape& shape : kDateShapes) {
    if (isCpr(run, shape)) return shape.size() + 4;
  }
  return 0;
}

// --- Cards ---

/// Payment cards by first digit and length, so that ISBN and EAN (978..., 57...) are none. Source:
/// ISO/IEC 7812 and the networks' lengths: 13 is an old Visa, 14 Diners, 15 American Express.
bool isCardLength(int first, std::size_t n) {
  if (n == 13) return first == 4;
  if (n < 16) return first == 3;
  return first >= (n == 16 ? 2 : 3) && first <= 6;
}

bool passesLuhn(const Run& run, std::size_t n) {
  int sum = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const int value = (n - i) % 2 == 0 ? run.digit[i] * 2 : run.digit[i];
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 == 0;
}

/// True if all groups but the last have 4 digits or more; fewer are phone numbers in a row.
bool isSplitAsCard(const Run& run, std::size_t n) {
  std::size_t start = 0;
  for (std::size_t i = 1; i < n; ++i) {
    if (!run.endsAfter(i)) continue;
    if (i - start < 4) return false;
    start = i;
  }
  return true;
}

/// The digits of the card number that `run` starts with; 0 for none.
std::size_t cardDigits(const Run& run) {
  for (std::size_t n = kMostDigits; n >= 13; --n) {
    if (run.endsAfter(n) && isCardLength(run.digit[0], n) && run.isJoinedBy(" -", n) &&
        isSplitAsCard(run, n) && passesLuhn(run, n)) {
      return n;
    }
  }
  return 0;
}

// --- What is no personal data ---

/// The word before `from`, in small letters, or "€"; "" for none. Passes over fillers, as in
/// "CVR-nr. er".
std::string nameBefore(const PlainText& text, std::size_t from) {
  constexpr std::string_view kFillers[] = {"nr", "nummer", "nummeret", "no", "er"};
  std::size_t i = from;
  for (std::size_t n = 0; n < kMostWordsBefore; ++n) {
    for (std::size_t gap = 0; gap < kLongestJoint && !isLetter(text[i - 1]); ++gap, --i) {
      if (text[i - 1] == U'€') return "€";
      if (text[i - 1] == 0 || isDigit(text[i - 1])) return {};
    }
    std::string word;
    for (; word.size() < kLongestName && isLetter(text[i - 1]); --i) {
      word.push_back(text[i - 1] < 0x80 ? static_cast<char>(text[i - 1]) : '?');
    }
    std::reverse(word.begin(), word.end());
    if (!holds(kFillers, word)) return word;
  }
  return {};
}

bool isPublicName(std::string_view name) {
  for (const std::string_view word : {"isbn", "issn", "ean", "gln", "cvr", "faust"}) {
    if (!name.starts_with(word)) continue;
    const std::string_view rest = name.substr(word.size());  // "Faustnr", but not "Faustino"
    if (rest.empty() || rest.starts_with("nr") || rest.starts_with("num")) return true;
  }
  return false;
}

/// True if the number of the characters from `from` up to `end` is an amount: "kr. 23 456 789",
/// "23456789,50", "500,-".
bool isMoney(const PlainText& text, std::size_t from, std::size_t end) {
  constexpr std::string_view kMoney[] = {"kr", "dkk", "kroner", "eur", "euro", "mio", "€"};
  if (holds(kMoney, nameBefore(text, from))) return true;
  if (text[end] == U',') {
    if (text[end + 1] == U'-') return true;
    const std::size_t decimals = isDigit(text[end + 2]) ? 2 : 1;
    return isDigit(text[end + 1]) && !isDigit(text[end + 1 + decimals]);
  }
  const std::size_t word = end + (text[end] == U' ' ? 1 : 0);
  return text[word] == U'€' ||
         std::any_of(std::begin(kMoney), std::end(kMoney), [&](std::string_view money) {
           return text.says(word, money) && !isLetter(text[word + money.size()]);
         });
}

/// The digits of a date with its whole year that `run` starts with; 0 for none.
std::size_t dateDigits(const Run& run) {
  const auto isYear = [](int year) { return year >= 1900 && year <= 2099; };
  for (const DateShape& shape : kDateShapes) {
    const std::size_t n = shape.size();
    if (shape.year != 4 || !run.endsAfter(n) || run.splits(n) != shape.splits()) continue;
    if (shape.isShort() && run.jointAfter[shape.day].kind == ' ') continue;
    const int year = run.number(shape.day + shape.month, 4);
    const int month = run.number(shape.day, shape.month);
    if (isYear(year) && isDate(year, month, run.number(0, shape.day))) return n;
  }
  if (!run.endsAfter(8)) return 0;
  if (run.splits(8) == 0) {
    // "24112025": staff write days near now. As a phone it is one of 1,700 that start 20-31.
    const int year = run.number(4, 4);
    const bool near = year >= 2000 && year <= 2049;
    return near && isDate(year, run.number(2, 2), run.number(0, 2)) ? 8 : 0;
  }
  const int year = run.number(0, 4);
  const bool iso = run.splits(8) == after(4, 6) && run.jointAfter[4].kind != ' ' && isYear(year);
  return iso && isDate(year, run.number(4, 2), run.number(6, 2)) ? 8 : 0;
}

/// True for two halves that rise as years, times of day and round numbers do: "2025-2026",
/// "2000-2130", "3000-5000".
bool isRange(const Run& run) {
  const int first = run.number(0, 4);
  const int second = run.number(4, 4);
  const auto both = [&](auto fits) { return fits(first) && fits(second); };
  return first < second && (both([](int n) { return n >= 1900 && n <= 2099; }) ||
                            both([](int n) { return n / 100 < 24 && n % 100 < 60; }) ||
                            both([](int n) { return n % 50 == 0; }));
}

/// 70 is for firms and authorities, 80 free, 90 premium: no subscriber's. Source: Danish numbering
/// plan. So the hotline 7020 0000 may stand in a note.
bool isServiceNumber(const Run& run, std::size_t from) {
  return run.digit[from] >= 7 && run.digit[from + 1] == 0;
}

// --- Phones ---

/// True if `run` starts with 8 digits written as a Danish phone number.
bool isDanishPhone(const Run& run) {
  constexpr Places kGroupings[] = {after(4),    after(2),    after(2, 4),
                                   after(4, 6), after(2, 6), after(2, 5),
                                   after(3, 5), after(3, 6), after(2, 4, 6)};
  if (!run.endsAfter(8) || run.digit[0] < 2) return false;
  const Places splits = run.splits(8);
  if (splits == 0) return true;
  if (std::find(std::begin(kGroupings), std::end(kGroupings), splits) == std::end(kGroupings)) {
    return false;
  }
  char kind = '\0';  // the same throughout: "20.00-21.30" is opening hours
  for (const char each : {' ', '-', '.'}) {
    if (run.isJoinedBy(std::string_view{&each, 1}, 8)) kind = each;
  }
  if (kind == '\0') return false;
  if (kind == '.') {
    if (splits == after(2, 5)) return false;  // "23.456.789" is an amount
    for (std::size_t i = 1; i < 8; ++i) {
      if (run.endsAfter(i) && run.jointAfter[i].spaced) return false;  // "20. 21. 22. 23. maj"
    }
  }
  if (kind == '-' && splits == after(4) && isRange(run)) return false;
  // Glued to a number before or after: the middle of something else.
  const Joint next = run.jointAfter[8];
  const bool glued_before = run.before.isTight() && run.before.kind != '(';
  return !glued_before && !(next.isTight() && next.kind == kind);
}

/// The digits of an international number, with its 00; 0 for none.
std::size_t internationalDigits(const Run& run, bool plus) {
  const bool zeros = !plus && run.size > 2 && run.number(0, 2) == 0 && run.splits(3) == 0;
  const std::size_t prefix = zeros ? 2 : 0;
  if ((!plus && !zeros) || run.size < prefix + 2 || run.digit[prefix] == 0) return 0;
  if (run.number(prefix, 2) == 45 && run.endsAfter(prefix + 10)) return prefix + 10;
  const std::size_t least = plus ? kLeastAfterPlus : prefix + kLeastAfterZeros;
  for (std::size_t n = std::min(run.size, prefix + kMostInternational); n >= least; --n) {
    if (run.endsAfter(n) && run.isJoinedBy(" -.(", n)) return n;
  }
  return 0;
}

class NumberFinder {
 public:
  explicit NumberFinder(const PlainText& text) : m_text(text), m_groups(digitGroups(text)) {}

  std::optional<PersonalData> first() {
    for (std::size_t i = 0; i < m_groups.size(); ++i) {
      const Run run = digitRun(m_text, m_groups, i);
      if (run.size == 0) continue;
      if (const auto number = numberAt(run)) return number;
    }
    return std::nullopt;
  }

 private:
  std::optional<PersonalData> numberAt(const Run& run) {
    const std::size_t from = run.at[0];
    const bool plus = m_text[from - 1] == U'+';
    if (!plus) {
      if (const auto n = cardDigits(run)) return found(PersonalDataKind::Card, run, n);
      const auto n = cprDigits(run);
      const bool isbn = n > 0 && nameBefore(m_text, from).starts_with("isbn");
      if (n > 0 && !isbn) return found(PersonalDataKind::Cpr, run, n);
    }
    if (from < m_phonesFrom) return std::nullopt;
    if (const auto n = internationalDigits(run, plus)) return phone(run, n, plus);
    if (const auto n = dateDigits(run)) {
      m_phonesFrom = run.at[n - 1] + 1;
      return std::nullopt;
    }
    return isDanishPhone(run) ? phone(run, 8, false) : std::nullopt;
  }

  /// What has the shape of a phone number is one, unless it is something public.
  std::optional<PersonalData> phone(const Run& run, std::size_t n, bool plus) {
    const std::size_t from = run.at[0];
    const std::size_t end = run.at[n - 1] + 1;
    const bool danish = n == (plus ? 10 : 12) ? run.number(n - 10, 2) == 45 : !plus && n == 8;
    const bool harmless = (danish && isServiceNumber(run, n - 8)) || isMoney(m_text, from, end) ||
                          isPublicName(nameBefore(m_text, from));
    if (!harmless) return found(PersonalDataKind::Phone, run, n, plus ? 1 : 0);
    m_phonesFrom = end;  // its tail is no number of its own
    return std::nullopt;
  }

  /// The first `n` digits, and `more` characters before them.
  PersonalData found(PersonalDataKind kind, const Run& run, std::size_t n,
                     std::size_t more = 0) const {
    const std::size_t at = m_text.byteAt(run.at[0] - more);
    return {kind, at, m_text.byteAfter(run.at[n - 1]) - at};
  }

  const PlainText& m_text;
  std::vector<DigitGroup> m_groups;
  std::size_t m_phonesFrom = 0;  ///< character; no phone starts before it
};

}  // namespace

std::optional<PersonalData> findPersonalNumber(const PlainText& text) {
  return NumberFinder{text}.first();
}

}  // namespace vejviser
