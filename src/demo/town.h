// A municipality of the demonstration, as its folder in platform/demo tells.
#pragma once

#include "src/demo/story.h"
#include "src/domain/authority_line.h"
#include "src/domain/destination.h"
#include "src/domain/opening_hours_file.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace vejviser::demo {

/// A tablet and who has it. The houses of the largest town, Esbjerg, are as unlike in size as the
/// libraries of Newcastle upon Tyne in 2017 (enquiries; github ToonLibraries/library-open-data):
/// the largest, with the council's citizen service in it, 19 times the median, the smallest a
/// quarter.
struct Desk {
  std::string name;
  Unit unit = Unit::Library;
  std::string branch;
  int helpsADay = 0;  ///< about so many on a usual weekday from 10 to 17
  int lastDays = 0;   ///< it has been there for so many days; 0: always was
};

struct Question {
  std::string topic;
  Unit unit = Unit::Library;  ///< that asks
  std::string text;
  std::string answer;  ///< empty: none is needed
};

struct Town {
  Story story;
  Catalogue catalogue;
  AuthorityLine line;
  std::vector<Destination> destinations;
  std::map<PlaceKey, OpeningHours> hours;
  std::vector<Desk> desks;
  std::vector<Question> questions;

  bool isStaffed(const Desk& desk, Instant when) const;
};

/// Reads tablets.csv, hours.csv, roles.csv and authority.csv of a folder whose name is the
/// scenario's. Error Invalid or Storage, naming the file.
Result<Town> readTown(const std::filesystem::path& folder);

}  // namespace vejviser::demo

namespace vejviser {
/// The questions and answers that are built into the program, as CSV text.
std::string_view demoQuestionsCsv();
}  // namespace vejviser
