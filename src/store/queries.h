// The screen's questions to the tablet's store, on a read-only connection. A question that fails
// (a damaged file) is answered as if there were nothing, and logged: the screen goes on.
#pragma once

#include "src/domain/feed.h"
#include "src/domain/statistics.h"
#include "src/store/journal.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace vejviser::store {

/// What became of the entries made here.
struct QueueCounts {
  std::int64_t entries = 0;      ///< ever made
  std::int64_t waiting = 0;      ///< not yet with the hub
  std::int64_t held = 0;         ///< with the hub, not counted
  std::int64_t quarantined = 0;  ///< the hub cannot read them
  std::optional<Instant> oldestWaiting;

  bool operator==(const QueueCounts&) const = default;
};

/// An entry that is not counted, and why.
struct SetAside {
  std::string body;
  std::string why;
  bool quarantined = false;  ///< else held by the hub
};

class Queries {
 public:
  explicit Queries(std::unique_ptr<SQLite::Database> reader) : m_reader(std::move(reader)) {}

  QueueCounts counts() const;
  /// How many helps and referrals the waiting entries are about: what a person would count.
  std::int64_t waitingSubjects() const;
  std::vector<SetAside> setAside(int most) const;

  std::optional<SubjectState> subject(const Id& subject) const;
  /// Helps and referrals that happened on `day` and stand, newest first.
  std::vector<SubjectState> onDay(Day day) const;
  /// Everything that stands and is counted, oldest first.
  std::vector<SubjectState> all() const;
  /// Which of `ids` are subjects here.
  std::vector<bool> known(const std::vector<Id>& ids) const;
  /// Helps by topic since `from`, from this tablet's own cube.
  std::map<std::string, std::int64_t> topicUse(Day from) const;

  Figures ownFigures(const Period& period) const;
  Figures sharedFigures(const Period& period) const;

  /// Empty before the first pull.
  std::vector<Topic> topics() const;
  std::vector<Branch> branches() const;
  std::string municipality() const;

 private:
  template <class Value, class Body>
  Value ask(const char* what, Body&& body) const;
  std::vector<Cell> cells(const std::string& from, const Period& period) const;
  std::vector<SubjectState> subjects(const std::string& where, std::int64_t value) const;

  mutable std::mutex m_mutex;
  std::unique_ptr<SQLite::Database> m_reader;
};

}  // namespace vejviser::store
