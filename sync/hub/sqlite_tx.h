// A transaction on a SQLite connection: the SQL of the hub, in sqlite_journal.cpp (entries),
// sqlite_feed.cpp (cells, catalogue, positions), sqlite_accounts.cpp (tablets), sqlite_people.cpp
// and sqlite_reading.cpp (those who read figures).
#pragma once

#include "sync/hub/storage.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <memory>
#include <string>
#include <unordered_map>

namespace vejviser::hub {

/// A connection and the statements prepared on it so far.
class SqliteConnection {
 public:
  explicit SqliteConnection(std::unique_ptr<SQLite::Database> db) : m_db(std::move(db)) {}

  SQLite::Database& db() { return *m_db; }
  /// The statement for this text, ready to run; `sql` must live for ever: its address is the key.
  SQLite::Statement& prepared(const char* sql);
  /// Ends every statement that was left before its last row: one would keep its view of the file.
  void rest();

 private:
  std::unique_ptr<SQLite::Database> m_db;
  std::unordered_map<const char*, std::unique_ptr<SQLite::Statement>> m_statements;
};

namespace sql {
/// The words in the brackets are those of the index entry_text, or SQLite would not use it.
constexpr const char* kWithText =
    "WHERE (instr(body, '\"text\":') > 0 AND instr(body, '\"text\":\"-\"') = 0"
    " OR held IN ('future-schema', 'invalid-fields')) AND seq > ?1 ORDER BY seq LIMIT ?2";
}  // namespace sql

class SqliteTx final : public WriteTx {
 public:
  explicit SqliteTx(SqliteConnection& connection) : m_connection(connection) {}

  /// True once takePositions() was called: others will see something new.
  bool moves() const { return m_moves; }

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
  Result<std::optional<User>> user(const std::string& name) override;
  Result<std::vector<User>> users() override;
  Result<std::optional<Session>> session(const Digest& token) override;
  Result<Failures> failures(const Digest& key) override;
  Result<std::vector<AuditLine>> auditBefore(std::int64_t before, int most) override;
  Status eachAuditLine(Instant since,
                       const std::function<Status(const AuditLine&)>& visit) override;
  Result<std::int64_t> databaseBytes() override;

  Result<std::vector<Cell>> cellPage(const CellFilter& filter) override;
  Result<std::vector<LastDone>> lastDone(const Period& days, const std::string& branch) override;
  Result<std::vector<std::pair<Line, std::int64_t>>> weekLines(const Period& mondays,
                                                               const std::string& scope) override;
  Result<std::vector<WeekSum>> allWeekSums() override;
  Result<std::optional<ApiToken>> apiToken(const Digest& token) override;
  Result<std::vector<ApiToken>> apiTokens() override;

  Status addToWeeks(std::span<const WeekSum> changes) override;
  Status addApiToken(const ApiToken& token) override;
  Status removeApiToken(const std::string& name) override;
  Status noteApiTokenUsed(const Digest& token, Instant at) override;
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
  Status addAudit(const AuditLine& line) override;
  Status tryWrite() override;

 private:
  SQLite::Statement& prepared(const char* sql) { return m_connection.prepared(sql); }
  Insertion insertEntry(const KeptEntry& entry);
  bool mistakes(const KeptEntry& entry);
  void addToNumbering(const Numbering& news);
  Result<std::vector<KeptEntry>> readEntries(const char* sql, std::span<const Id> keys);

  SqliteConnection& m_connection;
  bool m_moves = false;
};

}  // namespace vejviser::hub
