// Goal: tablets never miss that a cell came to nothing, however long they were away and however
// small their pages are; and an old hub's file is brought up to date with all that is in it.
// Method: the hub's rules on a real SQLite file, replicas that pull as tablets do, a clock that the
// test moves; a file made by the first version's own SQL.
#include "sync/hub/prune.h"
#include "sync/hub/sqlite_schema.h"
#include "sync/hub/stamp.h"
#include "sync/hub/tablets.h"
#include "sync/hub/week_figures.h"
#include "tests/hub/hub_world.h"

#include <QFile>
#include <QTest>
#include <algorithm>
#include <map>
#include <random>

using namespace vejviser;
using namespace vejviser::hub;
using std::chrono::days;
using test::HubWorld;

namespace {

/// What a tablet has pulled: cells by key.
class Replica {
 public:
  explicit Replica(HubWorld& world, int page = 1000) : m_world(world), m_page(page) {}

  /// One request; false when the hub said 409 and everything starts over.
  bool step() {
    bool known = false;
    const wire::SyncAnswer answer = m_world.pullNow(m_stamp, m_page, known);
    if (!known) {
      m_stamp.reset();
      m_cells.clear();
      more = true;
      return false;
    }
    for (const FeedRow& row : answer.rows) {
      if (const auto* cell = std::get_if<CellRow>(&row)) take(cell->cell);
    }
    m_stamp = answer.stamp;
    more = answer.more;
    return true;
  }

  /// Pulls until there is no more; how often it had to start over. -1: it never ends.
  int pull() {
    int again = 0;
    for (int i = 0; i < 1000; ++i) {
      if (!step()) ++again;
      if (!more) return again;
    }
    return -1;
  }

  bool isWhole() const {
    std::map<std::string, std::int64_t> cells;
    for (const Cell& cell : m_world.ask([](WriteTx& tx) { return tx.allCells(); })) {
      cells[toString(cell.key)] = cell.n;
    }
    return cells == m_cells;
  }

  const std::optional<std::string>& stamp() const { return m_stamp; }
  bool more = true;

 private:
  void take(const Cell& cell) {
    m_cells[toString(cell.key)] = cell.n;
    if (cell.n == 0) m_cells.erase(toString(cell.key));
  }

  HubWorld& m_world;
  int m_page;
  std::optional<std::string> m_stamp;
  std::map<std::string, std::int64_t> m_cells;
};

Pruned pruneNow(HubWorld& world) {
  return world.ask([&](WriteTx& tx) { return prune(tx, world.clock.now(), world.random); });
}

/// A help that is there and one that is withdrawn again, on days of their own.
void logAndWithdraw(HubWorld& world, test::EntryMaker& maker) {
  world.push({maker.help("mitid-help")});
  maker.clock().advance(days{1});
  world.clock.advance(days{1});
  const Entry gone = maker.help("loan");
  world.push({gone});
  world.push({maker.withdraw(gone, 1)});
}

Numbering numberingOf(HubWorld& world, const std::string& inst) {
  for (const Numbering& numbering : world.ask([](WriteTx& tx) { return tx.numberings(); })) {
    if (numbering.inst == inst) return numbering;
  }
  return {};
}

TabletReport report(HubWorld& world) {
  return world.ask([&](WriteTx& tx) { return tabletReports(tx, world.clock.now()); }).front();
}

bool same(const Numbering& a, const Numbering& b) {
  return a.inst == b.inst && a.device == b.device && a.highest == b.highest &&
         a.arrived == b.arrived && a.forks == b.forks && a.changed == b.changed;
}

constexpr const char* kInst = "0123456789abcdef";

}  // namespace

class TstTimeline : public QObject {
  Q_OBJECT

 private slots:
  void prune_deletesWhatCameToNothing_onlyAfterThirtyFiveDays() {
    HubWorld world;
    test::EntryMaker maker;
    logAndWithdraw(world, maker);
    world.clock.advance(days{35});
    QCOMPARE(pruneNow(world).cells, 0);
    QCOMPARE(pruneNow(world).floor, 0);
    world.clock.advance(milliseconds{1});
    const Pruned pruned = pruneNow(world);
    QCOMPARE(pruned.cells, 6);  // topic, hour, people, outcome, band, channel
    QCOMPARE(pruned.floor, world.ask([](WriteTx& tx) { return tx.head(); }).pos);
    QCOMPARE(pruneNow(world).cells, 0);
    QCOMPARE(pruneNow(world).floor, pruned.floor);
    QCOMPARE(world.figures().helps, 1);
    QVERIFY(world.isExact());
  }

  void prune_goesByTheTimeACellCameToNothing_notByItsDay() {
    HubWorld world;
    test::EntryMaker maker;
    const Entry old = maker.help("loan");
    world.push({old});
    world.clock.advance(days{100});
    world.push({maker.withdraw(old, 1)});
    world.clock.advance(days{34});
    QCOMPARE(pruneNow(world).cells, 0);
  }

  void stamp_belowTheFloor_isRefused_atItIsNot() {
    HubWorld world;
    test::EntryMaker maker;
    const Entry gone = maker.help("loan");
    world.push({gone});
    Replica late{world};
    QCOMPARE(late.pull(), 0);
    world.push({maker.withdraw(gone, 1)});
    Replica punctual{world};
    QCOMPARE(punctual.pull(), 0);
    world.push({maker.help()});
    world.clock.advance(days{36});
    QCOMPARE(pruneNow(world).cells, 1);  // the others are those of the help that came after
    QCOMPARE(punctual.pull(), 0);
    QVERIFY(punctual.isWhole());
    QVERIFY(world.push({maker.help()}, late.stamp()).foreignTimeline);
    QCOMPARE(late.pull(), 1);
    QVERIFY(late.isWhole());
  }

  void pullFromZero_belowTheFloor_comesToItsEnd_inPagesOfAnySize_data() {
    QTest::addColumn<int>("page");
    for (int page : {1, 2, 3, 7, 1000}) QTest::addRow("%d", page) << page;
  }

  void pullFromZero_belowTheFloor_comesToItsEnd_inPagesOfAnySize() {
    QFETCH(int, page);
    HubWorld world;
    test::EntryMaker maker;
    logAndWithdraw(world, maker);
    world.clock.advance(days{36});
    pruneNow(world);
    Replica replica{world, page};
    QCOMPARE(replica.pull(), 0);
    QVERIFY(replica.isWhole());
  }

  void pullInPages_withAPruneAmongThem_startsOverOnce_andMissesNothing() {
    HubWorld world;
    test::EntryMaker maker;
    const Entry gone = maker.help("loan");
    world.push({gone});
    Replica replica{world, 1};
    QCOMPARE(replica.pull(), 0);
    world.push({maker.withdraw(gone, 1)});
    maker.clock().advance(days{1});
    world.push({maker.help()});
    world.clock.advance(days{36});
    QVERIFY(replica.step());
    QVERIFY(replica.more);
    pruneNow(world);
    QCOMPARE(replica.pull(), 1);
    QVERIFY(replica.isWhole());
  }

  void pullFromZero_withAPruneAmongItsPages_missesNothing() {
    for (int before = 1; before < 12; ++before) {
      HubWorld world;
      test::EntryMaker maker;
      const Entry gone = maker.help("loan");
      world.push({gone});
      maker.clock().advance(days{1});
      world.push({maker.help()});
      Replica replica{world, 1};
      for (int i = 0; i < before && replica.more; ++i) QVERIFY(replica.step());
      world.push({maker.withdraw(gone, 1)});
      world.clock.advance(days{36});
      pruneNow(world);
      QVERIFY(replica.pull() >= 0);
      QVERIFY(replica.isWhole());
    }
  }

  void stamp_ofTheFirstHubs_isStillKnown() {
    HubWorld world;
    test::EntryMaker maker;
    world.push({maker.help()});
    bool known = false;
    const std::string stamp = world.pullNow({}, 1000, known).stamp;
    QCOMPARE(stamp.size(), wire::kMaxStampChars);
    world.pullNow(stamp.substr(0, 48), 1000, known);
    QVERIFY(known);
    world.pullNow(stamp.substr(0, 47), 1000, known);
    QVERIFY(!known);
  }

  void numbering_isExact_inAnyOrder_underResends() {
    test::EntryMaker maker{kInst};
    std::vector<Entry> entries;
    for (int i = 0; i < 12; ++i) entries.push_back(maker.help());
    std::mt19937 order{3};
    for (int round = 0; round < 20; ++round) {
      HubWorld world;
      std::shuffle(entries.begin(), entries.end(), order);
      std::vector<Entry> some{entries.begin(), entries.begin() + 8};
      world.push(some);
      world.clock.advance(days{1});
      some.push_back(entries[8]);
      world.push(some);
      world.clock.advance(days{1});
      world.push(some);  // nothing new: nothing changes
      std::int64_t highest = 0;
      for (const Entry& entry : some) highest = std::max(highest, entry.n);
      const Numbering expected{kInst, world.device.key, highest, 9, 0, world.clock.now() - days{1}};
      QVERIFY(same(numberingOf(world, kInst), expected));
    }
  }

  void numbering_countsHeldEntriesToo() {
    HubWorld world;
    test::EntryMaker maker{kInst};
    world.push({maker.help("weather"), maker.help()});
    QCOMPARE(numberingOf(world, kInst).arrived, 2);
  }

  void numbering_ofWhatARestoreLost_isExactOnceItComesAgain() {
    HubWorld world;
    test::EntryMaker maker{kInst};
    std::vector<Entry> entries = {maker.help(), maker.help(), maker.help()};
    world.push({entries[0], entries[2]});
    const Numbering before = numberingOf(world, kInst);
    world.plant("CREATE TABLE kept AS SELECT * FROM numbering");
    world.push(entries);
    world.plant(
        "DELETE FROM entry WHERE n = 2; DELETE FROM numbering;"
        "INSERT INTO numbering SELECT * FROM kept; DROP TABLE kept");
    QVERIFY(same(numberingOf(world, kInst), before));
    world.push(entries);
    QCOMPARE(numberingOf(world, kInst).arrived, 3);
    QCOMPARE(numberingOf(world, kInst).forks, 0);
  }

  void fork_isKept_andStaysInTheReport() {
    HubWorld world;
    test::EntryMaker first{kInst, 1};
    test::EntryMaker copy{kInst, 2};
    world.push({first.help(), first.help()});
    QCOMPARE(report(world).forks, 0);
    const Entry twin = copy.help();
    world.push({twin});
    world.push({twin});
    QCOMPARE(numberingOf(world, kInst).forks, 1);
    QCOMPARE(numberingOf(world, kInst).arrived, 2);
    world.push({copy.help(), copy.help()});
    QCOMPARE(report(world).forks, 2);
    QCOMPARE(numberingOf(world, kInst).arrived, 3);
    QCOMPARE(report(world).missing, 0);
  }

  void gap_isReported_onlyWhenItLasts() {
    HubWorld world;
    test::EntryMaker maker{kInst};
    const Entry first = maker.help();
    const Entry late = maker.help();
    maker.help();
    world.push({first, maker.help()});
    QCOMPARE(report(world).missing, 0);
    world.clock.advance(days{1});
    QCOMPARE(report(world).missing, 0);
    world.clock.advance(milliseconds{1});
    QCOMPARE(report(world).missing, 2);
    world.push({late});
    QCOMPARE(report(world).missing, 0);
    world.clock.advance(days{2});
    QCOMPARE(report(world).missing, 1);
  }

  void aFileOfVersionOne_isBroughtUpToDate_withAllThatIsInIt() {
    if (test::onPostgres()) QSKIP("there was no version 1 in PostgreSQL with these tables");
    HubWorld world;
    world.storage.reset();
    QVERIFY(QFile::remove(world.dir.filePath("hub.db")));
    const platform::FileKind first{kHubFile.applicationId, kHubFile.migrations.first(1)};
    {
      const auto db =
          platform::openWriter(world.dir.filePath("hub.db").toStdString(), first).value();
      db->exec(
          "INSERT INTO clk VALUES(1, 9, 0); INSERT INTO timeline VALUES(4, 41), (9, 91);"
          "INSERT INTO hub VALUES(1, randomblob(16), 'By', 1);"
          "INSERT INTO device VALUES(1, x'01', 'A', 1, '', 1, x'0a', NULL, NULL, 0),"
          "                         (2, x'02', 'B', 1, '', 1, x'0b', NULL, NULL, 0);"
          "INSERT INTO entry VALUES"
          "(1, x'11', NULL, x'0123456789abcdef', 1, 1, 500, NULL, '{}'),"
          "(2, x'12', NULL, x'0123456789abcdef', 4, 2, 800, 'clock', '{}'),"
          "(3, x'13', NULL, x'0123456789abcdef', 4, 1, 700, NULL, '{}'),"
          "(4, x'14', NULL, x'00000000000000ff', 2, 2, 600, NULL, '{}');"
          "INSERT INTO cell VALUES(20000, 1, 'hb', 1, 'loan', 0, 9),"
          "  (20001, 1, 'hb', 1, 'loan', 2, 9), (20007, 1, '', 2, 'loan', 3, 9),"
          "  (20003, 2, 'hb', 1, '09', 4, 9), (20004, 2, 'hb', 1, '10', 5, 9),"
          "  (20003, 3, '', 1, '', 6, 9), (20003, 4, '', 1, 'skat', 7, 9)");
    }
    world.open();
    world.read([](ReadTx& tx) -> Status {
      const auto wrong = wrongWeeks(tx, tx.allCells().value());
      if (!wrong || *wrong != 0 || tx.allWeekSums()->empty()) {
        return Error{ErrorCode::Invalid, "weeks", "are not the sums of their cells"};
      }
      return {};
    });
    QVERIFY(same(numberingOf(world, kInst), {kInst, 1, 4, 2, 1, fromMs(800)}));
    QVERIFY(same(numberingOf(world, "00000000000000ff"),
                 {"00000000000000ff", 2, 2, 1, 0, fromMs(600)}));
    QVERIFY(world.ask([](WriteTx& tx) { return tx.head(); }) == (Head{9, 91, 0}));
    const auto at = [&](Instant now) {
      return world.ask([&](WriteTx& tx) { return prune(tx, now, world.random); }).cells;
    };
    QCOMPARE(at(fromMs(800) + kKeep), 0);  // no younger than the last entry
    QCOMPARE(at(fromMs(801) + kKeep), 1);
    world.storage.reset();
    SQLite::Database db{world.dir.filePath("hub.db").toStdString(), SQLite::OPEN_READONLY};
    QCOMPARE(db.execAndGet("SELECT count(*) FROM entry").getInt(), 4);
    QCOMPARE(db.execAndGet("PRAGMA user_version").getInt(),
             static_cast<int>(kHubFile.migrations.size()));
    QCOMPARE(QString{db.execAndGet("PRAGMA integrity_check").getText()}, QString{"ok"});
  }

  void stamp_readAgain_isTheSame() {
    const Stamp stamp{12, {345, -6, 7}};
    QVERIFY(decodeStamp(encodeStamp(stamp)) == stamp);
  }
};

QTEST_APPLESS_MAIN(TstTimeline)
#include "tst_timeline.moc"
