#include "sync/hub/recount.h"

#include "sync/hub/cube.h"
#include "sync/hub/week_figures.h"

#include <map>

namespace vejviser::hub {

namespace {

using Subjects = std::map<Id, std::vector<Entry>>;

/// Every entry that counts, by what it is about.
Result<Subjects> readAll(ReadTx& tx, Recount& result) {
  Subjects subjects;
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
  return subjects;
}

}  // namespace

Result<Recount> recount(ReadTx& tx) {
  Recount result;
  const auto subjects = readAll(tx, result);
  if (!subjects) return subjects.error();
  CellChanges counted;
  for (const auto& [id, entries] : *subjects) {
    const auto standing = fold(entries);
    counted.replace(std::nullopt, standing);
    if (standing && isShared(standing->kind)) {
      result.shared.push_back({id, neededUntil(*standing)});
    }
  }
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
  const auto wrong = wrongWeeks(tx, *cube);
  if (!wrong) return wrong.error();
  result.wrongWeeks = *wrong;
  for (const auto& [key, both] : cells) {
    if (both.kept != both.counted) result.differences.push_back(both);
  }
  return result;
}

Status countAnew(Storage& storage, const Clock& clock, RandomSource& random) {
  return storage.write([&](WriteTx& tx) -> Status {
    const auto version = tx.tallyVersion();
    if (!version) return version.error();
    if (*version == kTallyVersion) return {};
    auto result = recount(tx);
    if (!result) return result.error();
    Changes changes;
    changes.shared = std::move(result->shared);
    for (const Recount::Difference& difference : result->differences) {
      changes.cells.push_back({difference.key, difference.counted - difference.kept});
    }
    if (const Status done = applyChanges(tx, changes, clock.now(), random); !done) return done;
    return tx.setTallyVersion(kTallyVersion);
  });
}

}  // namespace vejviser::hub
