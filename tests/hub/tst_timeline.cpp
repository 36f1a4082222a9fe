// Goal: tablets never miss that a cell came to nothing, however long they were away and however
// small their pages are; and an old hub's file is brought up to date with all that is in it.
// Method: the hub's rules on a real SQLite file, replicas that pull as tablets do, a clock that the
// test moves; a file made by the first version's own SQL.
#include "sync/hub/prune.h"
#include "sync/hub/sqlite_schema.h"
#include "sync/hub/stamp.h"
#include "tests/hub/hub_world.h"

#include <QTest>
#include <map>

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
  return world.ask([&](WriteTx& tx) { return prune(tx, world.clock.now()); });
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
    QCOMPARE(pruned.cells, 3);  // topic, hour, people
    QCOMPARE(pruned.floor, world.ask([](WriteTx& tx) { return tx.head(); }).pos);
    QCOMPARE(pruneNow(world).cells, 0);
    QCOMPARE(pruneNow(world).floor, pruned.floor);
    QCOMPARE(world.figures().helps, 1);
    QVERIFY(world.recountNow().differences.empty());
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

  void stamp_readAgain_isTheSame() {
    const Stamp stamp{12, {345, -6, 7}};
    QVERIFY(decodeStamp(encodeStamp(stamp)) == stamp);
  }
};

QTEST_APPLESS_MAIN(TstTimeline)
#include "tst_timeline.moc"
