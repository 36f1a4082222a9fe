// The screen's questions to the tablet's store: see reader.h for what becomes of those that fail.
// What an entry is made from is asked by the functions that return a Result: there a wrong answer
// would be written down.
#pragma once

#include "src/base/result.h"
#include "src/domain/feed.h"
#include "src/domain/statistics.h"
#include "src/store/reader.h"
#include "src/store/standing_row.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vejviser::store {

/// What became of the entries made here.
struct QueueCounts {
  std::int64_t entries = 0;      ///< ever made
  std::int64_t held = 0;         ///< with the hub, not counted
  std::int64_t quarantined = 0;  ///< the hub cannot read them
  std::optional<Instant> oldestWaiting;

  bool operator==(const QueueCounts&) const = default;
};

/// An entry that is not counted, and why.
struct SetAside {
  std::int64_t seq = 0;  ///< order of capture
  Id id;
  Id subject;
  bool quarantined = false;  ///< here, unread by the hub; else held by the hub
  std::string why;           ///< quarantined: the hub's answer; held: a reason of PROTOCOL.md
  Instant since{};           ///< quarantined: by this tablet's clock; held: by the hub's
  std::string body;
};

/// A reply made here to what another tablet made.
struct OwnReply {
  Id subject;
  EntryKind of = EntryKind::Referral;
  StandingReply reply;
};

/// Before this entry of the journal: before all.
constexpr std::int64_t kNewest = INT64_MAX;

class Queries {
 public:
  explicit Queries(const Reader& reader) : m_reader(reader) {}

  QueueCounts counts() const;
  /// Entries not yet with the hub. Reads the whole queue: not for every tap.
  std::int64_t waiting() const;
  /// How many helps and referrals the waiting entries are about, which is what a person would
  /// count; no further than `most`.
  std::int64_t waitingSubjects(std::int64_t most) const;
  /// What is in quarantine, the newest first: at most `most` of those made before `before`.
  std::vector<SetAside> quarantined(int most, std::int64_t before = kNewest) const;
  /// What the hub holds, likewise.
  std::vector<SetAside> held(int most, std::int64_t before = kNewest) const;

  std::optional<SubjectState> subject(const Id& subject) const;
  Result<std::optional<SubjectState>> findSubject(const Id& subject) const;
  /// The referrals that came out of a help and stand.
  std::vector<SubjectState> referralsOf(const Id& help) const;
  Result<std::vector<SubjectState>> findReferralsOf(const Id& help) const;
  /// Helps and referrals that happened on `day` and stand, newest first.
  std::vector<SubjectState> onDay(Day day) const;
  /// What happened in the hour that begins at `begin` and stands.
  Result<std::vector<SubjectState>> findInHour(Instant begin) const;
  /// The quiet hours noted for it, likewise: at no cost for the helps there are.
  Result<std::vector<SubjectState>> findQuietIn(Instant begin) const;
  /// What was logged on `day`, happened before it and stands, newest first. What was imported then
  /// is not among it.
  std::vector<SubjectState> loggedLateOn(Day day) const;
  /// What stands and is counted, oldest first, in pieces: the `most` that follow `last`, or the
  /// first ones.
  std::vector<SubjectState> counted(int most, const SubjectState* last = nullptr) const;
  /// Replies made here to what other tablets made, by subject, likewise in pieces.
  std::vector<OwnReply> repliesElsewhere(int most, const Id& last = {}) const;
  /// Which of `ids` are subjects here.
  std::vector<bool> known(const std::vector<Id>& ids) const;
  /// Helps by topic since `from`, from this tablet's own cube.
  std::map<std::string, std::int64_t> topicUse(Day from) const;
  /// The local day on which this tablet last gave a help about each topic, at any branch.
  std::map<std::string, Day> lastDone() const;

  Figures ownFigures(const Period& period) const;
  Figures sharedFigures(const Period& period) const;

  /// Empty before the first pull.
  std::vector<Topic> topics() const;
  std::vector<Branch> branches() const;
  std::string municipality() const;

  /// True once a question has failed: what was answered since may lack something.
  bool broken() const { return m_reader.broken(); }

 private:
  std::vector<SetAside> setAside(const std::string& select, int most, std::int64_t before) const;
  std::vector<Cell> cells(const std::string& from, const Period& period) const;
  template <class Value>
  Result<std::vector<SubjectState>> subjects(const std::string& where, const Value& value) const;

  const Reader& m_reader;
};

}  // namespace vejviser::store
