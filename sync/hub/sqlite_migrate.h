// Bringing a hub's database of an older version up to date, as something that is planned: what it
// would do, and doing it after a backup. SQLite's own.
#pragma once

#include "src/base/random.h"
#include "src/base/result.h"
#include "src/base/time.h"
#include "sync/hub/records.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace vejviser::hub {

/// Who a database belongs to, of this version or an older one. Errors: Storage, Incompatible.
Result<HubInfo> infoAsItIs(const std::filesystem::path& dir);

/// Error Refused when the database in `dir` is older than this program.
Status checkUpToDate(const std::filesystem::path& dir);

struct MigrationPlan {
  struct Step {
    int version = 0;  ///< that it leads to
    std::string sql;
  };

  HubInfo hub;
  int from = 0;
  int to = 0;
  std::vector<Step> steps;  ///< none: it is up to date
  std::int64_t entries = 0;
  bool countsAnew = false;  ///< the figures too, by this program's rules
  std::chrono::seconds expected{};
  std::uintmax_t database_bytes = 0;
  std::uintmax_t needed_bytes = 0;  ///< free beside it, while it is done
  std::uintmax_t free_bytes = 0;
};

/// Reads only: nothing changes in the database. `backup`: one is to be made first, on the same
/// disk. Errors: Storage, Incompatible.
Result<MigrationPlan> planMigration(const std::filesystem::path& dir, bool backup);

struct MigrationWish {
  std::filesystem::path dir;
  std::filesystem::path erasures;
  std::filesystem::path backups;  ///< the folder for the backup; empty: `dir` itself
  bool backup = true;
};

struct Migrated {
  MigrationPlan plan;
  std::filesystem::path backup;  ///< empty: none was made
};

/// Does it, and what a hub does before it answers anybody. Errors: Refused (a hub is at work),
/// Storage (also: no room), Incompatible. On failure the database is as it was, or up to date with
/// figures that the next start counts anew.
Result<Migrated> migrate(const MigrationWish& wish, const Clock& clock, RandomSource& random);

}  // namespace vejviser::hub
