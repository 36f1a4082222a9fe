#include "platform/sqlite.h"

#include <cstdint>
#include <cstring>
#include <sqlite3.h>

namespace vejviser::platform {

namespace {

constexpr int kBusyTimeout_ms = 5000;  // a reader's snapshot at most; there is one writer

const char* meaningOf(int code) {
  switch (code & 0xFF) {
    case SQLITE_FULL:
      return "the disk is full; nothing was stored";
    case SQLITE_READONLY:
      return "the database cannot be written to";
    case SQLITE_CANTOPEN:
      return "the database cannot be opened";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return "the database file is damaged";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "the database is in use by another program";
    case SQLITE_IOERR:
      return "the disk does not work";
    default:
      return "the database failed";
  }
}

Error notOurs(const std::string& path, const char* why) {
  return {ErrorCode::Storage, path, why};
}

/// Refuses foreign and newer files before anything is written to them.
Status checkKind(SQLite::Database& db, const std::string& path, const FileKind& kind) {
  const int application = db.execAndGet("PRAGMA application_id").getInt();
  const int version = db.execAndGet("PRAGMA user_version").getInt();
  const int tables = db.execAndGet("SELECT count(*) FROM sqlite_schema").getInt();
  if (tables > 0 && application != kind.applicationId) {
    return notOurs(path, "is a database of another program");
  }
  if (version < 0) return notOurs(path, "is of no version that there is");
  if (version > static_cast<int>(kind.migrations.size())) {
    return Error{ErrorCode::Incompatible, path, "was written by a newer version of Vejviser"};
  }
  return {};
}

/// All in one transaction: whatever fails, the file stays as it was.
void bringUpToDate(SQLite::Database& db, const FileKind& kind, const FirstUse& use) {
  SQLite::Transaction transaction{db};
  const int from = db.execAndGet("PRAGMA user_version").getInt();
  for (std::size_t i = static_cast<std::size_t>(from); i < kind.migrations.size(); ++i) {
    db.exec(kind.migrations[i]);
    db.exec("PRAGMA application_id=" + std::to_string(kind.applicationId));
    db.exec("PRAGMA user_version=" + std::to_string(i + 1));
  }
  if (use) use(db);
  transaction.commit();
}

/// Syncs what a program that was killed had written but not yet synced: SQLite takes it as
/// committed when it opens the file, and it must not be gone after a power cut once somebody has
/// seen it. A failure is no reason not to start, e.g. on a full disk: every commit syncs the same
/// log.
void makeDurable(SQLite::Database& db) {
  db.tryExec("PRAGMA wal_checkpoint");
}

}  // namespace

Error sqliteError(const SQLite::Exception& exception, const std::string& where) {
  return {ErrorCode::Storage, where,
          std::string{meaningOf(exception.getErrorCode())} + " (" + exception.what() + ")"};
}

Result<std::unique_ptr<SQLite::Database>> openWriter(const std::filesystem::path& path,
                                                     const FileKind& kind, const FirstUse& use) {
  using Opened = Result<std::unique_ptr<SQLite::Database>>;
  return guarded(path.c_str(), [&]() -> Opened {
    auto db = std::make_unique<SQLite::Database>(
        path.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, kBusyTimeout_ms);
    if (const Status status = checkKind(*db, path.string(), kind); !status) return status.error();
    db->exec("PRAGMA synchronous=FULL");
    db->exec("PRAGMA foreign_keys=ON");
    makeDurable(*db);
    bringUpToDate(*db, kind, use);
    db->exec("PRAGMA journal_mode=WAL");  // marks the file: not before it is accepted
    return db;
  });
}

Result<std::unique_ptr<SQLite::Database>> openAsItIs(const std::filesystem::path& path,
                                                     const FileKind& kind) {
  using Opened = Result<std::unique_ptr<SQLite::Database>>;
  return guarded(path.c_str(), [&]() -> Opened {
    auto db =
        std::make_unique<SQLite::Database>(path.string(), SQLite::OPEN_READONLY, kBusyTimeout_ms);
    if (const Status status = checkKind(*db, path.string(), kind); !status) return status.error();
    return db;
  });
}

Result<std::unique_ptr<SQLite::Database>> openReader(const std::filesystem::path& path,
                                                     const FileKind& kind) {
  using Opened = Result<std::unique_ptr<SQLite::Database>>;
  return guarded(path.c_str(), [&]() -> Opened {
    auto db = openAsItIs(path, kind);
    if (!db) return db;
    const int version = (*db)->execAndGet("PRAGMA user_version").getInt();
    if (version < static_cast<int>(kind.migrations.size())) {
      return notOurs(path.string(), "has not been brought up to date yet; start Vejviser once");
    }
    return db;
  });
}

void bindValue(SQLite::Statement& statement, int place, std::int64_t value) {
  statement.bind(place, value);
}

void bindValue(SQLite::Statement& statement, int place, const std::string& value) {
  statement.bind(place, value);
}

void bindValue(SQLite::Statement& statement, int place, std::span<const std::uint8_t> blob) {
  statement.bind(place, blob.data(), static_cast<int>(blob.size()));
}

void bindValue(SQLite::Statement& statement, int place, const Id& value) {
  bindValue(statement, place, std::span{value.bytes});
}

Id idOf(const SQLite::Column& column) {
  Id id;
  if (column.getBytes() == static_cast<int>(id.bytes.size())) {
    std::memcpy(id.bytes.data(), column.getBlob(), id.bytes.size());
  }
  return id;
}

}  // namespace vejviser::platform
