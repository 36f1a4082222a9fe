// Goal: the hub counts every entry exactly once whatever the order, holds what it cannot count,
// knows its own history, and can prove its figures.
// Method: the hub's rules on a real SQLite file; entries in all orders and batches; faults planted
// in the database.
#include "platform/sqlite.h"
#include "sync/hub/ingest.h"
#include "sync/hub/pull.h"
#include "sync/hub/recount.h"
#include "sync/hub/sqlite_storage.h"
#include "sync/hub/stamp.h"
#include "tests/support/worlds.h"

#include <QTemporaryDir>
#include <QTest>
#include <random>

using namespace vejviser;
using namespace vejviser::hub;

namespace {

wire::ReadEntry asRead(const Entry& entry) {
  return wire::readEntry(wire::encodeEntry(entry)).value();
}

struct World {
  World() {
    storage =
        SqliteStorage::open(dir.path().toStdString(), SqliteStorage::Access::ReadWrite).value();
    write([&](WriteTx& tx) -> Status {
      if (const Status s = tx.setUp({newRandomId(random), "By"}, 11); !s) return s;
      const std::vector<Topic> topics = {{"mitid-help", "M", "M", "g"}, {"loan", "L", "L", "g"}};
      const auto first = tx.takePositions(3, 12);
      if (const Status s = tx.putTopics(topics, *first); !s) return s;
      if (const Status s = tx.putBranch({"hb", "H"}, *first + 2); !s) return s;
      Device device;
      device.id = newRandomId(random);
      return tx.addDevice(device);
    });
    device.key = 1;
  }

  void write(const std::function<Status(WriteTx&)>& body) {
    if (const Status status = storage->write(body); !status)
      qFatal("%s", status.error().text().c_str());
  }

  Custody push(const std::vector<Entry>& entries, const std::optional<std::string>& stamp = {}) {
    std::vector<wire::ReadEntry> read;
    for (const Entry& entry : entries) read.push_back(asRead(entry));
    return pushRead(read, stamp);
  }

  Custody pushRead(const std::vector<wire::ReadEntry>& entries,
                   const std::optional<std::string>& stamp = {}) {
    Push one;
    one.device = device;
    one.request.entries = entries;
    one.request.stamp = stamp;
    std::vector<Custody> taken;
    write([&](WriteTx& tx) -> Status {
      auto result = ingest(tx, {one}, clock.now(), random);
      if (!result) return result.error();
      taken = std::move(*result);
      return {};
    });
    return taken.front();
  }

  Figures figures() {
    std::vector<Cell> cells;
    const Status status = storage->read([&](ReadTx& tx) -> Status {
      cells = tx.allCells().value();
      return {};
    });
    if (!status) qFatal("%s", status.error().text().c_str());
    return summarise(cells);
  }

  Recount recountNow() {
    Recount result;
    const Status status = storage->read([&](ReadTx& tx) -> Status {
      result = recount(tx).value();
      return {};
    });
    if (!status) qFatal("%s", status.error().text().c_str());
    return result;
  }

  wire::SyncAnswer pullNow(const std::optional<std::string>& stamp, int limit, bool& known) {
    wire::SyncAnswer answer;
    const Status status = storage->read([&](ReadTx& tx) -> Status {
      known = pull(tx, stamp, limit, answer).value();
      return {};
    });
    if (!status) qFatal("%s", status.error().text().c_str());
    return answer;
  }

  QTemporaryDir dir;
  test::FixedClock clock;
  test::SeededRandom random;
  std::unique_ptr<SqliteStorage> storage;
  Device device;
};

}  // namespace

class TstIngest : public QObject {
  Q_OBJECT

 private slots:
  void push_twice_countsOnce_andAcksBothTimes() {
    World world;
    test::EntryMaker maker;
    const Entry help = maker.help();
    const Custody first = world.push({help});
    const Custody again = world.push({help});
    QVERIFY(first.acks == again.acks);
    QVERIFY(!first.acks.front().held);
    QCOMPARE(world.figures().helps, 1);
    QVERIFY(!again.fork);
  }

  void push_inEveryOrderAndBatch_givesTheSameFigures() {
    test::EntryMaker maker;
    const Entry help = maker.help();
    Fields changed = help.fields;
    changed.topic = "loan";
    changed.people = 3;
    const Entry other = maker.help("loan");
    std::vector<Entry> entries = {help, maker.amend(help, 1, changed), other,
                                  maker.withdraw(other, 1), maker.referral(help)};
    std::mt19937 order{7};
    for (int round = 0; round < 60; ++round) {
      World world;
      std::shuffle(entries.begin(), entries.end(), order);
      const std::size_t cut = order() % (entries.size() + 1);
      world.push({entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(cut)});
      const std::size_t again = order() % (cut + 1);  // some of it comes twice, among what is new
      world.push({entries.begin() + static_cast<std::ptrdiff_t>(again), entries.end()});
      world.push(entries);  // and all of it once more
      const Figures figures = world.figures();
      QCOMPARE(figures.helps, 1);
      QCOMPARE(figures.people, 3);
      QCOMPARE(figures.referrals, 1);
      QCOMPARE((figures.helpsByTopic.at({"loan", Unit::Library})), 1);
      QVERIFY(world.recountNow().differences.empty());
    }
  }

  void push_ofOneIdWithOtherContent_keepsTheFirst_andSaysSo() {
    World world;
    test::EntryMaker maker;
    const Entry help = maker.help();
    Entry other = help;
    other.fields.topic = "loan";
    world.push({help});
    const Custody custody = world.push({other});
    QCOMPARE(custody.acks.front().held, std::optional<std::string>{"differs"});
    QCOMPARE((world.figures().helpsByTopic.at({"mitid-help", Unit::Library})), 1);
    QVERIFY(!world.figures().helpsByTopic.contains({"loan", Unit::Library}));
  }

  void push_ofOneImportedRow_fromTwoTablets_isOneHelp() {
    World world;
    test::EntryMaker first{"aaaaaaaaaaaaaaaa", 1};
    test::EntryMaker second{"bbbbbbbbbbbbbbbb", 2};
    const Entry row = first.help();
    Entry same = second.help();
    same.id = same.subject = row.id;  // an import takes the id from the row's content
    QVERIFY(!world.push({row}).acks.front().held);
    QVERIFY(!world.push({same}).acks.front().held);
    QCOMPARE(world.figures().helps, 1);
  }

  void push_ofAWithdrawal_underAWrongClock_withdraws() {
    World world;
    test::EntryMaker maker;
    const Entry help = maker.help();
    Entry gone = maker.withdraw(help, 1);
    gone.at = world.clock.now() + std::chrono::hours{48};
    world.push({help});
    QVERIFY(!world.push({gone}).acks.front().held);
    QCOMPARE(world.figures().helps, 0);
  }

  void push_ofAFutureEntry_whateverItsSubjectLooksLike_isKept() {
    World world;
    test::EntryMaker maker;
    const std::string body = wire::encodeEntry(maker.help());
    const std::string future =
        R"({"subject":"a word","v":2000000000,)" + body.substr(1, body.rfind(",\"v\":1") - 1) + "}";
    const auto read = wire::readEntry(future);
    QVERIFY2(read, read ? "" : read.error().text().c_str());
    QCOMPARE(read->held, std::string{"future-schema"});
    QVERIFY(world.pushRead({*read}).acks.front().held);
    QCOMPARE(world.recountNow().held, 1);
  }

  void push_ofWhatCannotBeCounted_isHeldWithTheReason_data() {
    QTest::addColumn<QString>("reason");
    for (const char* reason : {"unknown-topic", "unknown-branch", "unknown-destination",
                               "absurd-time", "clock", "future-schema", "invalid-fields"}) {
      QTest::newRow(reason) << reason;
    }
  }

  void push_ofWhatCannotBeCounted_isHeldWithTheReason() {
    QFETCH(QString, reason);
    World world;
    test::EntryMaker maker;
    Entry entry = maker.help();
    if (reason == "unknown-topic") entry.fields.topic = "weather";
    if (reason == "unknown-branch") entry.fields.branch = "moon";
    if (reason == "unknown-destination") entry = maker.referral(entry, "bank");
    if (reason == "absurd-time") entry.at = world.clock.now() + std::chrono::hours{25};
    if (reason == "clock") entry.fields.doubt = Doubt::Clock;
    if (reason == "future-schema") entry.version = 2;
    if (reason == "invalid-fields") entry.fields.people = 100;
    const Custody custody = world.push({entry, maker.help()});
    QCOMPARE(custody.acks[0].held, std::optional{reason.toStdString()});
    QVERIFY(!custody.acks[1].held);
    QCOMPARE(world.figures().helps, 1);
    QCOMPARE(world.recountNow().held, 1);
    QVERIFY(world.push({entry}).acks == std::vector<wire::EntryAck>{custody.acks[0]});
  }

  void push_ofAnAmendWhoseHelpIsHeld_countsNothing() {
    World world;
    test::EntryMaker maker;
    Entry help = maker.help();
    help.fields.topic = "weather";
    Fields good = help.fields;
    good.topic = "loan";
    world.push({help});
    world.push({maker.amend(help, 1, good)});
    QCOMPARE(world.figures().helps, 0);
    QVERIFY(world.recountNow().differences.empty());
  }

  void fork_isSeenWhenTwoIdsShareOneNumber() {
    World world;
    test::EntryMaker first{"aaaaaaaaaaaaaaaa", 1};
    test::EntryMaker copy{"aaaaaaaaaaaaaaaa", 2};
    QVERIFY(!world.push({first.help()}).fork);
    const Entry twin = copy.help();
    QVERIFY(world.push({twin}).fork);
    QVERIFY(world.push({twin}).fork);    // the first answer may have been lost
    QCOMPARE(world.figures().helps, 2);  // both are kept
  }

  void stamp_ofThisHistory_isKnown_ofAnotherIsNot() {
    World world;
    test::EntryMaker maker;
    world.push({maker.help()});
    bool known = false;
    const std::string stamp = world.pullNow({}, 1000, known).stamp;
    QVERIFY(known);
    world.pullNow(stamp, 1000, known);
    QVERIFY(known);
    Stamp other = *decodeStamp(stamp);
    ++other.head.salt;
    world.pullNow(encodeStamp(other), 1000, known);
    QVERIFY(!known);
    other = *decodeStamp(stamp);
    other.head.pos += 100;
    world.pullNow(encodeStamp(other), 1000, known);
    QVERIFY(!known);
    world.pullNow("garbage", 1000, known);
    QVERIFY(!known);
    QVERIFY(world.push({maker.help()}, encodeStamp(other)).foreignTimeline);
    QCOMPARE(world.figures().helps, 1);
  }

  void stamp_movesEvenWhenOnlyHeldEntriesCame() {
    World world;
    bool known = false;
    const std::string before = world.pullNow({}, 1000, known).stamp;
    test::EntryMaker maker;
    Entry held = maker.help();
    held.fields.topic = "weather";
    world.push({held});
    QVERIFY(world.pullNow(before, 1000, known).stamp != before);
    QVERIFY(known);
  }

  void pull_inPagesOfAnySize_givesEveryRowOnce_andTheLatest() {
    World world;
    test::EntryMaker maker;
    for (int i = 0; i < 30; ++i) {
      maker.clock().advance(std::chrono::hours{7});
      world.clock.set(maker.clock().now());
      world.push({maker.help()});
    }
    for (int page : {1, 2, 3, 7, 1000}) {
      std::optional<std::string> stamp;
      std::map<std::string, std::int64_t> cells;
      int rows = 0;
      bool more = true;
      while (more) {
        bool known = false;
        const wire::SyncAnswer answer = world.pullNow(stamp, page, known);
        QVERIFY(known);
        for (const FeedRow& row : answer.rows) {
          ++rows;
          if (const auto* cell = std::get_if<CellRow>(&row))
            cells[toString(cell->cell.key)] = cell->cell.n;
        }
        stamp = answer.stamp;
        more = answer.more;
      }
      std::int64_t helps = 0;
      for (const auto& [key, n] : cells) helps += key.starts_with("topic/") ? n : 0;
      QCOMPARE(helps, 30);
      QCOMPARE(rows, static_cast<int>(cells.size()) + 4);  // two topics, a branch, the municipality
    }
  }

  void pull_afterAStamp_givesOnlyWhatChanged() {
    World world;
    test::EntryMaker maker;
    world.push({maker.help()});
    bool known = false;
    const std::string stamp = world.pullNow({}, 1000, known).stamp;
    QVERIFY(world.pullNow(stamp, 1000, known).rows.empty());
    world.push({maker.help("loan")});
    QCOMPARE(world.pullNow(stamp, 1000, known).rows.size(), 3U);  // topic, hour, people
  }

  void recount_ofATouchedCube_findsTheCell() {
    World world;
    test::EntryMaker maker;
    world.push({maker.help(), maker.help("loan")});
    QVERIFY(world.recountNow().differences.empty());
    world.storage.reset();
    {
      SQLite::Database db{world.dir.filePath("hub.db").toStdString(), SQLite::OPEN_READWRITE};
      db.exec("UPDATE cell SET n = n + 1 WHERE item = 'loan'");
    }
    world.storage =
        SqliteStorage::open(world.dir.path().toStdString(), SqliteStorage::Access::ReadOnly)
            .value();
    const Recount found = world.recountNow();
    QCOMPARE(found.differences.size(), 1U);
    QCOMPARE(found.differences[0].kept, 2);
    QCOMPARE(found.differences[0].counted, 1);
  }

  void write_thatFails_leavesNothing() {
    World world;
    test::EntryMaker maker;
    const Status status = world.storage->write([&](WriteTx& tx) -> Status {
      Push push;
      push.device = world.device;
      push.request.entries = {asRead(maker.help())};
      if (const auto taken = ingest(tx, {push}, world.clock.now(), world.random); !taken)
        return taken.error();
      return Error{ErrorCode::Storage, "planted", "fault"};
    });
    QVERIFY(!status);
    QCOMPARE(world.figures().helps, 0);
    QCOMPARE(world.recountNow().entries, 0);
  }
};

QTEST_APPLESS_MAIN(TstIngest)
#include "tst_ingest.moc"
