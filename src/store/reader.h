// A read-only connection for the screen's questions. A question that fails (a damaged file) is
// answered as if there were nothing, logged, and remembered by broken(): the screen goes on, and
// says so. Safe from any thread.
#pragma once

#include "platform/log.h"
#include "platform/sqlite.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace vejviser::store {

class Reader {
 public:
  explicit Reader(std::unique_ptr<SQLite::Database> db) : m_db(std::move(db)) {}

  /// What `body` finds in the database it is given; it may throw SQLite::Exception.
  template <class Value, class Body>
  Result<Value> tryToAsk(const char* what, Body&& body) const {
    const std::scoped_lock lock{m_mutex};
    auto answer = platform::guarded(what, [&]() -> Value { return body(*m_db); });
    if (answer) return answer;
    m_broken = true;
    platform::log(platform::LogLevel::Error, answer.error().text());
    return answer;
  }

  /// The same; an empty value when it cannot be found out.
  template <class Value, class Body>
  Value ask(const char* what, Body&& body) const {
    auto answer = tryToAsk<Value>(what, body);
    return answer ? std::move(*answer) : Value{};
  }

  /// True once a question has failed: what was answered since may lack something.
  bool broken() const { return m_broken; }

 private:
  mutable std::mutex m_mutex;
  mutable std::atomic<bool> m_broken = false;
  std::unique_ptr<SQLite::Database> m_db;
};

/// Of pulled rows: those of the generation in use, which the first pull makes.
inline const std::string kInUse =
    " WHERE gen = (SELECT CAST(value AS INTEGER) FROM meta WHERE key='generation')";

}  // namespace vejviser::store
