// The file in which a municipality writes the opening hours of its places, one line per rule.
#pragma once

#include "src/base/result.h"
#include "src/domain/opening_hours.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace vejviser {

constexpr std::size_t kMostPlaces = 500;  // Copenhagen has some 20 branches; outside bodies too
constexpr std::size_t kMostHoursRows = 20000;  // 40 a place

/// Whose hours: a unit at a branch, or an outside body.
struct PlaceKey {
  std::string place;  ///< code of the branch or body
  std::string unit;   ///< "library" or "citizen_service"; empty for an outside body

  auto operator<=>(const PlaceKey&) const = default;
};

/// Reads a file of opening hours already split into rows. The first names the columns:
///
///   place,unit,days,from,to,kind[,note]
///   main,library,mon-fri,08:00,22:00,unstaffed   a weekday or a range: mon tue wed thu fri sat sun
///   main,library,mon-fri,10:00,18:00,staffed     staffed stands where both hold
///   main,library,sat,10:00,14:00,staffed
///   main,library,sun,closed                      as if nothing were said, but said
///   main,library,holidays,unstaffed              public holidays: closed (default), unstaffed,
///   usual main,library,customary,usual                 5 June, 24 and 31 December: the same
///   main,library,2026-12-23,10:00,12:00,staffed  one date, in place of all the above
///   main,library,2026-12-28,closed,,,inventory   the note, a code, says why
///   hotline,,mon-sun,00:00,24:00,staffed
///
/// A time is 08:00, 8:00 or 08.00. Cells that are empty at the end of a line may be left out.
/// Error Invalid with the line and the column; nothing is taken from a file with an error.
Result<std::map<PlaceKey, OpeningHours>> readOpeningHours(
    const std::vector<std::vector<std::string>>& rows);

/// The rows, without a heading and with all columns, that are read as these hours of a place; one
/// at least, also for hours that are never open.
std::vector<std::vector<std::string>> hoursRows(const PlaceKey& key, const OpeningHours& hours);

}  // namespace vejviser
