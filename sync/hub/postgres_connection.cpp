#include "sync/hub/postgres_connection.h"

#include <algorithm>
#include <cerrno>
#include <libpq-fe.h>
#include <poll.h>

namespace vejviser::hub {

namespace {

using std::chrono::seconds;

constexpr int kMostConnections = 16;  // of one hub; PostgreSQL's own default is 100 for all
/// For one statement. What takes longer is a fault, e.g. a network that swallows everything.
constexpr seconds kPatience{60};
/// For a commit: one that waits for a standby that is gone never returns, and no time limit of the
/// server ends it.
constexpr seconds kCommitPatience{10};
/// Of the server: how long a transaction waits for the municipality, and runs, and lies idle.
constexpr const char* kServerLimits =
    "-c lock_timeout=8000 -c statement_timeout=60000 -c idle_in_transaction_session_timeout=60000";

Error failed(const std::string& detail) {
  std::string line = detail.substr(0, detail.find('\n'));
  return {ErrorCode::Storage, "hub database", line.empty() ? "no answer" : line};
}

}  // namespace

void PostgresConnection::Close::operator()(pg_conn* connection) const {
  PQfinish(connection);
}

PostgresConnection::PostgresConnection(pg_conn* connection) : m_connection(connection) {}
PostgresConnection::~PostgresConnection() = default;

/// A later keyword wins over an earlier one: the address may change all but the last.
Result<std::unique_ptr<PostgresConnection>> PostgresConnection::open(const std::string& url) {
  const char* keywords[] = {"connect_timeout", "tcp_user_timeout",     "keepalives_idle",
                            "options",         "application_name",     "dbname",
                            "client_encoding", "target_session_attrs", nullptr};
  const char* values[] = {"3",         "5000", "10",         kServerLimits, "vejviser-hub",
                          url.c_str(), "UTF8", "read-write", nullptr};
  std::unique_ptr<PostgresConnection> connection{
      new PostgresConnection(PQconnectdbParams(keywords, values, 1))};
  pg_conn* raw = connection->m_connection.get();
  if (PQstatus(raw) != CONNECTION_OK) return failed(PQerrorMessage(raw));
  PQsetnonblocking(raw, 1);
  PQsetNoticeProcessor(
      raw, [](void*, const char*) {}, nullptr);
  return connection;
}

Result<PostgresRows> PostgresConnection::runPrepared(const char* sql,
                                                     const std::vector<PostgresValue>& values) {
  auto it = m_prepared.find(sql);
  if (it == m_prepared.end()) {
    const std::string name = "s" + std::to_string(m_prepared.size());
    if (const Status ready = prepare(sql, name, values); !ready) return ready.error();
    it = m_prepared.emplace(sql, name).first;
  }
  std::vector<const char*> bytes;
  std::vector<int> lengths;
  for (const PostgresValue& value : values) {
    bytes.push_back(value.bytes ? value.bytes->data() : nullptr);
    lengths.push_back(value.bytes ? static_cast<int>(value.bytes->size()) : 0);
  }
  const std::vector<int> binary(values.size(), 1);
  const int sent =
      PQsendQueryPrepared(m_connection.get(), it->second.c_str(), static_cast<int>(values.size()),
                          bytes.data(), lengths.data(), binary.data(), 1);
  return finish(sent == 1, kPatience);
}

Status PostgresConnection::prepare(const char* sql, const std::string& name,
                                   const std::vector<PostgresValue>& values) {
  std::vector<Oid> types;
  for (const PostgresValue& value : values) types.push_back(value.type);
  const int sent = PQsendPrepare(m_connection.get(), name.c_str(), sql,
                                 static_cast<int>(types.size()), types.data());
  const auto done = finish(sent == 1, kPatience);
  return done ? Status{} : Status{done.error()};
}

Result<PostgresRows> PostgresConnection::runText(const std::string& sql) {
  return finish(PQsendQuery(m_connection.get(), sql.c_str()) == 1, kPatience);
}

Status PostgresConnection::commit() {
  const auto done = finish(PQsendQuery(m_connection.get(), "COMMIT") == 1, kCommitPatience);
  if (done && done->did("COMMIT")) return {};
  if (done) return failed("a statement had failed: nothing was stored");
  if (isBroken()) return Error{ErrorCode::InDoubt, "hub database", done.error().detail};
  return done.error();
}

void PostgresConnection::rollBack() {
  if (!isBroken() && !runText("ROLLBACK")) m_gaveUp = true;
}

bool PostgresConnection::isBroken() const {
  return m_gaveUp || PQstatus(m_connection.get()) != CONNECTION_OK;
}

/// Waits until the server has said something, or until there is room to say more to it.
bool PostgresConnection::waitReadable(std::chrono::steady_clock::time_point deadline) {
  const int unsent = PQflush(m_connection.get());
  if (unsent < 0) return false;
  pollfd socket{PQsocket(m_connection.get()),
                static_cast<short>(POLLIN | (unsent > 0 ? POLLOUT : 0)), 0};
  const auto left =
      std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
  const int ready = poll(&socket, 1, static_cast<int>(std::max<std::int64_t>(0, left.count())));
  if (ready < 0) return errno == EINTR;
  if (ready == 0) return false;
  return (socket.revents & POLLIN) == 0 || PQconsumeInput(m_connection.get()) == 1;
}

/// The last result of what was sent; all of them are read, and the first failure stands.
Result<PostgresRows> PostgresConnection::finish(bool sent, std::chrono::seconds patience) {
  pg_conn* raw = m_connection.get();
  if (!sent) {
    m_gaveUp = true;
    return failed(PQerrorMessage(raw));
  }
  const auto deadline = std::chrono::steady_clock::now() + patience;
  PostgresRows last{nullptr};
  std::optional<Error> fault;
  while (true) {
    while (PQflush(raw) > 0 || PQisBusy(raw) == 1) {
      if (waitReadable(deadline)) continue;
      m_gaveUp = true;
      return failed(std::chrono::steady_clock::now() < deadline ? PQerrorMessage(raw) : "");
    }
    pg_result* result = PQgetResult(raw);
    if (result == nullptr) break;
    last = PostgresRows{result};
    const ExecStatusType status = PQresultStatus(result);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || fault) continue;
    fault = failed(PQresultErrorMessage(result));
    const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    // A server that has become a standby is of no more use. Source: PostgreSQL, appendix A.
    if (state != nullptr && std::string_view{state} == "25006") m_gaveUp = true;
  }
  if (fault) return *fault;
  return last;
}

Result<PostgresPool::Lease> PostgresPool::take(bool fresh) {
  {
    std::unique_lock lock{m_mutex};
    if (fresh) m_idle.clear();
    m_freed.wait(lock, [this] { return m_taken < kMostConnections; });
    ++m_taken;
    if (!m_idle.empty()) {
      Lease connection = std::move(m_idle.back());
      m_idle.pop_back();
      return connection;
    }
  }
  auto opened = PostgresConnection::open(m_url);
  if (!opened) giveBack(nullptr);
  return opened;
}

void PostgresPool::giveBack(Lease connection) {
  {
    const std::scoped_lock lock{m_mutex};
    --m_taken;
    if (connection && !connection->isBroken()) m_idle.push_back(std::move(connection));
  }
  m_freed.notify_one();
}

}  // namespace vejviser::hub
