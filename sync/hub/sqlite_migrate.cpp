#include "sync/hub/sqlite_migrate.h"

#include "platform/files.h"
#include "platform/sqlite.h"
#include "src/domain/tally.h"
#include "sync/hub/backups.h"
#include "sync/hub/sqlite_backup.h"
#include "sync/hub/sqlite_schema.h"
#include "sync/hub/sqlite_storage.h"
#include "sync/hub/upkeep.h"

#include <system_error>

namespace vejviser::hub {

namespace {

namespace fs = std::filesystem;

/// A third of what was measured on two cores: 300 000 entries of version 1 in 2 s, counted anew.
constexpr std::int64_t kEntriesPerSecond = 50'000;
/// The changed pages lie in the log before they lie in the file, and the file grows.
constexpr std::uintmax_t kRoomForChanges = 2;

Error notSetUp(const fs::path& file) {
  return {ErrorCode::Storage, file.string(), "is not set up; run vejviser-hub init"};
}

Result<HubInfo> infoOf(SQLite::Database& db, const fs::path& file) {
  SQLite::Statement row{db, "SELECT id, municipality FROM hub"};
  if (!row.executeStep()) return notSetUp(file);
  return HubInfo{platform::idOf(row.getColumn(0)), row.getColumn(1).getString()};
}

int newest() {
  return static_cast<int>(kHubFile.migrations.size());
}

int versionOf(SQLite::Database& db) {
  return db.execAndGet("PRAGMA user_version").getInt();
}

Result<MigrationPlan> planOf(SQLite::Database& db, const fs::path& file) {
  auto hub = infoOf(db, file);
  if (!hub) return hub.error();
  MigrationPlan plan;
  plan.hub = std::move(*hub);
  plan.from = versionOf(db);
  plan.to = newest();
  for (int version = plan.from; version < plan.to; ++version) {
    plan.steps.push_back({version + 1, kHubFile.migrations[static_cast<std::size_t>(version)]});
  }
  plan.entries = db.execAndGet("SELECT count(*) FROM entry").getInt64();
  constexpr int kWithTally = 3;  // the version that has the column
  plan.countsAnew =
      plan.from < kWithTally || db.execAndGet("SELECT tally FROM hub").getInt() != kTallyVersion;
  if (!plan.steps.empty()) {
    plan.expected = std::chrono::seconds{1 + plan.entries / kEntriesPerSecond};
  }
  plan.database_bytes = static_cast<std::uintmax_t>(db.execAndGet("PRAGMA page_count").getInt64()) *
                        static_cast<std::uintmax_t>(db.execAndGet("PRAGMA page_size").getInt64());
  return plan;
}

Result<fs::path> backUpBefore(const MigrationWish& wish, const Clock& clock) {
  if (!wish.backups.empty()) {
    auto kept = backUpInto(wish.dir, wish.backups, 0, clock);
    if (!kept) return kept.error();
    return kept->file;
  }
  const fs::path database = SqliteStorage::fileIn(wish.dir);
  const fs::path file = database.string() + ".before-migrate-" + nameOf(clock.now());
  const auto copied = copyProved(database, file);
  if (!copied) return copied.error();
  return file;
}

}  // namespace

Result<HubInfo> infoAsItIs(const fs::path& dir) {
  const fs::path file = SqliteStorage::fileIn(dir);
  std::error_code ignored;
  if (!fs::exists(file, ignored)) return notSetUp(file);
  const auto db = platform::openAsItIs(file, kHubFile);
  if (!db) return db.error();
  return platform::guarded(file.c_str(), [&]() -> Result<HubInfo> {
    if (versionOf(**db) == 0) return notSetUp(file);
    return infoOf(**db, file);
  });
}

Status checkUpToDate(const fs::path& dir) {
  const fs::path file = SqliteStorage::fileIn(dir);
  const auto db = platform::openAsItIs(file, kHubFile);
  if (!db) return db.error();
  return platform::guarded(file.c_str(), [&]() -> Status {
    const int version = versionOf(**db);
    if (version == newest()) return {};
    return Error{ErrorCode::Refused, file.string(),
                 "is of version " + std::to_string(version) + ", this program's is " +
                     std::to_string(newest()) +
                     ", and no-auto-migrate is set: run vejviser-hub "
                     "migrate"};
  });
}

Result<MigrationPlan> planMigration(const fs::path& dir, bool backup) {
  const fs::path file = SqliteStorage::fileIn(dir);
  const auto db = platform::openAsItIs(file, kHubFile);
  if (!db) return db.error();
  auto plan = platform::guarded(file.c_str(), [&] { return planOf(**db, file); });
  if (!plan) return plan;
  if (!plan->steps.empty()) {
    plan->needed_bytes = plan->database_bytes * (kRoomForChanges + (backup ? 1 : 0));
  }
  std::error_code ignored;
  const auto space = fs::space(dir, ignored);
  plan->free_bytes = ignored ? 0 : space.available;
  return plan;
}

Result<Migrated> migrate(const MigrationWish& wish, const Clock& clock, RandomSource& random) {
  const auto lock = platform::FolderLock::take(wish.dir);
  if (!lock) return lock.error();
  auto plan = planMigration(wish.dir, wish.backup);
  if (!plan) return plan.error();
  Migrated done{std::move(*plan), {}};
  if (done.plan.steps.empty()) return done;
  if (done.plan.free_bytes < done.plan.needed_bytes) {
    return Error{ErrorCode::Storage, wish.dir.string(),
                 "has " + std::to_string(done.plan.free_bytes) + " bytes free, " +
                     std::to_string(done.plan.needed_bytes) + " are needed; nothing was changed"};
  }
  if (wish.backup) {
    auto backup = backUpBefore(wish, clock);
    if (!backup) return backup.error();
    done.backup = std::move(*backup);
  }
  const auto storage = SqliteStorage::open(wish.dir, Access::ReadWrite);
  if (!storage) return storage.error();
  if (const Status woken = wakeUp(**storage, wish.erasures, clock, random); !woken) {
    return woken.error();
  }
  return done;
}

}  // namespace vejviser::hub
