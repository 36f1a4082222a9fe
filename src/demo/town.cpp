#include "src/demo/town.h"

#include "platform/csv.h"
#include "platform/files.h"

namespace vejviser::demo {

namespace {

constexpr std::size_t kLargest = 1'000'000;
constexpr std::size_t kDeskColumns = 5;
constexpr std::size_t kQuestionColumns = 4;

using Rows = std::vector<std::vector<std::string>>;

Result<Rows> rowsOf(const std::filesystem::path& file) {
  const auto text = platform::readFile(file, kLargest);
  if (!text) return text.error();
  return platform::readCsv(*text);
}

Error wrong(const std::string& file, std::size_t line) {
  return {ErrorCode::Invalid, file, "line " + std::to_string(line + 1) + " cannot be read"};
}

/// name,unit,branch,helps_a_day,last_days
Result<std::vector<Desk>> readDesks(const Rows& rows) {
  std::vector<Desk> desks;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const auto& row = rows[i];
    if (row.size() != kDeskColumns || !unitFromCode(row[1])) return wrong("tablets.csv", i);
    desks.push_back({row[0], *unitFromCode(row[1]), row[2], std::atoi(row[3].c_str()),
                     std::atoi(row[4].c_str())});
    if (desks.back().helpsADay <= 0) return wrong("tablets.csv", i);
  }
  return desks;
}

/// topic,unit,question,answer
Result<std::vector<Question>> readQuestions(const Rows& rows) {
  std::vector<Question> questions;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const auto& row = rows[i];
    if (row.size() != kQuestionColumns || !unitFromCode(row[1])) return wrong("questions.csv", i);
    questions.push_back({row[0], *unitFromCode(row[1]), row[2], row[3]});
  }
  return questions;
}

/// Into `place` what `read` makes of the rows.
template <class Read, class Place>
Status take(const Result<Rows>& rows, Read read, Place& place) {
  if (!rows) return rows.error();
  auto value = read(*rows);
  if (!value) return value.error();
  place = std::move(*value);
  return {};
}

}  // namespace

bool Town::isStaffed(const Desk& desk, Instant when) const {
  const auto found = hours.find({desk.branch, std::string{code(desk.unit)}});
  return found != hours.end() && found->second.isOpen(when);
}

Result<Town> readTown(const std::filesystem::path& folder) {
  Town town;
  const Story* story = storyOf(folder.filename().string());
  if (story == nullptr) return Error{ErrorCode::Invalid, folder.string(), "is no scenario"};
  town.story = *story;
  std::vector<Role> roles;
  std::vector<AuthorityRule> rules;
  const auto builtIn = [](std::string_view text) { return platform::readCsv(text); };
  for (const Status& status :
       {take(rowsOf(folder / "tablets.csv"), readDesks, town.desks),
        take(rowsOf(folder / "hours.csv"), readOpeningHours, town.hours),
        take(rowsOf(folder / "roles.csv"), readRoles, roles),
        take(rowsOf(folder / "authority.csv"), readAuthority, rules),
        take(builtIn(builtInTopicsCsv()), readCatalogue, town.catalogue),
        take(builtIn(builtInDestinationsCsv()), readDestinations, town.destinations),
        take(builtIn(demoQuestionsCsv()), readQuestions, town.questions)}) {
    if (!status) return status.error();
  }
  if (const Status known = checkNames(rules, roles, town.catalogue); !known) return known.error();
  town.line = AuthorityLine{std::move(roles), rules};
  return town;
}

}  // namespace vejviser::demo
