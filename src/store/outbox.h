// What waits to be sent, and what became of what was sent. All functions run inside a transaction
// that the caller holds, and may throw SQLite::Exception to it. No function deletes an entry that
// the hub does not have.
#pragma once

#include "src/base/id.h"
#include "src/base/time.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vejviser::store {

struct WaitingEntry {
  std::int64_t seq = 0;
  Id id;
  std::string body;
};

/// The hub's word on one entry: it has it for good.
struct Ack {
  std::int64_t seq = 0;
  std::optional<std::string> held;  ///< why it is kept but not counted
};

/// The longest that an entry is parked.
constexpr std::chrono::hours kLongestPark{1};

class Outbox {
 public:
  explicit Outbox(SQLite::Database& db) : m_db(db) {}

  /// The oldest waiting entries that are not parked beyond `now`: at most `most` of them and
  /// `bytes` of bodies, but always one if there is one.
  std::vector<WaitingEntry> batch(std::size_t most, std::size_t bytes, Instant now);

  void settle(std::span<const Ack> acks, Instant now);
  /// Puts one entry aside until `until`, kLongestPark ahead at most; the others go on.
  void park(std::int64_t seq, Instant until);
  int tries(std::int64_t seq);
  void quarantine(std::int64_t seq, const std::string& why, Instant now);
  /// What was in quarantine waits again, or only the entry `only`: the hub may have been mended, or
  /// be another. How many entries that were.
  int release(const std::optional<Id>& only = {});
  /// Everything the hub once took waits again: the hub may have lost it.
  void reopen();
  /// Forgets what another hub took: it is not this one's to lose.
  void forgetSent();
  /// Forgets what the hub has had since before `before`.
  void forgetSent(Instant before);

 private:
  SQLite::Database& m_db;
};

}  // namespace vejviser::store
