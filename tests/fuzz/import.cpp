// Goal: a foreign file becomes helps that a hub can read, or is listed; each row gives the same on
// every run; rows come back as they were written.
// Input: the file; every importer gets it. And, from the same bytes, a name, a day and a time.
#include "src/domain/import.h"

#include "platform/csv.h"
#include "src/domain/calendar.h"
#include "src/domain/import_columns.h"
#include "tests/fuzz/promises.h"

#include <cstdio>
#include <map>
#include <set>

using namespace vejviser;
using namespace vejviser::fuzz;

namespace {

const Catalogue& catalogue() {
  static const Catalogue s_catalogue = *readCatalogue(*platform::readCsv(builtInTopicsCsv()));
  return s_catalogue;
}

/// The byte order mark keeps one that is part of the first cell.
void expectWritable(const CsvRows& rows) {
  std::string text = "\xEF\xBB\xBF";
  for (const std::vector<std::string>& row : rows) text += platform::csvLine(row);
  expect(valueOf(platform::readCsv(text), "what is written is CSV") == rows,
         "rows are read as they were written");
}

/// As the recorder would make it.
Entry entryOf(const PlannedEntry& planned) {
  Entry entry;
  entry.id = planned.id.value_or(Id{{1}});
  entry.subject = planned.subject.value_or(entry.id);
  entry.of = planned.of;
  entry.rev = planned.rev;
  entry.inst = "0123456789abcdef";
  entry.n = 1;
  entry.boot = "0badcafe";
  entry.kind = planned.kind;
  entry.fields = planned.fields;
  return entry;
}

void expectRecordable(const ImportPlan& plan) {
  for (const PlannedEntry& planned : plan.entries) {
    const Entry entry = entryOf(planned);
    expect(checkFields(entry).ok(), "what is planned can be recorded");
    expect(planned.fields.when.has_value(), "what is planned has a time");
    const bool about = planned.kind != EntryKind::Quiet && planned.kind != EntryKind::Reply;
    expect(!about || catalogue().find(planned.fields.topic) != nullptr,
           "what is planned has a topic");
    const auto read = valueOf(wire::readEntry(wire::encodeEntry(entry)), "a hub can keep it");
    expect(read.held.empty(), "a hub can understand it");
    expect(read.entry == entry, "a hub reads what was recorded");
  }
}

std::vector<std::string> keysOf(const ImportPlan& plan) {
  std::vector<std::string> keys;
  for (const PlannedEntry& planned : plan.entries) keys.push_back(planned.key);
  return keys;
}

void asOwnFormat(const CsvRows& rows) {
  const auto plan = planOwnFormat(rows, catalogue(), "file");
  if (!plan) return;
  expectRecordable(*plan);
  expect(plan->entries.size() + plan->unreadable.size() == rows.size() - 1, "no row is dropped");
  const auto keys = keysOf(*plan);
  expect(std::set<std::string>(keys.begin(), keys.end()).size() == keys.size(),
         "no row is another");
  expect(keysOf(*planOwnFormat(rows, catalogue(), "file")) == keys, "keys are the same every time");
}

void asQueues(const CsvRows& rows, const QueueImport& options) {
  const auto plan = planQueueSnapshots(rows, catalogue(), options);
  if (!plan) return;
  expectRecordable(*plan);
  expect(plan->otherPlaces == 0, "every office is taken where none is named");
  const std::size_t listed = plan->unreadable.size() + plan->doubtful.size();
  expect(listed <= rows.size() - 1, "a row is listed once");
  expect(keysOf(*planQueueSnapshots(rows, catalogue(), options)) == keysOf(*plan),
         "keys are the same every time");
}

void asLogs(const CsvRows& rows) {
  using Planner = Result<ImportPlan> (*)(const CsvRows&, const Catalogue&, const LogImport&);
  for (const LogPreset preset :
       {LogPreset::FrontDesk, LogPreset::LibAnswers, LogPreset::Gimlet, LogPreset::Libstats}) {
    for (const Planner planner : {&planLog, &planSuma}) {
      LogImport options;
      options.preset = preset;
      const auto plan = planner(rows, catalogue(), options);
      if (!plan) continue;
      expectRecordable(*plan);
      const auto keys = keysOf(*plan);
      expect(std::set<std::string>(keys.begin(), keys.end()).size() == keys.size(),
             "no row is another");
      expect(keysOf(*planner(rows, catalogue(), options)) == keys, "keys are the same every time");
    }
  }
}

constexpr const char* kFolded = "abcdefghijklmnopqrstuvwxyz0123456789 ";

void asMapping(const CsvRows& rows) {
  const auto mapping = readMapping(rows, catalogue());
  if (!mapping) return;
  for (const auto& [name, topic] : *mapping) {
    expect(name.find_first_not_of(kFolded) == std::string::npos, "names are folded");
    expect(catalogue().find(topic) != nullptr, "a name maps to a topic");
  }
}

using HourMinute = std::pair<int, int>;

/// Every hour and minute, in all the ways to write it.
std::map<std::string, HourMinute> everyTime() {
  std::map<std::string, HourMinute> times;
  for (int hour = 0; hour < 24; ++hour) {
    for (int minute = 0; minute < 60; ++minute) {
      for (const char* form : {"%d:%02d", "%02d:%02d", "%d.%02d", "%02d.%02d"}) {
        char text[8];
        std::snprintf(text, sizeof text, form, hour, minute);
        times[text] = {hour, minute};
      }
    }
  }
  return times;
}

void expectTimeOfDay(const std::string& text) {
  static const std::map<std::string, HourMinute> kTimes = everyTime();
  const std::string tail = text.substr(text.size() - std::min<std::size_t>(text.size(), 3));
  const bool seconds = kTimes.contains("0" + tail) && !kTimes.contains(text);
  const auto written = kTimes.find(text.substr(0, text.size() - (seconds ? tail.size() : 0)));
  const auto read = parseHourMinute(text);
  expect(read.has_value() == (written != kTimes.end()), "a time of day is read, nothing else is");
  expect(!read || *read == written->second, "a time of day is read as it was written");
}

void expectDay(std::string_view text) {
  const auto day = parseDay(text);
  expect(!day || toString(*day) == text, "a day has one form");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = textOf(data, size);
  const std::string branch = codeFromName(text);
  expect(branch.empty() || isCode(branch), "a name becomes a code, or nothing");
  constexpr std::size_t kLongerThanATime = 20;
  if (size < kLongerThanATime) expectTimeOfDay(std::string{text});
  expectDay(text);
  const auto rows = platform::readCsv(text);
  if (!rows) {
    expect(rows.error().code == ErrorCode::Invalid, "what is no CSV is the file's fault");
    return 0;
  }
  expectWritable(*rows);
  asOwnFormat(*rows);
  asQueues(*rows, {});
  asLogs(*rows);
  asMapping(*rows);
  return 0;
}
