#include "sync/hub/sqlite_backup.h"

#include "platform/files.h"
#include "platform/sqlite.h"
#include "sync/hub/audit.h"
#include "sync/hub/erase.h"
#include "sync/hub/sqlite_schema.h"
#include "sync/hub/sqlite_storage.h"

#include <cstdio>
#include <fcntl.h>
#include <unistd.h>

namespace vejviser::hub {

namespace {

namespace fs = std::filesystem;

/// An empty file of its owner's alone; one that an interrupted copy left there goes.
Status makeEmpty(const fs::path& file) {
  unlink(file.c_str());
  const int made = open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (made < 0) {
    return Error{ErrorCode::Storage, file.string(), std::generic_category().message(errno)};
  }
  close(made);
  return {};
}

/// Copies one view of a database into a new file, without what was deleted from it.
Status copyInto(const fs::path& from, const fs::path& to) {
  const auto db = platform::openAsItIs(from, kHubFile);
  if (!db) return db.error();
  if (const Status made = makeEmpty(to); !made) return made;
  return platform::guarded(to.c_str(), [&] {
    SQLite::Statement into{**db, "VACUUM INTO ?"};
    platform::run(into, to.string());
  });
}

Status checkPlace(const fs::path& dir, const fs::path& file, bool replace) {
  std::error_code error;
  if (fs::is_directory(file, error)) {
    return Error{ErrorCode::Invalid, file.string(), "is a folder; name a file"};
  }
  if (fs::equivalent(fs::absolute(file).parent_path(), dir, error)) {
    return Error{ErrorCode::Invalid, file.string(),
                 "is in the hub's own folder, and would be lost with it"};
  }
  if (fs::exists(fs::symlink_status(file, error)) && !replace) {
    return Error{ErrorCode::Refused, file.string(), "is there already; --force replaces it"};
  }
  return {};
}

/// The copy in `dir` becomes a hub's database of this version whose history goes its own way.
Status makeAnotherHistory(const fs::path& dir, const fs::path& erasures, const Clock& clock,
                          RandomSource& random) {
  const auto storage = SqliteStorage::open(dir, Access::ReadWrite);
  if (!storage) return storage.error();
  const Status moved = (*storage)->write([&](WriteTx& tx) -> Status {
    const auto pos = tx.takePositions(1, static_cast<std::int64_t>(random.next64()), clock.now());
    if (!pos) return pos.error();
    return note(tx, Actor::commandLine(), {"restore", "position " + std::to_string(*pos)},
                clock.now());
  });
  if (!moved) return moved;
  return replayErasures(**storage, erasures, clock, random);
}

fs::path logOf(const fs::path& database) {
  return database.string() + "-wal";
}

/// A second name for a file; none for one that is not there or holds nothing.
Status linkAs(const fs::path& file, const fs::path& name) {
  std::error_code error;
  const auto size = fs::file_size(file, error);
  if (error || size == 0) return {};
  fs::create_hard_link(file, name, error);
  if (error) return Error{ErrorCode::Storage, name.string(), error.message()};
  return {};
}

/// A log must never lie beside another database of the name: it goes first, and comes back when the
/// new database cannot take the place.
Status replaceDatabase(const fs::path& database, const fs::path& fresh, const fs::path& former) {
  std::error_code ignored;
  fs::remove(database.string() + "-shm", ignored);
  fs::remove(logOf(database), ignored);
  const Status moved = platform::moveIntoPlace(fresh, database);
  if (!moved && !former.empty()) {
    const Status back = linkAs(logOf(former), logOf(database));
    if (!back) return back;
  }
  return moved;
}

/// The database that was there keeps a second name, with what is still in its log.
Result<Restored> putInPlace(const fs::path& fresh, const fs::path& database, Instant now) {
  Restored restored;
  std::error_code ignored;
  Status done;
  if (fs::exists(database, ignored)) {
    restored.former = database.string() + ".before-restore-" + nameOf(now);
    done = linkAs(database, restored.former);
    if (done) done = linkAs(logOf(database), logOf(restored.former));
  }
  if (done) done = replaceDatabase(database, fresh, restored.former);
  if (done) return restored;
  fs::remove(restored.former, ignored);
  fs::remove(logOf(restored.former), ignored);
  return done.error();
}

}  // namespace

Result<Contents> examine(const fs::path& file) {
  const auto db = platform::openAsItIs(file, kHubFile);
  if (!db) return db.error();
  return platform::guarded(file.c_str(), [&]() -> Result<Contents> {
    const std::string verdict = (*db)->execAndGet("PRAGMA integrity_check").getString();
    if (verdict != "ok") return Error{ErrorCode::Storage, file.string(), "is damaged: " + verdict};
    const int version = (*db)->execAndGet("PRAGMA user_version").getInt();
    SQLite::Statement row{**db,
                          "SELECT id, municipality, (SELECT count(*) FROM entry), clk.pos"
                          " FROM hub, clk"};
    if (!row.executeStep()) return Error{ErrorCode::Storage, file.string(), "holds no hub"};
    return Contents{platform::idOf(row.getColumn(0)), row.getColumn(1).getString(),
                    row.getColumn(2).getInt64(), row.getColumn(3).getInt64(), version};
  });
}

std::string nameOf(Instant at) {
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss time{at - day};
  char text[64];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u-%02d%02d%02d.%03d",
                static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()), static_cast<int>(time.hours().count()),
                static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()),
                static_cast<int>(time.subseconds().count()));
  return text;
}

Result<Contents> backUp(const fs::path& dir, const fs::path& file, bool replace) {
  if (const Status place = checkPlace(dir, file, replace); !place) return place.error();
  return copyProved(SqliteStorage::fileIn(dir), file);
}

Result<Contents> copyProved(const fs::path& database, const fs::path& file) {
  const fs::path fresh = file.string() + ".new";
  std::error_code ignored;
  if (const Status copied = copyInto(database, fresh); !copied) {
    fs::remove(fresh, ignored);
    return copied.error();
  }
  auto contents = examine(fresh);
  Status moved;
  if (contents) moved = platform::moveIntoPlace(fresh, file);
  fs::remove(fresh, ignored);
  if (!contents || moved) return contents;
  return moved.error();
}

Result<Restored> restore(const fs::path& dir, const fs::path& file, const fs::path& erasures,
                         const Clock& clock, RandomSource& random) {
  const auto contents = examine(file);
  if (!contents) return contents.error();
  if (const Status made = platform::makePrivateDir(dir); !made) return made.error();
  const auto lock = platform::FolderLock::take(dir);
  if (!lock) return lock.error();
  const fs::path aside = dir / "restoring";
  std::error_code ignored;
  fs::remove_all(aside, ignored);
  Status ready = platform::makePrivateDir(aside);
  const fs::path fresh = SqliteStorage::fileIn(aside);
  if (ready) ready = copyInto(file, fresh);
  if (ready) ready = makeAnotherHistory(aside, erasures, clock, random);
  auto restored = ready ? putInPlace(fresh, SqliteStorage::fileIn(dir), clock.now())
                        : Result<Restored>{ready.error()};
  fs::remove_all(aside, ignored);
  if (restored) restored->contents = *contents;
  return restored;
}

}  // namespace vejviser::hub
