// What was pulled from the hub: catalogue, branches and the shared cube, in generations. A pull
// from zero fills the next generation beside the one in use and takes its place when whole. All
// functions run inside a transaction that the caller holds, and may throw SQLite::Exception to it.
#pragma once

#include "src/domain/feed.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <span>

namespace vejviser::store {

class Replica {
 public:
  explicit Replica(SQLite::Database& db) : m_db(db) {}

  void apply(std::int64_t generation, std::span<const FeedRow> rows);
  /// Removes a generation, e.g. one left behind by a pull that was begun again.
  void clear(std::int64_t generation);

 private:
  SQLite::Database& m_db;
};

}  // namespace vejviser::store
