// A transaction of one municipality in PostgreSQL: the SQL of the hub, in postgres_journal.cpp
// (entries), postgres_feed.cpp (cells, catalogue, positions), postgres_accounts.cpp (tablets),
// postgres_people.cpp and postgres_reading.cpp (those who read figures).
#pragma once

#include "sync/hub/postgres_statements.h"
#include "sync/hub/storage.h"

#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace vejviser::hub {

class PostgresTx final : public WriteTx, private PostgresStatements {
 public:
  PostgresTx(PostgresConnection& connection, std::int64_t municipality)
      : PostgresStatements(connection, municipality) {}

  /// The last that takePositions() gave: others will see something new. 0: none was taken.
  std::int64_t position() const { return m_position; }

  Result<HubInfo> info() override;
  Result<Head> head() override;
  Result<std::optional<std::int64_t>> saltAt(std::int64_t pos) override;
  Result<std::int64_t> floor() override;
  Result<std::vector<PositionedRow>> rowsAfter(std::int64_t cursor, int limit) override;
  Result<std::vector<Cell>> cells(const Period& period, const std::string& branch) override;
  Result<std::vector<Cell>> allCells() override;
  Result<wire::Coverage> coverage(Instant today) override;
  Result<Heard> heard(Instant today) override;
  Result<Vocabulary> vocabulary() override;
  Result<std::vector<Topic>> topics() override;
  Result<std::vector<Branch>> branches() override;
  Result<std::optional<std::string>> document(const std::string& name) override;
  Result<std::vector<std::string>> documents() override;
  Result<int> tallyVersion() override;
  Result<std::vector<Id>> sharedUntil(Day day) override;
  Status eachEntry(const std::function<Status(const KeptEntry&)>& visit) override;
  Result<std::vector<KeptEntry>> heldEntries(const std::string& reason, std::int64_t after,
                                             int most) override;
  Result<std::vector<std::pair<std::string, std::int64_t>>> heldCounts() override;
  Result<std::vector<KeptEntry>> entriesWithText(std::int64_t after, int most) override;
  Result<std::map<std::string, int>> retention() override;
  Status setRetention(const std::string& kind, std::optional<int> days) override;
  Result<std::set<Id>> erasedIds() override;
  Result<std::set<Id>> erasedAmong(std::span<const Id> ids) override;
  Result<std::optional<Device>> deviceOfToken(const Digest& token) override;
  Result<std::vector<Device>> devices() override;
  Result<DeviceState> deviceState(std::int64_t device) override;
  Result<std::vector<Numbering>> numberings() override;
  Result<std::optional<EnrolCode>> enrolCode(const Digest& code) override;
  Result<std::int64_t> databaseBytes() override;
  Result<std::optional<User>> user(const std::string& name) override;
  Result<std::vector<User>> users() override;
  Result<std::optional<Session>> session(const Digest& token) override;
  Result<Failures> failures(const Digest& key) override;
  Result<std::vector<AuditLine>> auditBefore(std::int64_t before, int most) override;
  Status eachAuditLine(Instant since,
                       const std::function<Status(const AuditLine&)>& visit) override;
  Result<std::vector<Cell>> cellPage(const CellFilter& filter) override;
  Result<std::vector<LastDone>> lastDone(const Period& days, const std::string& branch) override;
  Result<std::vector<std::pair<Line, std::int64_t>>> weekLines(const Period& mondays,
                                                               const std::string& scope) override;
  Result<std::vector<WeekSum>> allWeekSums() override;
  Result<std::optional<ApiToken>> apiToken(const Digest& token) override;
  Result<std::vector<ApiToken>> apiTokens() override;

  Result<std::vector<Insertion>> insertEntries(std::span<const KeptEntry> entries) override;
  Result<std::vector<KeptEntry>> entriesWithIds(std::span<const Id> ids) override;
  Result<std::vector<KeptEntry>> changesOf(std::span<const Id> subjects) override;
  Status updateEntry(const KeptEntry& entry) override;
  Status addErased(const std::set<Id>& ids) override;
  Result<std::int64_t> takePositions(std::int64_t count, std::int64_t salt, Instant now) override;
  Status addToCells(std::span<const Cell> changes, std::int64_t first) override;
  Result<Pruned> dropGone(Instant before) override;
  Status setUp(const HubInfo& info, std::int64_t salt, Instant now) override;
  Status putTopics(std::span<const Topic> topics, std::int64_t first) override;
  Status putTopic(const Topic& topic, int place, std::int64_t pos) override;
  Status putBranch(const Branch& branch, std::int64_t pos) override;
  Status putShared(std::span<const SharedChange> changes, std::int64_t first) override;
  Status putDocument(const DocumentRow& document, std::int64_t pos) override;
  Status setTallyVersion(int version) override;
  Status putEnrolCode(const EnrolCode& code, Instant now) override;
  Status addDevice(const Device& device) override;
  Status setDeviceState(std::int64_t device, DeviceState state) override;
  Status offerToken(std::int64_t device, const Digest& next) override;
  Status promoteToken(std::int64_t device, const Digest& next) override;
  Status noteHeard(std::int64_t device, const Hearing& hearing) override;
  Status addUser(const User& user) override;
  Status changeUser(const User& user) override;
  Status removeUser(const std::string& name) override;
  Status addSession(const Session& session, Instant now) override;
  Status noteUse(const Digest& token, Instant at) override;
  Status dropSession(const Digest& token) override;
  Status putFailures(const Digest& key, const Failures& failures, Instant forget,
                     int most) override;
  Status dropFailures(const Digest& key) override;
  Status tryWrite() override;
  Status addAudit(const AuditLine& line) override;
  Status addToWeeks(std::span<const WeekSum> changes) override;
  Status addApiToken(const ApiToken& token) override;
  Status removeApiToken(const std::string& name) override;
  Status noteApiTokenUsed(const Digest& token, Instant at) override;

 private:
  /// How many stored entries carry a number within an inst.
  using Numbers = std::map<std::pair<std::int64_t, std::int64_t>, int>;

  Result<Numbers> numbersOf(std::span<const KeptEntry> entries);
  Result<std::set<Id>> insertNew(std::span<const KeptEntry> entries);
  Result<std::map<Id, KeptEntry>> present(std::span<const KeptEntry> entries,
                                          const std::set<Id>& except);
  Status addToNumberings(std::span<const KeptEntry> entries,
                         const std::vector<Insertion>& insertions);
  Result<std::vector<KeptEntry>> readEntries(const char* sql, std::span<const Id> keys);

  std::int64_t m_position = 0;
};

}  // namespace vejviser::hub
