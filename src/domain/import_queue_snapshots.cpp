#include "src/domain/calendar.h"
#include "src/domain/import.h"
#include "src/domain/import_columns.h"
#include "src/domain/import_matching.h"
#include "src/domain/search.h"

#include <algorithm>
#include <map>

namespace vejviser {

namespace {

enum Column { kDate, kTime, kOffice, kQueueId, kQueueName, kCalled };

/// Days of one file lie closer together than this, with holidays and closed summers.
constexpr std::chrono::days kLongestGap{45};

/// More tickets than a whole office calls between two snapshots.
constexpr int kMostCalled = 1000;

struct Snapshot {
  Day day{};
  Instant when{};
  int called = 0;
};

std::optional<Snapshot> readSnapshot(const ImportColumns& columns,
                                     const std::vector<std::string>& row) {
  const auto day = parseDay(columns.cell(row, kDate));
  const auto time = parseHourMinute(columns.cell(row, kTime));
  const auto called = parseCount(columns.cell(row, kCalled), kMostCalled);
  if (!day || !time || !called) return std::nullopt;
  const Instant when = fromLocal({*day, time->first, time->second});
  if (!isTime(when)) return std::nullopt;
  return Snapshot{*day, when, *called};
}

std::string rowKey(const ImportColumns& columns, const std::vector<std::string>& row) {
  std::string key = "queue-snapshots";
  for (Column column : {kOffice, kDate, kTime, kQueueId}) {
    key.append("/").append(columns.cell(row, column));
  }
  return key;
}

/// Plans one help for every ticket called in a row.
void planRow(const Snapshot& snapshot, const std::string& key, const Fields& common,
             ImportPlan& plan) {
  for (int i = 1; i <= snapshot.called; ++i) {
    plan.entries.push_back({key + "/" + std::to_string(i), EntryKind::Help, common});
  }
}

}  // namespace

Result<ImportPlan> planQueueSnapshots(const CsvRows& rows, const Catalogue& catalogue,
                                      const QueueImport& options) {
  const auto columns =
      ImportColumns::find(rows, {"date", "time", "office", "queue_id", "queue_name", "called"});
  if (!columns) return columns.error();
  if (!catalogue.find(options.otherTopic)) {
    return Error{ErrorCode::Invalid, "import",
                 "no topic '" + options.otherTopic + "' to fall back on"};
  }
  MainRun run{kLongestGap};
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (const auto snapshot = readSnapshot(*columns, rows[i])) run.count(snapshot->day);
  }
  run.close();

  ImportPlan plan;
  const TopicFinder topics{catalogue, options.mapping};
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (!options.office.empty() && columns->cell(rows[i], kOffice) != options.office) {
      ++plan.otherPlaces;
      continue;
    }
    const auto snapshot = readSnapshot(*columns, rows[i]);
    if (!snapshot) {
      plan.unreadable.push_back({i + 1, "date, time or number of called tickets cannot be read"});
      continue;
    }
    Fields fields;
    const std::string& queue = columns->cell(rows[i], kQueueName);
    const auto topic = topics.find(queue);
    if (!topic) plan.unmapped[queue] += snapshot->called;
    fields.topic = topic.value_or(options.otherTopic);
    fields.unit = options.unit;
    fields.branch = options.branch;
    fields.band = bandOf(catalogue.find(fields.topic)->minutes);
    fields.when = snapshot->when;
    if (!run.contains(snapshot->day)) {
      fields.doubt = Doubt::Clock;
      plan.doubtful.push_back(
          {i + 1, "the clock says " + toString(snapshot->day) + ", far from the rest of the file"});
    }
    planRow(*snapshot, rowKey(*columns, rows[i]), fields, plan);
  }
  return plan;
}

Result<std::map<std::string, std::string>> readMapping(const CsvRows& rows,
                                                       const Catalogue& catalogue) {
  const auto columns = ImportColumns::find(rows, {"name", "topic"});
  if (!columns) return columns.error();
  std::map<std::string, std::string> mapping;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const std::string& topic = columns->cell(rows[i], 1);
    if (!catalogue.find(topic)) {
      return Error{ErrorCode::Invalid, "mapping line " + std::to_string(i + 1),
                   "no topic '" + topic + "' in the catalogue"};
    }
    mapping[foldForSearch(columns->cell(rows[i], 0))] = topic;
  }
  return mapping;
}

std::string codeFromName(std::string_view name) {
  std::string result;
  for (char c : name) {
    const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool plain =
        (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9') || lower == '_';
    if (plain) {
      result.push_back(lower);
    } else if (!result.empty() && result.back() != '-') {
      result.push_back('-');
    }
  }
  result.resize(std::min(result.size(), kLongestCode));
  while (!result.empty() && result.back() == '-') result.pop_back();
  return result;
}

}  // namespace vejviser
