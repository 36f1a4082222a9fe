#include "sync/hub/recount.h"

#include "sync/hub/cube.h"

#include <map>

namespace vejviser::hub {

Result<Recount> recount(ReadTx& tx) {
  Recount result;
  std::map<Id, std::vector<Entry>> subjects;
  const Status read = tx.eachEntry([&](const KeptEntry& kept) -> Status {
    ++result.entries;
    if (kept.held.empty()) {
      subjects[kept.entry.subject].push_back(counted(kept));
    } else {
      ++result.held;
    }
    return {};
  });
  if (!read) return read.error();
  CellChanges counted;
  for (const auto& [subject, entries] : subjects) counted.replace(std::nullopt, fold(entries));
  const auto cube = tx.allCells();
  if (!cube) return cube.error();

  std::map<CellKey, Recount::Difference> cells;
  for (const Cell& cell : *cube) cells[cell.key] = {cell.key, cell.n, 0};
  for (const Cell& cell : counted.nonZero()) {
    auto& both = cells[cell.key];
    both.key = cell.key;
    both.counted = cell.n;
  }
  result.cells = static_cast<std::int64_t>(cells.size());
  for (const auto& [key, both] : cells) {
    if (both.kept != both.counted) result.differences.push_back(both);
  }
  return result;
}

}  // namespace vejviser::hub
