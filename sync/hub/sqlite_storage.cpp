#include "sync/hub/sqlite_storage.h"

#include "platform/sqlite.h"
#include "sync/hub/sqlite_schema.h"
#include "sync/hub/sqlite_tx.h"

namespace vejviser::hub {

SQLite::Statement& SqliteConnection::prepared(const char* sql) {
  auto it = m_statements.find(sql);
  if (it == m_statements.end()) {
    auto statement = std::make_unique<SQLite::Statement>(*m_db, sql);  // throws on a damaged file
    it = m_statements.emplace(sql, std::move(statement)).first;
  }
  it->second->tryReset();
  return *it->second;
}

void SqliteConnection::rest() {
  for (const auto& [sql, statement] : m_statements) statement->tryReset();
}

SqliteStorage::SqliteStorage(std::filesystem::path path) : m_path(std::move(path)) {}
SqliteStorage::~SqliteStorage() = default;

std::filesystem::path SqliteStorage::fileIn(const std::filesystem::path& dir) {
  return dir / "hub.db";
}

Result<std::unique_ptr<SqliteStorage>> SqliteStorage::open(const std::filesystem::path& dir,
                                                           Access access) {
  return openPath(fileIn(dir), access);
}

Result<std::unique_ptr<SqliteStorage>> SqliteStorage::openFile(const std::filesystem::path& file) {
  return openPath(file, Access::ReadOnly);
}

Result<std::unique_ptr<SqliteStorage>> SqliteStorage::openPath(const std::filesystem::path& path,
                                                               Access access) {
  std::unique_ptr<SqliteStorage> storage{new SqliteStorage(path)};
  if (access == Access::ReadWrite) {
    auto writer = platform::openWriter(storage->m_path, kHubFile);
    if (!writer) return writer.error();
    storage->m_writer = std::make_unique<SqliteConnection>(std::move(*writer));
    storage->m_writer->db().exec("PRAGMA secure_delete=ON");
  }
  auto reader = storage->takeReader();
  if (!reader) return reader.error();
  storage->giveBack(std::move(*reader));
  return storage;
}

Status SqliteStorage::write(const std::function<Status(WriteTx&)>& body) {
  if (!m_writer) return Error{ErrorCode::Storage, m_path.string(), "is opened for reading only"};
  bool moves = false;
  const Status written = platform::guarded("hub database", [&]() -> Status {
    const std::scoped_lock lock{m_writing};
    SQLite::Transaction transaction{m_writer->db(), SQLite::TransactionBehavior::IMMEDIATE};
    SqliteTx tx{*m_writer};
    const Status status = body(tx);
    m_writer->rest();
    if (!status) return status;  // the destructor rolls back
    transaction.commit();
    moves = tx.moves();
    return {};
  });
  if (moves) m_moved();
  return written;
}

Status SqliteStorage::read(const std::function<Status(ReadTx&)>& body) {
  auto reader = takeReader();
  if (!reader) return reader.error();
  const Status status = platform::guarded("hub database", [&]() -> Status {
    SQLite::Transaction transaction{(*reader)->db()};
    SqliteTx tx{**reader};
    const Status done = body(tx);
    (*reader)->rest();
    return done;
  });
  giveBack(std::move(*reader));
  return status;
}

/// In the file itself secure_delete overwrites; the log is moved there and cut to nothing.
Status SqliteStorage::scrub() {
  if (!m_writer) return Error{ErrorCode::Storage, m_path.string(), "is opened for reading only"};
  return platform::guarded("hub database", [&]() -> Status {
    const std::scoped_lock lock{m_writing};
    m_writer->rest();
    const int busy = m_writer->db().execAndGet("PRAGMA wal_checkpoint(TRUNCATE)").getInt();
    if (busy == 0) return {};
    return Error{
        ErrorCode::Storage, m_path.string(),
        "is being read by another program: what was erased is still in its log; try again"};
  });
}

Result<std::unique_ptr<SqliteConnection>> SqliteStorage::takeReader() {
  {
    const std::scoped_lock lock{m_readersMutex};
    if (!m_readers.empty()) {
      auto reader = std::move(m_readers.back());
      m_readers.pop_back();
      return reader;
    }
  }
  auto db = platform::openReader(m_path, kHubFile);
  if (!db) return db.error();
  return std::make_unique<SqliteConnection>(std::move(*db));
}

void SqliteStorage::giveBack(std::unique_ptr<SqliteConnection> reader) {
  const std::scoped_lock lock{m_readersMutex};
  m_readers.push_back(std::move(reader));
}

}  // namespace vejviser::hub
