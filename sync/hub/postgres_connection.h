// One connection to PostgreSQL, and several to share. libpq stays behind this header and
// postgres_values.h.
#pragma once

#include "src/base/result.h"
#include "sync/hub/postgres_values.h"

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

struct pg_conn;

namespace vejviser::hub {

class PostgresConnection {
 public:
  /// Connects to the first server of `url` that takes writes. Error Storage.
  static Result<std::unique_ptr<PostgresConnection>> open(const std::string& url);
  ~PostgresConnection();

  PostgresConnection(const PostgresConnection&) = delete;
  PostgresConnection& operator=(const PostgresConnection&) = delete;

  /// Runs one statement; `sql` must live for ever: its address is the key of the prepared one.
  /// Error Storage; then the transaction is over, and the connection perhaps too: isBroken().
  template <class... Values>
  Result<PostgresRows> run(const char* sql, const Values&... values) {
    return runPrepared(sql, {postgresValue(values)...});
  }
  /// Runs statements without parameters.
  Result<PostgresRows> runText(const std::string& sql);
  /// Ends a transaction. Error InDoubt when no answer came: it may be durable or not.
  Status commit();
  void rollBack();

  /// True when nothing more can be done with it: close it.
  bool isBroken() const;

 private:
  explicit PostgresConnection(pg_conn* connection);
  Result<PostgresRows> runPrepared(const char* sql, const std::vector<PostgresValue>& values);
  Status prepare(const char* sql, const std::string& name,
                 const std::vector<PostgresValue>& values);
  Result<PostgresRows> finish(bool sent, std::chrono::seconds patience);
  bool waitReadable(std::chrono::steady_clock::time_point deadline);

  struct Close {
    void operator()(pg_conn* connection) const;
  };
  std::unique_ptr<pg_conn, Close> m_connection;
  std::unordered_map<const char*, std::string> m_prepared;
  bool m_gaveUp = false;
};

/// Connections that threads share; each is used by one at a time.
class PostgresPool {
 public:
  explicit PostgresPool(std::string url) : m_url(std::move(url)) {}

  using Lease = std::unique_ptr<PostgresConnection>;

  /// An idle connection, or a new one, or, when there are as many as there may be, the next that
  /// is given back. `fresh`: close the idle ones, the server they were to may be gone.
  Result<Lease> take(bool fresh = false);
  void giveBack(Lease connection);

  const std::string& url() const { return m_url; }

 private:
  std::string m_url;
  std::mutex m_mutex;
  std::condition_variable m_freed;
  std::vector<Lease> m_idle;
  int m_taken = 0;
};

}  // namespace vejviser::hub
