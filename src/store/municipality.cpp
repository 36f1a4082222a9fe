#include "src/store/municipality.h"

#include "platform/csv.h"
#include "platform/log.h"

#include <algorithm>
#include <cassert>
#include <sstream>

namespace vejviser::store {

namespace {

/// What a built-in file says; a test holds that it is whole.
template <class Read>
auto builtIn(std::string_view text, Read read) {
  const auto rows = platform::readCsv(std::string{text});
  assert(rows);
  auto value = read(*rows);
  assert(value);
  return std::move(*value);
}

/// What the municipality's own document says, else the built-in one.
template <class Read>
auto documentOr(const SharedQueries& shared, const std::string& name, std::string_view text,
                Read read) {
  const auto own = shared.document(name);
  if (!own) return builtIn(text, read);
  const auto rows = platform::readCsv(*own);
  auto value = rows ? read(*rows) : decltype(read(*rows)){rows.error()};
  if (value) return std::move(*value);
  platform::log(platform::LogLevel::Warning, "document " + name + ": " + value.error().text());
  return builtIn(text, read);
}

/// Bodies say their hours in one cell: "mon-thu 08:00-20:00; fri 08:00-16:00".
void addHours(const Destination& destination, std::map<PlaceKey, OpeningHours>& hours) {
  std::vector<std::vector<std::string>> rows = {{"place", "unit", "days", "from", "to", "kind"}};
  std::istringstream parts{destination.hours};
  for (std::string part; std::getline(parts, part, ';');) {
    std::istringstream words{part};
    std::string days;
    std::string times;
    words >> days >> times;
    const std::size_t dash = std::min(times.find('-'), times.size());
    const std::string to = times.substr(std::min(dash + 1, times.size()));
    rows.push_back({destination.code, "", days, times.substr(0, dash), to, "staffed"});
  }
  if (rows.size() == 1) return;
  const auto read = readOpeningHours(rows);
  if (read) {
    hours.insert(read->begin(), read->end());
    return;
  }
  platform::log(platform::LogLevel::Warning,
                "hours of " + destination.code + ": " + read.error().text());
}

/// No file at all: nobody has told.
Result<std::map<PlaceKey, OpeningHours>> readHours(
    const std::vector<std::vector<std::string>>& rows) {
  if (rows.empty()) return std::map<PlaceKey, OpeningHours>{};
  return readOpeningHours(rows);
}

template <class Things, class Member>
auto find(const Things& things, Member member, const std::string& code) -> decltype(&things[0]) {
  const auto it = std::find_if(things.begin(), things.end(),
                               [&](const auto& thing) { return thing.*member == code; });
  return it == things.end() ? nullptr : &*it;
}

}  // namespace

const Guide* Municipality::guideFor(const std::string& topic) const {
  return find(guides, &Guide::topic, topic);
}

const Destination* Municipality::destination(const std::string& code) const {
  return find(destinations, &Destination::code, code);
}

const Branch* Municipality::branch(const std::string& code) const {
  return find(branches, &Branch::code, code);
}

const OpeningHours* Municipality::hoursOf(const std::string& place, const std::string& unit) const {
  const auto it = hours.find({place, unit});
  return it == hours.end() ? nullptr : &it->second;
}

Catalogue readCatalogue(const Queries& queries) {
  std::vector<Topic> topics = queries.topics();
  return topics.empty() ? builtInCatalogue() : Catalogue{std::move(topics)};
}

AuthorityLine readLine(const SharedQueries& shared) {
  return {documentOr(shared, "roles", builtInRolesCsv(), readRoles),
          documentOr(shared, "authority", builtInAuthorityCsv(), readAuthority)};
}

std::vector<Break> readBreaks(const SharedQueries& shared) {
  return documentOr(shared, "series", builtInSeriesCsv(), readOutsideSeries).breaks;
}

ExactFor readExactFor(const Queries& queries, const SharedQueries& shared) {
  const bool met = shared.document("small-cells") || !queries.municipality().empty();
  if (!met) return ExactFor::All;
  return documentOr(shared, "small-cells", builtInSmallCellsCsv(), readSmallCells).exactFor;
}

Municipality readMunicipality(const Queries& queries, const SharedQueries& shared) {
  Municipality municipality;
  municipality.name = queries.municipality();
  municipality.catalogue = readCatalogue(queries);
  municipality.branches = queries.branches();
  municipality.guides = documentOr(shared, "guides", builtInGuidesCsv(), readGuides);
  municipality.destinations =
      documentOr(shared, "destinations", builtInDestinationsCsv(), readDestinations);
  municipality.hours = documentOr(shared, "hours", "", readHours);
  municipality.line = readLine(shared);
  for (const Destination& destination : municipality.destinations) {
    addHours(destination, municipality.hours);
  }
  return municipality;
}

Catalogue builtInCatalogue() {
  return builtIn(builtInTopicsCsv(), vejviser::readCatalogue);
}

}  // namespace vejviser::store
