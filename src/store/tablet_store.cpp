#include "src/store/tablet_store.h"

#include "platform/sqlite.h"
#include "src/base/rules.h"
#include "src/store/migrations.h"

#include <array>
#include <charconv>
#include <sstream>

namespace vejviser::store {

using platform::bindAll;
using platform::guarded;
using platform::run;

namespace {

// Keys of `meta`.
constexpr const char* kInst = "inst";              // this database's name for itself
constexpr const char* kInstBase = "inst_base";     // last seq before this inst: n = seq - base
constexpr const char* kGeneration = "generation";  // of the shared rows in use
constexpr const char* kStaging = "staging";        // generation being pulled; absent: none
constexpr const char* kStamp = "stamp";
constexpr const char* kPace = "pace_s";
constexpr const char* kLastSent = "last_sent_ms";
constexpr const char* kPulledAt = "pulled_at_ms";
constexpr const char* kHeard = "heard";  // with kPulledAt: "tablets today waiting"
constexpr const char* kTokenAt = "token_at_ms";
constexpr const char* kHubUrl = "hub_url";
constexpr const char* kHubId = "hub_id";
constexpr const char* kDeviceId = "device_id";
constexpr const char* kDeviceName = "device_name";
constexpr const char* kUnit = "unit";
constexpr const char* kBranch = "branch";
constexpr const char* kRole = "role";
constexpr const char* kTally = "tally";  // the kTallyVersion that the cube was counted by
constexpr const char* kSettingPrefix = "setting.";

constexpr const char* kPutMeta = "INSERT OR REPLACE INTO meta(key, value) VALUES(?,?)";
constexpr const char* kReadMeta = "SELECT key, value FROM meta";

constexpr std::size_t kInstDigits = 16;
constexpr int kDefaultPace_s = 60;
constexpr int kShortLog_pages = 64;  // a quarter of a megabyte; SQLite's own choice is four
constexpr std::chrono::hours kForgetEvery{1};
constexpr const char* kFileName = "tablet.db";

std::int64_t asNumber(const std::optional<std::string>& text, std::int64_t otherwise) {
  std::int64_t number = otherwise;
  if (text) std::from_chars(text->data(), text->data() + text->size(), number);
  return number;
}

std::string toText(const Heard& heard) {
  return std::to_string(heard.tablets) + " " + std::to_string(heard.today) + " " +
         std::to_string(heard.waiting);
}

std::map<std::string, std::string> readAll(SQLite::Statement& readMeta) {
  std::map<std::string, std::string> facts;
  bindAll(readMeta);
  while (readMeta.executeStep()) {
    facts[readMeta.getColumn(0).getString()] = readMeta.getColumn(1).getString();
  }
  readMeta.reset();
  return facts;
}

/// A new name for this database; numbering starts at 1 again.
void mintInst(SQLite::Statement& putMeta, std::int64_t lastSeq, RandomSource& random) {
  std::array<std::uint8_t, kInstDigits / 2> bytes{};
  random.fill(bytes);
  run(putMeta, std::string{kInst}, toHex(bytes));
  run(putMeta, std::string{kInstBase}, std::to_string(lastSeq));
}

/// False for a new database, and for one whose name is damaged: no hub could read its entries.
bool isNamed(const std::map<std::string, std::string>& facts, std::int64_t lastSeq) {
  const auto inst = facts.find(kInst);
  const auto base = facts.find(kInstBase);
  if (inst == facts.end() || !isHex(inst->second, kInstDigits) || base == facts.end()) return false;
  const std::int64_t number = asNumber(base->second, -1);
  return number >= 0 && number <= lastSeq && std::to_string(number) == base->second;
}

/// What a store does with every file that it opens: one that is damaged fails here.
void useFirst(SQLite::Database& db, RandomSource& random) {
  Journal journal{db};
  const Outbox outbox{db};
  const Replica replica{db};
  SQLite::Statement put{db, kPutMeta};
  SQLite::Statement read{db, kReadMeta};
  const std::int64_t last_seq = journal.lastSeq();
  if (!isNamed(readAll(read), last_seq)) mintInst(put, last_seq, random);
  const std::string tally = std::to_string(kTallyVersion);
  if (readAll(read)[kTally] != tally) {
    journal.countAnew();
    run(put, std::string{kTally}, tally);
  }
}

}  // namespace

Result<std::unique_ptr<TabletStore>> TabletStore::open(const std::filesystem::path& dir,
                                                       RandomSource& random) {
  const std::filesystem::path path = dir / kFileName;
  auto writer = platform::openWriter(path, kTabletFile,
                                     [&random](SQLite::Database& db) { useFirst(db, random); });
  if (!writer) return writer.error();
  auto reader = platform::openReader(path, kTabletFile);
  if (!reader) return reader.error();
  return guarded(path.c_str(), [&] {
    return std::unique_ptr<TabletStore>(
        new TabletStore(std::move(*writer), std::move(*reader), random));
  });
}

TabletStore::TabletStore(std::unique_ptr<SQLite::Database> writer,
                         std::unique_ptr<SQLite::Database> reader, RandomSource& random)
    : m_writer(std::move(writer)),
      m_random(random),
      m_journal(*m_writer),
      m_outbox(*m_writer),
      m_replica(*m_writer),
      m_putMeta(*m_writer, kPutMeta),
      m_readMeta(*m_writer, kReadMeta),
      m_reader(std::move(reader)) {
  takeUp(readAll(m_readMeta), m_journal.lastSeq());
}

/// Runs `body` in a transaction under the lock; a failure rolls back. What it changed of the small
/// facts is taken up before another entry can be made; it is read before the commit, after which
/// nothing may fail any more.
template <class Body>
auto TabletStore::transact(const char* where, Body&& body) {
  const std::scoped_lock lock{m_mutex};
  return guarded(where, [&] {
    SQLite::Transaction transaction{*m_writer, SQLite::TransactionBehavior::IMMEDIATE};
    body();
    Facts facts = readAll(m_readMeta);
    const std::int64_t lastSeq = m_journal.lastSeq();
    transaction.commit();
    takeUp(std::move(facts), lastSeq);
  });
}

Status TabletStore::append(const MakeEntries& make) {
  std::size_t made = 0;
  const std::scoped_lock lock{m_mutex};
  const Status status = guarded("save", [&]() -> Status {
    const std::vector<EncodedEntry> entries = make(m_inst, m_nextN);
    if (const Status allowed = checkActs(entries); !allowed) return allowed;
    SQLite::Transaction transaction{*m_writer, SQLite::TransactionBehavior::IMMEDIATE};
    m_journal.append(entries);
    transaction.commit();
    made = entries.size();
    return {};
  });
  m_nextN += static_cast<std::int64_t>(made);
  return status;
}

/// The screen does not offer what the line forbids; this is for whatever else makes entries.
Status TabletStore::checkActs(std::span<const EncodedEntry> entries) {
  for (const EncodedEntry& encoded : entries) {
    const Fields& fields = encoded.entry.fields;
    if (fields.act == Act::None) continue;
    if (!m_rules) m_rules = Rules{readCatalogue(m_queries), readLine(m_shared)};
    const Topic* topic = m_rules->catalogue.find(fields.topic);
    if (topic == nullptr) continue;  // the hub holds it
    const Status status = check(m_rules->line, *topic, fields.role, fields.act);
    if (!status) return status;
  }
  return {};
}

Status TabletStore::saveRoom() {
  const std::scoped_lock lock{m_mutex};
  return guarded("save room", [&] {
    m_writer->exec("PRAGMA wal_checkpoint(TRUNCATE)");
    m_writer->exec("PRAGMA wal_autocheckpoint=" + std::to_string(kShortLog_pages));
  });
}

Result<std::vector<WaitingEntry>> TabletStore::batch(std::size_t most, std::size_t bytes,
                                                     Instant now) {
  const std::scoped_lock lock{m_mutex};
  return guarded("read the queue", [&] { return m_outbox.batch(most, bytes, now); });
}

Status TabletStore::settle(const Settlement& settlement) {
  return transact("take the hub's answer", [&] {
    const bool staging = meta(kStaging).has_value();
    const std::int64_t current = metaNumber(kGeneration, 0);
    const std::int64_t target = staging ? metaNumber(kStaging, 0) : current;
    if (staging || !settlement.rows.empty()) m_rules.reset();
    m_outbox.settle(settlement.acks, settlement.hubNow);
    setMeta(kStamp, settlement.stamp);
    if (!holds(Rule::RowsWithStamp)) m_writer->exec("COMMIT; BEGIN IMMEDIATE");
    m_replica.apply(target, settlement.rows);
    setMeta(kPace, std::to_string(settlement.pace_s));
    setMeta(kLastSent, std::to_string(toMs(settlement.now)));
    if (staging && !settlement.more) {
      setMeta(kGeneration, std::to_string(target));
      dropMeta(kStaging);
      m_replica.clear(current);
    }
    if (!settlement.more) {
      setMeta(kPulledAt, std::to_string(toMs(settlement.now)));
      setMeta(kHeard, settlement.heard ? toText(*settlement.heard) : std::string{});
    }
    forgetSent(settlement);
    if (settlement.fork) mintInst(m_putMeta, m_journal.lastSeq(), m_random);
  });
}

/// Looks through everything that was sent, so not with every answer.
void TabletStore::forgetSent(const Settlement& settlement) {
  if (m_forgotAt && settlement.hubNow < *m_forgotAt + kForgetEvery) return;
  m_outbox.forgetSent(settlement.hubNow - std::chrono::days{settlement.keep_days});
  m_forgotAt = settlement.hubNow;
}

Status TabletStore::startOver() {
  return transact("start over", [&] {
    m_outbox.reopen();
    beginStaging();
  });
}

Status TabletStore::park(std::int64_t seq, Instant until) {
  return transact("park an entry", [&] { m_outbox.park(seq, until); });
}

Result<int> TabletStore::triesOf(std::int64_t seq) {
  const std::scoped_lock lock{m_mutex};
  return guarded("read the queue", [&] { return m_outbox.tries(seq); });
}

Status TabletStore::quarantine(std::int64_t seq, const std::string& why, Instant now) {
  return transact("quarantine an entry", [&] { m_outbox.quarantine(seq, why, now); });
}

Result<int> TabletStore::releaseQuarantine(const std::optional<Id>& only) {
  int released = 0;
  const Status status =
      transact("release the quarantine", [&] { released = m_outbox.release(only); });
  if (!status) return status.error();
  return released;
}

Status TabletStore::enrol(const Enrolment& enrolment, const Workplace& workplace, Instant now) {
  return transact("enrol", [&] {
    const bool another = meta(kHubId) && meta(kHubId) != toString(enrolment.hub);
    if (another) {
      m_outbox.forgetSent();
      dropMeta(kLastSent);
      dropMeta(kPulledAt);
      dropMeta(kHeard);
      m_replica.clear(metaNumber(kGeneration, 0));
    } else {
      m_outbox.reopen();  // a null stamp does not let the hub see that it has lost something
    }
    m_outbox.release();
    putWorkplace(workplace);
    setMeta(kHubUrl, enrolment.url);
    setMeta(kHubId, toString(enrolment.hub));
    setMeta(kDeviceId, toString(enrolment.device));
    setMeta(kDeviceName, enrolment.name);
    setMeta(kTokenAt, std::to_string(toMs(now)));
    mintInst(m_putMeta, m_journal.lastSeq(), m_random);
    beginStaging();
  });
}

Status TabletStore::setWorkplace(const Workplace& workplace) {
  return transact("save the workplace", [&] { putWorkplace(workplace); });
}

void TabletStore::putWorkplace(const Workplace& workplace) {
  setMeta(kUnit, workplace.unit ? std::string{code(*workplace.unit)} : "");
  setMeta(kBranch, workplace.branch);
  setMeta(kRole, workplace.role);
}

Status TabletStore::setTokenAt(Instant at) {
  return transact("note the token", [&] { setMeta(kTokenAt, std::to_string(toMs(at))); });
}

Status TabletStore::setSetting(const std::string& key, const std::string& value) {
  return transact("save a setting", [&] { setMeta(kSettingPrefix + key, value); });
}

std::string TabletStore::inst() const {
  const std::scoped_lock lock{m_mutex};
  return m_inst;
}

std::optional<Enrolment> TabletStore::enrolment() const {
  const std::scoped_lock lock{m_mutex};
  const auto url = fact(kHubUrl);
  if (!url) return std::nullopt;
  return Enrolment{*url, parseId(fact(kHubId).value_or("")).value_or(Id{}),
                   parseId(fact(kDeviceId).value_or("")).value_or(Id{}),
                   fact(kDeviceName).value_or("")};
}

Workplace TabletStore::workplace() const {
  const std::scoped_lock lock{m_mutex};
  return {unitFromCode(fact(kUnit).value_or("")), fact(kBranch).value_or(""),
          fact(kRole).value_or("")};
}

std::optional<std::string> TabletStore::stamp() const {
  const std::scoped_lock lock{m_mutex};
  return fact(kStamp);
}

int TabletStore::pace_s() const {
  const std::scoped_lock lock{m_mutex};
  return static_cast<int>(asNumber(fact(kPace), kDefaultPace_s));
}

std::optional<Instant> TabletStore::lastSent() const {
  const std::scoped_lock lock{m_mutex};
  return factInstant(kLastSent);
}

std::optional<Instant> TabletStore::pulledAt() const {
  const std::scoped_lock lock{m_mutex};
  return factInstant(kPulledAt);
}

std::optional<Heard> TabletStore::heard() const {
  const std::scoped_lock lock{m_mutex};
  std::istringstream text{fact(kHeard).value_or("")};
  Heard heard;
  text >> heard.tablets >> heard.today >> heard.waiting;
  return text ? std::optional{heard} : std::nullopt;
}

std::optional<Instant> TabletStore::tokenAt() const {
  const std::scoped_lock lock{m_mutex};
  return factInstant(kTokenAt);
}

std::optional<std::string> TabletStore::setting(const std::string& key) const {
  const std::scoped_lock lock{m_mutex};
  return fact(kSettingPrefix + key);
}

std::optional<std::string> TabletStore::fact(const std::string& key) const {
  const auto it = m_facts.find(key);
  return it == m_facts.end() ? std::nullopt : std::optional{it->second};
}

std::optional<Instant> TabletStore::factInstant(const std::string& key) const {
  const auto text = fact(key);
  return text ? std::optional{fromMs(asNumber(text, 0))} : std::nullopt;
}

std::optional<std::string> TabletStore::meta(const std::string& key) const {
  SQLite::Statement row{*m_writer, "SELECT value FROM meta WHERE key=?"};
  bindAll(row, key);
  if (!row.executeStep()) return std::nullopt;
  return row.getColumn(0).getString();
}

std::int64_t TabletStore::metaNumber(const std::string& key, std::int64_t otherwise) const {
  return asNumber(meta(key), otherwise);
}

void TabletStore::setMeta(const std::string& key, const std::string& value) {
  run(m_putMeta, key, value);
}

void TabletStore::dropMeta(const std::string& key) {
  SQLite::Statement drop{*m_writer, "DELETE FROM meta WHERE key=?"};
  run(drop, key);
}

/// Takes the facts, and name and numbering among them, as they are on disk.
void TabletStore::takeUp(Facts facts, std::int64_t lastSeq) {
  m_facts = std::move(facts);
  m_inst = fact(kInst).value_or("");
  m_nextN = lastSeq - asNumber(fact(kInstBase), 0) + 1;
}

void TabletStore::beginStaging() {
  dropMeta(kStamp);
  if (!holds(Rule::PulledAside)) return;
  const std::int64_t staging = metaNumber(kStaging, metaNumber(kGeneration, 0) + 1);
  m_replica.clear(staging);
  setMeta(kStaging, std::to_string(staging));
}

}  // namespace vejviser::store
