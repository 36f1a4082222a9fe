// The web page's words in Danish and English, and numbers and dates as each writes them.
#pragma once

#include "src/base/time.h"
#include "src/domain/calendar.h"
#include "src/domain/codes.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace vejviser::hub::web {

/// A word or sentence in both languages.
struct Text {
  std::string_view key;
  const char* danish;
  const char* english;
};

enum class Language { Danish, English };

/// A word or sentence by its key; asserts that the key is there.
std::string text(Language language, std::string_view key);

/// The same, or `otherwise` when there is no such key.
std::string textOr(Language language, std::string_view key, const std::string& otherwise);

/// Every key and its words.
std::map<std::string, std::string> allTexts(Language language);

/// The language code for html's lang attribute: "da" or "en".
std::string_view code(Language language);

std::string weekdayName(Language language, int weekday);       ///< 1 = Monday, whole
std::string shortWeekdayName(Language language, int weekday);  ///< three letters
std::string hourName(Language language, int hour);             ///< "kl. 10-11", "10:00-11:00"

std::string number(Language language, std::int64_t value);  ///< 1.234 / 1,234
/// The number; of one that is withheld what is known: "mindst 40", or that it is.
std::string shownNumber(Language language, std::int64_t known, bool withheld);
std::string monthName(Language language, std::chrono::year_month month);  ///< "oktober 2026"
std::string date(Language language, Day day);                 ///< 24-11-2026 / 24 Nov 2026
std::string timeOfDay(Language language, Instant instant);    ///< 14.30 / 14:30, local
std::string dateAndTime(Language language, Instant instant);  ///< both

}  // namespace vejviser::hub::web
