// Danish holidays: the days on which offices and libraries are closed although the weekday says
// that they are open.
#pragma once

#include "src/domain/calendar.h"

#include <optional>
#include <string_view>

namespace vejviser {

enum class HolidayKind {
  /// A holiday of the Danish national church (helligdag), ordinary Sundays apart. Source: the
  /// ordinance of 26 October 1770, which left these; less store bededag from 2024.
  PublicHoliday,
  /// Not a holiday, yet most municipal offices are closed: Constitution Day, Christmas Eve, New
  /// Year's Eve. Source: custom and local agreements; the act on shops' closing hours (lukkeloven)
  /// sets the same three apart. A place that is open on them says so in its hours.
  CustomaryClosing,
};

struct Holiday {
  std::string_view code;    ///< never changes its meaning, e.g. "easter-monday"
  std::string_view nameDa;  ///< as inside a sentence: "2. påskedag"
  std::string_view nameEn;  ///< "Easter Monday"
  HolidayKind kind = HolidayKind::PublicHoliday;

  bool operator==(const Holiday&) const = default;
};

/// What `day` is. On a day that is both (5 June 2028 is Whit Monday and Constitution Day) it is the
/// public holiday. The rules are those of today, also for years in which others held, but for store
/// bededag: it is a holiday until 2023. Source: law no. 214 of 2023, from 1 January 2024.
std::optional<Holiday> holiday(Day day);

bool isPublicHoliday(Day day);

/// Easter Sunday of the Gregorian `year`.
Day easterSunday(int year);

}  // namespace vejviser
