// The hub's storage in PostgreSQL: many municipalities, and several hubs at once.
#pragma once

#include "sync/hub/database.h"
#include "sync/hub/postgres_connection.h"

#include <atomic>
#include <memory>
#include <string>

namespace vejviser::hub {

class PostgresDatabase final : public Database {
 public:
  /// Connects to `url` (postgresql://host1,host2/name, or any other libpq form) and brings its
  /// tables up to date. Errors: Storage, Incompatible, Refused (a superuser's role; or they are
  /// older and it must not migrate them).
  static Result<std::unique_ptr<PostgresDatabase>> connect(const std::string& url, bool migrates);

  Result<std::vector<std::string>> municipalities() override;
  Result<std::unique_ptr<Storage>> open(const std::string& code, Access access) override;
  Result<std::unique_ptr<Storage>> make(const std::string& code) override;
  Result<std::map<std::string, std::int64_t>> positions() override;

 private:
  explicit PostgresDatabase(std::string url);

  std::shared_ptr<PostgresPool> m_pool;
};

/// One municipality's. A transaction that writes locks it, so that one follows another whichever
/// hub they come from. A failed commit is InDoubt when nobody can tell whether it is durable.
class PostgresStorage final : public Storage {
 public:
  PostgresStorage(std::shared_ptr<PostgresPool> pool, std::int64_t municipality)
      : m_pool(std::move(pool)), m_municipality(municipality) {}

  Status write(const std::function<Status(WriteTx&)>& body) override;
  Status read(const std::function<Status(ReadTx&)>& body) override;
  /// Frees the space of what was overwritten; the server's log of changes is its own matter.
  Status scrub() override;
  std::int64_t ownPosition() const override { return m_ownPosition; }

 private:
  Result<PostgresPool::Lease> begin(const char* kind, const char* first);

  std::shared_ptr<PostgresPool> m_pool;
  std::int64_t m_municipality;
  std::atomic<std::int64_t> m_ownPosition = 0;
};

}  // namespace vejviser::hub
