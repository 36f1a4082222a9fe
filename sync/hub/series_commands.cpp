#include "sync/hub/series_commands.h"

#include "platform/csv.h"
#include "src/domain/import_series.h"
#include "sync/hub/documents.h"

namespace vejviser::hub {

namespace {

using Said = Result<std::string>;

constexpr std::size_t kMostListed = 20;  // a terminal's worth; the rest is counted

/// `lines` under a heading; nothing when there are none.
std::string listed(const std::string& heading, const std::vector<std::string>& lines) {
  if (lines.empty()) return {};
  std::string text = "\n" + heading + ":";
  for (std::size_t i = 0; i < std::min(lines.size(), kMostListed); ++i) text += "\n  " + lines[i];
  if (lines.size() > kMostListed) {
    text += "\n  and " + std::to_string(lines.size() - kMostListed) + " more";
  }
  return text;
}

std::vector<std::string> linesOf(const std::vector<ListedRow>& rows) {
  std::vector<std::string> lines;
  for (const ListedRow& row : rows)
    lines.push_back("row " + std::to_string(row.row) + ": " + row.why);
  return lines;
}

std::string reportOf(const SeriesPlan& plan, const Merged& merged) {
  std::vector<std::string> unmapped;
  for (const auto& [place, totals] : plan.unmapped) {
    unmapped.push_back(place + " (" + std::to_string(totals) + " totals)");
  }
  return std::to_string(merged.added) + " totals added, " + std::to_string(merged.changed) +
         " changed, " + std::to_string(merged.same) + " as they were" +
         listed("places without a branch, not taken", unmapped) +
         listed("held, not taken", linesOf(plan.held)) +
         listed("unreadable, not taken", linesOf(plan.unreadable));
}

/// How the file is to be read, as far as the command says.
Result<SeriesImport> importFrom(ReadTx& tx, const AdminCommand& command, Day today) {
  SeriesImport import;
  const auto preset = seriesPresetFromCode(command.argument("preset"));
  if (!preset) return Error{ErrorCode::Invalid, "--preset", "must be wide-months or weeks"};
  import.preset = *preset;
  import.series = command.argument("series");
  if (!seriesOfTotals(totalsName(import.series))) {
    return Error{ErrorCode::Invalid, "--series",
                 "must be a code of at most 33 characters (a-z, 0-9, '-' and '_')"};
  }
  auto branches = tx.branches();
  if (!branches) return branches.error();
  import.branches = std::move(*branches);
  import.today = today;
  const std::string map = command.argument("map");
  if (map.empty()) return import;
  const auto rows = platform::readCsv(map);
  if (!rows) return rows.error();
  auto read = readBranchMap(*rows, import.branches);
  if (!read) return read.error();
  import.branchMap = std::move(*read);
  return import;
}

/// The documents as they are with the totals of a series, which then stand in a document of their
/// own.
Result<std::vector<DocumentRow>> documentsWith(ReadTx& tx, const OutsideSeries& series,
                                               const std::string& code) {
  std::vector<DocumentRow> changed;
  const auto rows = documentRows(tx, "series");
  if (!rows) return rows.error();
  auto together = readOutsideSeries(*rows);
  if (!together) return together.error();
  const auto ofIt = [&](const auto& total) { return total.first.series == code; };
  if (std::erase_if(together->totals, ofIt) > 0) {
    changed.push_back({"series", documentText(outsideRows(*together))});
  }
  changed.push_back({totalsName(code), documentText(outsideRows(series.totalsAlone(code)))});
  return changed;
}

Said importTotals(const Desk& desk, const AdminCommand& command) {
  const auto rows = platform::readCsv(command.argument("text"));
  if (!rows) return rows.error();
  std::string said;
  const auto take = [&](ReadTx& tx) -> Result<std::vector<DocumentRow>> {
    const auto import = importFrom(tx, command, toLocal(desk.clock.now()).day);
    if (!import) return import.error();
    const auto plan = planSeries(*rows, *import);
    if (!plan) return plan.error();
    auto series = outsideSeriesIn(tx);
    if (!series) return series.error();
    const auto merged = mergeInto(*series, *plan);
    if (!merged) return merged.error();
    said = reportOf(*plan, *merged);
    if (merged->added + merged->changed == 0) return std::vector<DocumentRow>{};
    return documentsWith(tx, *series, import->series);
  };
  const Status done =
      changeDocuments(desk.storage, Actor::commandLine(), take, desk.clock, desk.random);
  if (!done) return done.error();
  return said;
}

}  // namespace

std::optional<Said> administerSeries(const Desk& desk, const AdminCommand& command) {
  if (command.name == "series-import") return importTotals(desk, command);
  return std::nullopt;
}

}  // namespace vejviser::hub
