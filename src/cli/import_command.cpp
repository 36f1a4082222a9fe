#include "platform/crypto.h"
#include "platform/csv.h"
#include "platform/files.h"
#include "src/cli/commands.h"
#include "src/domain/import.h"

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
  return platform::readCsv(*text);
}

Result<ImportPlan> planQueues(const CsvRows& rows, const Catalogue& catalogue,
                              const ImportOptions& options) {
  QueueImport queue;
  queue.office = options.office;
  queue.branch = options.branch;
  const auto unit = unitFromCode(options.unit);
  if (!unit) return Error{ErrorCode::Invalid, "--unit", "must be library or citizen_service"};
  queue.unit = *unit;
  if (queue.branch.empty()) queue.branch = codeFromName(options.office);
  if (!options.mapFile.empty()) {
    const auto map_rows = readRows(options.mapFile);
    if (!map_rows) return map_rows.error();
    auto mapping = readMapping(*map_rows, catalogue);
    if (!mapping) return mapping.error();
    queue.mapping = std::move(*mapping);
  }
  return planQueueSnapshots(rows, catalogue, queue);
}

Result<ImportPlan> plan(const ImportOptions& options, const Catalogue& catalogue) {
  const auto rows = readRows(options.file);
  if (!rows) return rows.error();
  if (options.preset == "queue-snapshots") return planQueues(*rows, catalogue, options);
  if (options.preset == "vejviser") {
    const std::string name = std::filesystem::path{options.file}.filename().string();
    return planOwnFormat(*rows, catalogue, options.source.empty() ? name : options.source);
  }
  return Error{ErrorCode::Invalid, "--preset", "must be queue-snapshots or vejviser"};
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
  for (const auto& [name, helps] : plan.unmapped) {
    report << platform::csvLine({"", "not mapped", name + ": " + std::to_string(helps)});
  }
  report.close();
  if (!report) return Error{ErrorCode::Storage, file, "cannot be written"};
  return {};
}

void printPlan(const ImportPlan& plan) {
  printRows("are in doubt; recorded, held and not counted", plan.doubtful);
  printRows("could not be read and are not recorded", plan.unreadable);
  if (plan.unmapped.empty()) return;
  std::printf("%zu names map to no topic and are recorded as \"other\":\n", plan.unmapped.size());
  std::size_t shown = 0;
  for (const auto& [name, helps] : plan.unmapped) {
    if (++shown > kShownRows) break;
    std::printf("  %s: %lld\n", name.c_str(), static_cast<long long>(helps));
  }
}

}  // namespace

int importFile(engine::Tablet& tablet, const ImportOptions& options) {
  const auto planned = plan(options, tablet.municipality().catalogue);
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
