// Bodies outside the two units that a citizen can be referred to. Those in destinations.csv are
// built in; what is not publicly known for sure (a number, the hours) stands empty there.
#pragma once

#include "src/base/result.h"
#include "src/domain/catalogue.h"

#include <string>
#include <string_view>
#include <vector>

namespace vejviser {

struct Destination {
  std::string code;  ///< what a referral's `to` holds; never that of a unit, never reused
  std::string nameDa;
  std::string nameEn;
  std::string phone;  ///< a public number as one writes it, e.g. "7020 0000"; may be empty
  std::string web;    ///< host and path without scheme, e.g. "borger.dk"; may be empty
  /// "mon-thu 08:00-20:00; fri 08:00-16:00", local time; empty: not known, not "never".
  std::string hours;
  std::vector<std::string> topics;  ///< codes of topics or topic groups; empty: all

  bool operator==(const Destination&) const = default;
  bool offeredFor(const Topic& topic) const;
};

/// Reads a destinations file already split into rows: code,name_da,name_en,phone,web,hours,topics,
/// the last separated by spaces. The hours are kept as they stand. Error Invalid with the line and
/// the column; nothing is taken from a file with an error.
Result<std::vector<Destination>> readDestinations(
    const std::vector<std::vector<std::string>>& rows);

/// The rows of the destinations that are built into the program, as CSV text.
std::string_view builtInDestinationsCsv();

}  // namespace vejviser
