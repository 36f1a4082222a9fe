#include "tests/sim/loop_worlds.h"

#include "platform/sqlite.h"
#include "src/domain/fold.h"
#include "sync/hub/recount.h"
#include "sync/wire/entry_json.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <climits>
#include <map>

namespace vejviser::test {

namespace {

/// Nothing, or the first of several checks that found something.
std::string firstOf(std::initializer_list<std::string> found) {
  for (const std::string& one : found) {
    if (!one.empty()) return one;
  }
  return {};
}

std::string differs(const std::string& what, std::int64_t is, std::int64_t shouldBe) {
  if (is == shouldBe) return {};
  return what + ": " + std::to_string(is) + " instead of " + std::to_string(shouldBe);
}

std::int64_t numberIn(SQLite::Database& db, const std::string& sql) {
  return db.execAndGet(sql).getInt64();
}

/// A tablet's journal, read and folded anew.
struct Told {
  std::map<Id, std::vector<Entry>> subjects;
  std::map<std::string, std::int64_t> lastNumber;  ///< by inst
  std::string wrong;
};

Told readJournal(SQLite::Database& db) {
  Told told;
  SQLite::Statement rows{db, "SELECT id, body FROM journal ORDER BY seq"};
  while (rows.executeStep()) {
    const auto read = wire::readEntry(rows.getColumn(1).getString());
    if (!read) {
      told.wrong = "an entry cannot be read: " + read.error().text();
      return told;
    }
    const Entry& entry = read->entry;
    if (entry.n != ++told.lastNumber[entry.inst]) told.wrong = "the numbering has a gap";
    told.subjects[entry.subject].push_back(entry);
  }
  return told;
}

/// What the journal says stands, against what the store says.
std::string compareStanding(const Told& told, const std::vector<store::SubjectState>& all) {
  std::map<Id, Standing> kept;
  for (const store::SubjectState& state : all) kept[state.subject] = state.standing;
  std::size_t standing = 0;
  for (const auto& [subject, entries] : told.subjects) {
    const auto folded = fold(entries);
    if (!folded) continue;
    ++standing;
    const auto it = kept.find(subject);
    if (it == kept.end()) return "a help of the journal does not stand";
    const Standing& has = it->second;
    if (has.top != folded->top || has.rev != folded->rev || has.fields != folded->fields) {
      return "a help stands otherwise than the journal says";
    }
  }
  return differs("helps that stand", static_cast<std::int64_t>(kept.size()),
                 static_cast<std::int64_t>(standing));
}

std::string compareCells(SQLite::Database& db, const Told& told) {
  CellChanges counted;
  for (const auto& [subject, entries] : told.subjects) counted.replace({}, fold(entries));
  std::map<std::string, std::int64_t> cells;
  for (const Cell& cell : counted.nonZero()) cells[toString(cell.key)] = cell.n;
  std::map<std::string, std::int64_t> kept;
  SQLite::Statement rows{db, "SELECT day, series, branch, unit, item, n FROM cell WHERE n <> 0"};
  while (rows.executeStep()) {
    const CellKey key{dayFromNumber(rows.getColumn(0).getInt()),
                      static_cast<Series>(rows.getColumn(1).getInt()),
                      rows.getColumn(2).getString(), static_cast<Unit>(rows.getColumn(3).getInt()),
                      rows.getColumn(4).getString()};
    kept[toString(key)] = rows.getColumn(5).getInt64();
  }
  return cells == kept ? "" : "the cells are not what the journal says";
}

/// Every entry waits, was sent, or is in quarantine; only what an earlier hub took may be none.
std::string checkQueue(SQLite::Database& db) {
  return differs("entries that are not in one place",
                 numberIn(db,
                          "SELECT count(*) FROM journal WHERE"
                          " (SELECT count(*) FROM outbox WHERE seq = journal.seq) +"
                          " (SELECT count(*) FROM sent WHERE seq = journal.seq) +"
                          " (SELECT count(*) FROM quarantine WHERE seq = journal.seq) NOT IN"
                          " (1, seq > (SELECT CAST(value AS INTEGER) FROM meta"
                          "            WHERE key = 'inst_base'))"),
                 0);
}

std::string checkGenerations(SQLite::Database& db) {
  std::string found;
  for (const char* table :
       {"shared_cell", "shared_topic", "shared_branch", "shared_municipality"}) {
    const std::int64_t stray =
        numberIn(db, std::string{"SELECT count(*) FROM "} + table +
                         " WHERE gen NOT IN (SELECT CAST(value AS INTEGER) FROM meta"
                         " WHERE key IN ('generation', 'staging'))");
    if (stray > 0) found = std::string{table} + " has rows of a generation that is not in use";
  }
  return found;
}

wire::ReadEntry asRead(const Entry& entry) {
  return wire::readEntry(wire::encodeEntry(entry)).value();
}

}  // namespace

Status TabletWorld::open() {
  auto opened = store::TabletStore::open(kLoopDisk, random);
  if (!opened) return opened.error();
  store = std::move(*opened);
  recorder = std::make_unique<engine::Recorder>(*store, disk, clock, ids, random);
  return {};
}

void TabletWorld::ask() {
  if (!store) return;
  static_cast<void>(store->enrolment());
  static_cast<void>(store->workplace());
  static_cast<void>(store->stamp());
  static_cast<void>(store->pulledAt());
  static_cast<void>(store->setting("language"));
  static_cast<void>(store->batch(10, 10'000, clock.now()));
  static_cast<void>(queries().counts());
  static_cast<void>(queries().topics());
}

std::string TabletWorld::wrong() {
  SQLite::Database db{path(), SQLite::OPEN_READONLY};
  const Told told = readJournal(db);
  return firstOf({told.wrong, compareStanding(told, queries().counted(INT_MAX)),
                  compareCells(db, told), checkQueue(db), checkGenerations(db),
                  differs("entries that wait, asked of the store", queries().waiting(),
                          numberIn(db, "SELECT count(*) FROM outbox"))});
}

Result<Id> TabletWorld::help(const std::string& topic) {
  Fields fields;
  fields.topic = topic;
  fields.branch = "hb";
  return recorder->help(fields);
}

Status TabletWorld::liveADay() {
  clock.set(clock.now() - std::chrono::days{1});  // ids of another time than those of the deed
  const store::Enrolment enrolment{"https://hub", newRandomId(random), newRandomId(random), "T"};
  if (const Status s = store->enrol(enrolment, {Unit::Library, "hb"}, clock.now()); !s) return s;
  std::vector<Id> helps;
  for (const char* topic : {"loan", "mitid-help", "loan", "passport"}) {
    clock.advance(std::chrono::minutes{7});
    const auto id = help(topic);
    if (!id) return id.error();
    helps.push_back(*id);
  }
  const auto batch = store->batch(2, 100'000, clock.now());
  if (!batch) return batch.error();
  store::Settlement answer = answerTo(*batch, clock.now(), "stamp 1");
  answer.acks[1].held = "unknown-topic";
  answer.rows = {MunicipalityRow{"By"}, BranchRow{"hb", Branch{"hb", "Hovedbiblioteket"}}};
  if (const Status s = store->settle(answer); !s) return s;
  if (const Status s = store->quarantine(3, "422", clock.now()); !s) return s;
  if (const Status s = recorder->amend(helps[0], [](Fields& f) { f.people = 3; }); !s) return s;
  if (const Status s = recorder->withdraw(helps[1]); !s) return s;
  if (const auto to = recorder->refer(helps[3], {"citizen_service", {}, 0}); !to) return to.error();
  clock.set(FixedClock{}.now());
  return {};
}

Result<Id> TabletWorld::lived(int entry) {
  return platform::guarded("journal", [&]() -> Result<Id> {
    SQLite::Database db{path(), SQLite::OPEN_READONLY};
    SQLite::Statement row{db, "SELECT id FROM journal WHERE seq = ?"};
    row.bind(1, entry + 1);
    if (!row.executeStep()) return Error{ErrorCode::Invalid, "journal", "has no such entry"};
    return platform::idOf(row.getColumn(0));
  });
}

store::Settlement answerTo(const std::vector<store::WaitingEntry>& batch, Instant now,
                           const std::string& stamp) {
  store::Settlement settlement;
  for (const store::WaitingEntry& entry : batch) settlement.acks.push_back({entry.seq, {}});
  settlement.stamp = stamp;
  settlement.now = settlement.hubNow = now;
  return settlement;
}

Status HubWorld::open() {
  auto opened = hub::SqliteStorage::open(kLoopDisk, hub::Access::ReadWrite);
  if (!opened) return opened.error();
  storage = std::move(*opened);
  return {};
}

std::string HubWorld::wrong() {
  std::size_t differences = 0;
  const Status read = storage->read([&](hub::ReadTx& tx) -> Status {
    const auto counted = hub::recount(tx);
    if (!counted) return counted.error();
    differences = counted->differences.size();
    return {};
  });
  if (!read) return read.error().text();
  SQLite::Database db{path(), SQLite::OPEN_READONLY};
  return firstOf(
      {differs("cells that differ from the journal", static_cast<std::int64_t>(differences), 0),
       differs("cells beyond the head",
               numberIn(db, "SELECT count(*) FROM cell WHERE pos > (SELECT pos FROM clk)"), 0),
       differs("the head on the timeline",
               numberIn(db, "SELECT count(*) FROM clk JOIN timeline USING(pos)"), 1),
       differs("positions used twice",
               numberIn(db, "SELECT count(*) - count(DISTINCT pos) FROM cell"), 0)});
}

Status HubWorld::setUp() {
  const Status made = storage->write([&](hub::WriteTx& tx) -> Status {
    if (const Status s = tx.setUp({newRandomId(random), "By"}, 11, clock.now()); !s) return s;
    const auto first = tx.takePositions(3, 12, clock.now());
    if (!first) return first.error();
    const std::vector<Topic> topics = {{"mitid-help", "M", "M", "g"}, {"loan", "L", "L", "g"}};
    if (const Status s = tx.putTopics(topics, *first); !s) return s;
    if (const Status s = tx.putBranch({"hb", "H"}, *first + 2); !s) return s;
    for (const auto token : {std::uint8_t{1}, std::uint8_t{2}}) {
      hub::Device device;
      device.id = newRandomId(random);
      device.token[0] = token;
      if (const Status s = tx.addDevice(device); !s) return s;
    }
    return {};
  });
  if (!made) return made;
  EntryMaker maker{"aaaaaaaaaaaaaaaa", 1};
  return push({maker.help(), maker.help("loan"), maker.help("weather")}, {});
}

Status HubWorld::push(const std::vector<Entry>& first, const std::vector<Entry>& second) {
  std::vector<hub::Push> pushes;
  for (const auto* entries : {&first, &second}) {
    hub::Push push;
    push.device.key = static_cast<std::int64_t>(pushes.size()) + 1;
    for (const Entry& entry : *entries) push.request.entries.push_back(asRead(entry));
    pushes.push_back(std::move(push));
  }
  return storage->write([&](hub::WriteTx& tx) -> Status {
    const auto taken = hub::ingest(tx, pushes, clock.now(), random);
    if (!taken) return taken.error();
    return {};
  });
}

Result<std::int64_t> HubWorld::entries() {
  std::int64_t entries = 0;
  const Status read = storage->read([&](hub::ReadTx& tx) {
    return tx.eachEntry([&](const hub::KeptEntry&) -> Status {
      ++entries;
      return {};
    });
  });
  if (!read) return read.error();
  return entries;
}

}  // namespace vejviser::test
