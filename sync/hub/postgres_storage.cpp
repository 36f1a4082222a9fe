#include "sync/hub/postgres_storage.h"

#include "sync/hub/postgres_schema.h"
#include "sync/hub/postgres_tx.h"

namespace vejviser::hub {

namespace {

/// Gives a connection back whatever happens.
class Borrowed {
 public:
  Borrowed(PostgresPool& pool, PostgresPool::Lease connection)
      : m_pool(pool), m_connection(std::move(connection)) {}
  ~Borrowed() { m_pool.giveBack(std::move(m_connection)); }

  Borrowed(const Borrowed&) = delete;
  Borrowed& operator=(const Borrowed&) = delete;

  PostgresConnection* operator->() { return m_connection.get(); }
  PostgresConnection& operator*() { return *m_connection; }

 private:
  PostgresPool& m_pool;
  PostgresPool::Lease m_connection;
};

}  // namespace

PostgresDatabase::PostgresDatabase(std::string url)
    : m_pool(std::make_shared<PostgresPool>(std::move(url))) {}

Result<std::unique_ptr<PostgresDatabase>> PostgresDatabase::connect(const std::string& url,
                                                                    bool migrates) {
  std::unique_ptr<PostgresDatabase> database{new PostgresDatabase(url)};
  auto connection = database->m_pool->take();
  if (!connection) return connection.error();
  Borrowed borrowed{*database->m_pool, std::move(*connection)};
  if (const Status ready = migratePostgres(*borrowed, migrates); !ready) return ready.error();
  return database;
}

Result<std::vector<std::string>> PostgresDatabase::municipalities() {
  const auto all = positions();
  if (!all) return all.error();
  std::vector<std::string> codes;
  for (const auto& [code, pos] : *all) codes.push_back(code);
  return codes;
}

Result<std::map<std::string, std::int64_t>> PostgresDatabase::positions() {
  auto connection = m_pool->take();
  if (!connection) return connection.error();
  Borrowed borrowed{*m_pool, std::move(*connection)};
  const auto rows = borrowed->run("SELECT code, pos FROM municipality WHERE id IS NOT NULL");
  if (!rows) return rows.error();
  std::map<std::string, std::int64_t> all;
  for (int i = 0; i < rows->size(); ++i) all[rows->text(i, 0)] = rows->integer(i, 1);
  return all;
}

Result<std::unique_ptr<Storage>> PostgresDatabase::open(const std::string& code, Access) {
  auto connection = m_pool->take();
  if (!connection) return connection.error();
  Borrowed borrowed{*m_pool, std::move(*connection)};
  const auto key = borrowed->run("SELECT key FROM municipality WHERE code = $1", code);
  if (!key) return key.error();
  if (key->size() == 0) {
    return Error{ErrorCode::Invalid, code.empty() ? "''" : code,
                 "is no municipality of this hub; run vejviser-hub init"};
  }
  return std::unique_ptr<Storage>{std::make_unique<PostgresStorage>(m_pool, key->integer(0, 0))};
}

Result<std::unique_ptr<Storage>> PostgresDatabase::make(const std::string& code) {
  {
    auto connection = m_pool->take();
    if (!connection) return connection.error();
    Borrowed borrowed{*m_pool, std::move(*connection)};
    const auto made =
        borrowed->run("INSERT INTO municipality(code) VALUES($1) ON CONFLICT DO NOTHING", code);
    if (!made) return made.error();
  }
  return open(code, Access::ReadWrite);
}

/// Begins a transaction on a connection that works: one from before a failover is thrown away.
Result<PostgresPool::Lease> PostgresStorage::begin(const char* kind, const char* first) {
  const std::string own = "SET LOCAL vejviser.municipality = " + std::to_string(m_municipality);
  for (bool fresh : {false, true}) {
    auto connection = m_pool->take(fresh);
    if (!connection) return connection.error();
    const auto begun = (*connection)->runText(std::string{kind} + ";" + own);
    const auto seen = begun ? (*connection)->run(first, m_municipality) : begun;
    if (seen) return connection;
    const bool broken = (*connection)->isBroken();
    (*connection)->rollBack();
    m_pool->giveBack(std::move(*connection));
    if (fresh || !broken) return seen.error();
  }
  return Error{ErrorCode::Storage, "hub database", "no connection"};
}

Status PostgresStorage::write(const std::function<Status(WriteTx&)>& body) {
  auto connection = begin("BEGIN", "SELECT pos FROM municipality WHERE key = $1 FOR UPDATE");
  if (!connection) return connection.error();
  bool moves = false;
  {
    Borrowed borrowed{*m_pool, std::move(*connection)};
    PostgresTx tx{*borrowed, m_municipality};
    if (const Status status = body(tx); !status) {
      borrowed->rollBack();
      return status;
    }
    if (const Status done = borrowed->commit(); !done) return done;
    moves = tx.position() > 0;
    if (moves) m_ownPosition = tx.position();
  }
  if (moves) m_moved();
  return {};
}

Status PostgresStorage::read(const std::function<Status(ReadTx&)>& body) {
  auto connection = begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
                          "SELECT pos FROM municipality WHERE key = $1");
  if (!connection) return connection.error();
  Borrowed borrowed{*m_pool, std::move(*connection)};
  PostgresTx tx{*borrowed, m_municipality};
  const Status status = body(tx);
  borrowed->rollBack();
  return status;
}

Status PostgresStorage::scrub() {
  auto connection = m_pool->take();
  if (!connection) return connection.error();
  Borrowed borrowed{*m_pool, std::move(*connection)};
  const auto done = borrowed->runText("VACUUM entry");
  return done ? Status{} : Status{done.error()};
}

}  // namespace vejviser::hub
