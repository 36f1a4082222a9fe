#include "src/domain/import.h"
#include "src/domain/import_columns.h"
#include "src/domain/import_matching.h"
#include "src/domain/import_times.h"
#include "src/domain/search.h"

#include <algorithm>
#include <set>

namespace vejviser {

namespace {

using Row = std::vector<std::string>;

// Source: Suma's raw report; its activities follow.
enum Column : std::size_t { kWhen, kStart, kEnd, kCount, kSession, kLocation, kActivities };
const Row kFixed = {"Count Date", "Session Start", "Session End",
                    "Count ID",   "Session ID",    "Location"};

bool isHeading(const Row& row) {
  return row.size() > kFixed.size() && std::equal(kFixed.begin(), kFixed.end(), row.begin());
}

/// "Learning Commons (9)" -> "Learning Commons".
std::string placeName(const std::string& location) {
  const std::size_t open = location.rfind(" (");
  return location.ends_with(')') ? location.substr(0, open) : location;
}

/// Reads the counts under one heading.
class SumaReader {
 public:
  SumaReader(const Row& heading, const Catalogue& catalogue, const LogImport& options)
      : m_heading(heading),
        m_catalogue(catalogue),
        m_options(options),
        m_topics(catalogue, options.mapping) {}

  void read(const Row& row, std::size_t line, const MainRun& run) {
    const auto when = parseForeignTime(row[kWhen], std::nullopt);
    if (!when || row[kCount].empty()) {
      return unreadable(line, "its time or its number cannot be read");
    }
    const auto people = peopleOf(row);
    if (!people) return unreadable(line, "has no activity with a number of people");
    if (*people == 0) {
      plan.noHelp.push_back({line, "counted nobody"});
      return;
    }
    Row unknown;
    const std::set<std::string> topics = topicsOf(row, unknown);
    if (topics.size() > 1) return unreadable(line, "has activities of more than one topic");
    if (!m_numbers.insert(row[kCount]).second) return unreadable(line, "has the number of another");
    for (const std::string& activity : unknown) ++plan.unmapped[activity];
    plan.entries.push_back({"suma/" + m_options.source + "/" + row[kCount], EntryKind::Help,
                            fieldsOf(row, *when, *people, topics)});
    if (const auto doubt = doubtAbout(*when, run, m_options.now)) {
      plan.entries.back().fields.doubt = Doubt::Clock;
      plan.doubtful.push_back({line, *doubt});
    }
  }

  void unreadable(std::size_t line, const std::string& why) {
    plan.unreadable.push_back({line, why});
  }

  ImportPlan plan;

 private:
  static std::optional<int> peopleOf(const Row& row) {
    const auto isSet = [](const std::string& cell) { return !cell.empty(); };
    const auto set = std::find_if(row.begin() + kActivities, row.end(), isSet);
    return set == row.end() ? std::nullopt : parseCount(*set, kMaxPeople);
  }

  std::set<std::string> topicsOf(const Row& row, Row& unknown) const {
    std::set<std::string> topics;
    for (std::size_t i = kActivities; i < row.size(); ++i) {
      if (row[i].empty()) continue;
      const auto topic = m_topics.find(m_heading[i]);
      if (topic) {
        topics.insert(*topic);
      } else {
        unknown.push_back(m_heading[i]);
      }
    }
    return topics;
  }

  Fields fieldsOf(const Row& row, Instant when, int people, const std::set<std::string>& topics) {
    Fields fields;
    fields.topic = topics.empty() ? m_options.otherTopic : *topics.begin();
    fields.unit = m_options.unit;
    fields.people = people;
    fields.band = bandOf(m_catalogue.find(fields.topic)->minutes);
    fields.when = when;
    const std::string place = placeName(row[kLocation]);
    const auto branch = m_options.branches.find(foldForSearch(place));
    const bool known = branch != m_options.branches.end();
    if (!known && !place.empty()) ++plan.unmappedPlaces[place];
    fields.branch = known ? branch->second : m_options.branch;
    return fields;
  }

  const Row& m_heading;
  const Catalogue& m_catalogue;
  const LogImport& m_options;
  TopicFinder m_topics;
  std::set<std::string> m_numbers;
};

}  // namespace

Result<ImportPlan> planSuma(const CsvRows& rows, const Catalogue& catalogue,
                            const LogImport& options) {
  const auto heading = std::find_if(rows.begin(), rows.end(), isHeading);
  if (heading == rows.end()) {
    return Error{ErrorCode::Invalid, "import", "the file has no column 'Count Date' and so on"};
  }
  if (!catalogue.find(options.otherTopic)) {
    return Error{ErrorCode::Invalid, "import",
                 "no topic '" + options.otherTopic + "' to fall back on"};
  }
  MainRun run{kLongestPause};
  for (auto row = heading + 1; row != rows.end(); ++row) {
    const auto when = parseForeignTime((*row)[kWhen], std::nullopt);
    if (when) run.count(toLocal(*when).day);
  }
  run.close();
  SumaReader reader{*heading, catalogue, options};
  for (auto row = heading + 1; row != rows.end(); ++row) {
    const auto line = static_cast<std::size_t>(row - rows.begin()) + 1;
    const bool day = row->size() == 1 && parseDay(row->front());
    if (day || *row == *heading) continue;
    if (row->size() == heading->size()) {
      reader.read(*row, line, run);
    } else {
      reader.unreadable(line, "has not as many cells as the heading");
    }
  }
  return std::move(reader.plan);
}

}  // namespace vejviser
