// The seam between the hub and its database. What is above it holds the rules, what is below only
// SQL; SQLite is behind it (sqlite_storage.h).
//
// All functions return an error instead of throwing; after an error in a transaction nothing of it
// is stored.
#pragma once

#include "src/base/result.h"
#include "src/domain/statistics.h"
#include "sync/hub/changes.h"
#include "sync/hub/people_storage.h"
#include "sync/hub/reading_storage.h"
#include "sync/hub/records.h"
#include "sync/hub/retention_storage.h"
#include "sync/wire/hub_messages.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace vejviser::hub {

/// One consistent view of the database.
class ReadTx : public PeopleReadTx, public ReadingReads, public RetentionReads {
 public:
  virtual Result<HubInfo> info() = 0;
  virtual Result<Head> head() = 0;
  /// The salt stored with a position; nothing if the position was never a head here.
  virtual Result<std::optional<std::int64_t>> saltAt(std::int64_t pos) = 0;
  /// Positions up to this may have had rows that are deleted since.
  virtual Result<std::int64_t> floor() = 0;
  /// The latest version of everything that changed after `cursor`, by position. Of shared subjects
  /// only whether anything stands: what that is, their entries say.
  virtual Result<std::vector<PositionedRow>> rowsAfter(std::int64_t cursor, int limit) = 0;

  virtual Result<std::vector<Cell>> cells(const Period& period, const std::string& branch) = 0;
  virtual Result<std::vector<Cell>> allCells() = 0;
  virtual Result<wire::Coverage> coverage(Instant today) = 0;
  /// The part of it that tablets are told: without looking at any entry.
  virtual Result<Heard> heard(Instant today) = 0;
  virtual Result<Vocabulary> vocabulary() = 0;
  virtual Result<std::vector<Topic>> topics() = 0;
  virtual Result<std::vector<Branch>> branches() = 0;
  /// The text of a document of this municipality, if it has one.
  virtual Result<std::optional<std::string>> document(const std::string& name) = 0;
  /// The names of the documents that it has, in the order of their bytes.
  virtual Result<std::vector<std::string>> documents() = 0;
  virtual Result<int> tallyVersion() = 0;
  /// Shared subjects that no tablet needs after `day`, and that are not gone yet.
  virtual Result<std::vector<Id>> sharedUntil(Day day) = 0;

  /// Every entry in order of arrival.
  virtual Status eachEntry(const std::function<Status(const KeptEntry&)>& visit) = 0;
  /// Held entries in order of arrival, those after the place `after`. An empty reason: any.
  virtual Result<std::vector<KeptEntry>> heldEntries(const std::string& reason, std::int64_t after,
                                                     int most) = 0;
  /// Held entries by reason.
  virtual Result<std::vector<std::pair<std::string, std::int64_t>>> heldCounts() = 0;

  /// The entries with these ids, held or not.
  virtual Result<std::vector<KeptEntry>> entriesWithIds(std::span<const Id> ids) = 0;
  /// The amends, voids and replies of these subjects, held or not.
  virtual Result<std::vector<KeptEntry>> changesOf(std::span<const Id> subjects) = 0;

  virtual Result<std::set<Id>> erasedIds() = 0;
  /// Those of the ids that were erased.
  virtual Result<std::set<Id>> erasedAmong(std::span<const Id> ids) = 0;

  virtual Result<std::optional<Device>> deviceOfToken(const Digest& token) = 0;
  virtual Result<std::vector<Device>> devices() = 0;
  /// Blocked for a tablet that is not there.
  virtual Result<DeviceState> deviceState(std::int64_t device) = 0;
  virtual Result<std::vector<Numbering>> numberings() = 0;
  virtual Result<std::optional<EnrolCode>> enrolCode(const Digest& code) = 0;
  /// Of all that is in the database, on the disk.
  virtual Result<std::int64_t> databaseBytes() = 0;
};

class WriteTx : public ReadTx, public PeopleWriteTx, public ReadingWrites, public RetentionWrites {
 public:
  /// Inserts what is not there yet, by id, and keeps the numberings exact.
  virtual Result<std::vector<Insertion>> insertEntries(std::span<const KeptEntry> entries) = 0;
  /// Stores anew what is known of an entry that is there: its subject, body, held, estimate and
  /// release.
  virtual Status updateEntry(const KeptEntry& entry) = 0;
  virtual Status addErased(const std::set<Id>& ids) = 0;
  /// Takes `count` positions (at least 1) and stores `salt` and the time with the last; the first
  /// of them. Until the transaction ends nobody else can take positions: their order is the order
  /// of commits.
  virtual Result<std::int64_t> takePositions(std::int64_t count, std::int64_t salt,
                                             Instant now) = 0;
  /// Adds to cells; the i-th gets position first + i.
  virtual Status addToCells(std::span<const Cell> changes, std::int64_t first) = 0;
  /// Notes what became of shared subjects; the i-th gets position first + i.
  virtual Status putShared(std::span<const SharedChange> changes, std::int64_t first) = 0;
  /// Deletes the cells that came to 0 and the shared subjects that were gone before `before`, and
  /// raises the floor to the last of them.
  virtual Result<Pruned> dropGone(Instant before) = 0;
  virtual Status setUp(const HubInfo& info, std::int64_t salt, Instant now) = 0;
  virtual Status putTopics(std::span<const Topic> topics, std::int64_t first) = 0;
  /// One topic, new or in place of the one of that id; `place` orders the catalogue, ascending.
  virtual Status putTopic(const Topic& topic, int place, std::int64_t pos) = 0;
  virtual Status putBranch(const Branch& branch, std::int64_t pos) = 0;
  virtual Status putDocument(const DocumentRow& document, std::int64_t pos) = 0;
  /// Notes by which kTallyVersion the cube was counted.
  virtual Status setTallyVersion(int version) = 0;
  /// Stores a code and forgets those that expired before `now`.
  virtual Status putEnrolCode(const EnrolCode& code, Instant now) = 0;
  virtual Status addDevice(const Device& device) = 0;
  virtual Status setDeviceState(std::int64_t device, DeviceState state) = 0;
  /// Gives a tablet a second token, in place of one it may have been given before.
  virtual Status offerToken(std::int64_t device, const Digest& next) = 0;
  /// Makes the second token the only one.
  virtual Status promoteToken(std::int64_t device, const Digest& next) = 0;
  virtual Status noteHeard(std::int64_t device, const Hearing& hearing) = 0;
  /// Leaves nothing: does the disk take a write at all?
  virtual Status tryWrite() = 0;
};

class Storage {
 public:
  virtual ~Storage() = default;
  /// Runs `body` in one transaction, durable when this returns; an error of `body` undoes it. One
  /// at a time.
  virtual Status write(const std::function<Status(WriteTx&)>& body) = 0;
  /// Runs `body` on one view. Any number at a time.
  virtual Status read(const std::function<Status(ReadTx&)>& body) = 0;

  /// Makes sure that nothing of what was overwritten or deleted is left in the files. Error Storage
  /// when that cannot be told, e.g. because another program reads them just now: try again.
  virtual Status scrub() { return {}; }

  /// Has `moved` called after each commit that took positions, on the thread that wrote. Once,
  /// before anything is written.
  void watch(std::function<void()> moved) { m_moved = std::move(moved); }
  /// The last position that was committed here; another process may have gone on since.
  virtual std::int64_t ownPosition() const { return 0; }

 protected:
  std::function<void()> m_moved = [] {};
};

}  // namespace vejviser::hub
