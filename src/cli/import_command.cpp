#include "platform/crypto.h"
#include "platform/csv.h"
#include "platform/files.h"
#include "platform/text_encoding.h"
#include "src/cli/commands.h"
#include "src/domain/import.h"
#include "src/domain/search.h"

#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>

namespace vejviser::cli {

namespace {

constexpr std::size_t kLargestFile = 512 * 1024 * 1024;
constexpr std::size_t kShownRows = 10;

Result<CsvRows> readRows(const std::string& file) {
  const auto text = platform::readFile(file, kLargestFile);
  if (!text) return text.error();
  const auto utf8 = platform::toUtf8(*text);
  if (!utf8) return Error{utf8.error().code, file, utf8.error().detail};
  return platform::readCsv(*utf8);
}

Result<ForeignImport> readForeign(const ImportOptions& options, const Catalogue& catalogue,
                                  Unit usual) {
  ForeignImport foreign;
  foreign.branch = options.branch;
  const auto unit = options.unit.empty() ? std::optional{usual} : unitFromCode(options.unit);
  if (!unit) return Error{ErrorCode::Invalid, "--unit", "must be library or citizen_service"};
  foreign.unit = *unit;
  if (!options.mapFile.empty()) {
    const auto map_rows = readRows(options.mapFile);
    if (!map_rows) return map_rows.error();
    auto mapping = readMapping(*map_rows, catalogue);
    if (!mapping) return mapping.error();
    foreign.mapping = std::move(*mapping);
  }
  return foreign;
}

Result<ImportPlan> planQueues(const CsvRows& rows, const Catalogue& catalogue,
                              const ImportOptions& options) {
  auto foreign = readForeign(options, catalogue, Unit::CitizenService);
  if (!foreign) return foreign.error();
  QueueImport queue{std::move(*foreign), options.office};
  if (queue.branch.empty()) queue.branch = codeFromName(options.office);
  return planQueueSnapshots(rows, catalogue, queue);
}

/// Reads "topic=Question Type" and the like.
Result<std::map<std::string, std::string>> readColumns(const std::vector<std::string>& columns) {
  std::map<std::string, std::string> named;
  for (const std::string& column : columns) {
    const std::size_t equals = column.find('=');
    if (equals == std::string::npos) {
      return Error{ErrorCode::Invalid, "--column", "'" + column + "' is not like place=Location"};
    }
    named[column.substr(0, equals)] = column.substr(equals + 1);
  }
  return named;
}

/// Without a preset it is a report of Suma.
Result<ImportPlan> planForeignLog(const CsvRows& rows, const store::Municipality& municipality,
                                  const ImportOptions& options, std::optional<LogPreset> preset) {
  const bool queued = preset == LogPreset::FrontDesk;
  auto foreign =
      readForeign(options, municipality.catalogue, queued ? Unit::CitizenService : Unit::Library);
  if (!foreign) return foreign.error();
  auto columns = readColumns(options.columns);
  if (!columns) return columns.error();
  LogImport log;
  static_cast<ForeignImport&>(log) = std::move(*foreign);
  if (preset) log.preset = *preset;
  log.source = options.source;
  log.columns = std::move(*columns);
  for (const Branch& branch : municipality.branches) {
    log.branches[foldForSearch(branch.name)] = branch.code;
    log.branches[foldForSearch(branch.code)] = branch.code;
  }
  if (!options.dates.empty()) log.monthFirst = options.dates == "month-first";
  log.now = std::chrono::time_point_cast<Instant::duration>(std::chrono::system_clock::now());
  return preset ? planLog(rows, municipality.catalogue, log)
                : planSuma(rows, municipality.catalogue, log);
}

Result<ImportPlan> plan(const ImportOptions& options, const store::Municipality& municipality) {
  const Catalogue& catalogue = municipality.catalogue;
  const auto rows = readRows(options.file);
  if (!rows) return rows.error();
  if (options.preset == "queue-snapshots") return planQueues(*rows, catalogue, options);
  if (options.preset == "vejviser") {
    const std::string name = std::filesystem::path{options.file}.filename().string();
    return planOwnFormat(*rows, catalogue, options.source.empty() ? name : options.source);
  }
  const auto preset = logPresetFromCode(options.preset);
  if (preset || options.preset == "suma") {
    return planForeignLog(*rows, municipality, options, preset);
  }
  return Error{
      ErrorCode::Invalid, "--preset",
      "must be frontdesk, libanswers, gimlet, libstats, suma, queue-snapshots or vejviser"};
}

void printRows(const char* heading, const std::vector<ListedRow>& rows) {
  if (rows.empty()) return;
  std::printf("%zu rows %s:\n", rows.size(), heading);
  for (std::size_t i = 0; i < std::min(rows.size(), kShownRows); ++i) {
    std::printf("  row %zu: %s\n", rows[i].row, rows[i].why.c_str());
  }
  if (rows.size() > kShownRows) std::printf("  ... (--report FILE lists all)\n");
}

Status writeReport(const std::string& file, const ImportPlan& plan) {
  std::ofstream report{file, std::ios::binary};
  report << platform::csvLine({"row", "state", "why"});
  for (const ListedRow& row : plan.doubtful) {
    report << platform::csvLine({std::to_string(row.row), "held", row.why});
  }
  for (const ListedRow& row : plan.unreadable) {
    report << platform::csvLine({std::to_string(row.row), "not recorded", row.why});
  }
  for (const ListedRow& row : plan.noHelp) {
    report << platform::csvLine({std::to_string(row.row), "no help", row.why});
  }
  for (const auto* names : {&plan.unmapped, &plan.unmappedPlaces, &plan.unmappedChannels}) {
    for (const auto& [name, helps] : *names) {
      report << platform::csvLine({"", "not mapped", name + ": " + std::to_string(helps)});
    }
  }
  report.close();
  if (!report) return Error{ErrorCode::Storage, file, "cannot be written"};
  return {};
}

void printNames(const char* heading, const std::map<std::string, std::int64_t>& names) {
  if (names.empty()) return;
  std::printf("%zu %s:\n", names.size(), heading);
  std::size_t shown = 0;
  for (const auto& [name, helps] : names) {
    if (++shown > kShownRows) break;
    std::printf("  %s: %lld\n", name.c_str(), static_cast<long long>(helps));
  }
}

void printPlan(const ImportPlan& plan) {
  printRows("are in doubt; recorded, held and not counted", plan.doubtful);
  printRows("could not be read and are not recorded", plan.unreadable);
  printRows("say that nobody was helped and are not recorded", plan.noHelp);
  printNames("names map to no topic and are recorded as \"other\"", plan.unmapped);
  printNames("places are no branch here", plan.unmappedPlaces);
  printNames("ways to come are not known and are recorded as in person", plan.unmappedChannels);
}

}  // namespace

int importFile(engine::Tablet& tablet, const ImportOptions& options) {
  const auto planned = plan(options, tablet.municipality());
  if (!planned) return failed(planned.error());
  if (!options.reportFile.empty()) {
    const Status written = writeReport(options.reportFile, *planned);
    if (!written) return failed(written.error());
  }
  const std::size_t all = planned->entries.size();
  const auto imported = tablet.recorder().import(planned->entries, [all](std::size_t done) {
    std::fprintf(stderr, "\r%zu of %zu", done, all);
    if (done == all) std::fputc('\n', stderr);
  });
  if (!imported) return failed(imported.error());
  std::size_t doubtful = 0;
  for (const PlannedEntry& entry : planned->entries) {
    if (entry.fields.doubt != Doubt::None) ++doubtful;
  }
  std::printf("%zu read, %zu added, %zu known already, %zu of them held, %zu rows unreadable\n",
              all, imported->added, imported->known, doubtful, planned->unreadable.size());
  printPlan(*planned);
  return kDone;
}

}  // namespace vejviser::cli
