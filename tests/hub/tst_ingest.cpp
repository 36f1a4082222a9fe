// Goal: the hub counts every entry exactly once whatever the order, holds what it cannot count,
// knows its own history, and can prove its figures.
// Method: the hub's rules on a real SQLite file; entries in all orders and batches; faults planted
// in the database.
#include "sync/hub/sqlite_figures.h"
#include "sync/hub/stamp.h"
#include "sync/hub/week_figures.h"
#include "tests/hub/hub_world.h"

#include <QTest>
#include <random>

using namespace vejviser;
using namespace vejviser::hub;
using test::asRead;
using test::HubWorld;

namespace {

/// Helps and referrals of a hundred days, some of them withdrawn.
void fillAtRandom(HubWorld& world, test::SeededRandom& random, Day today) {
  test::EntryMaker maker;
  for (int i = 0; i < 300; ++i) {
    Entry entry = maker.help(random.below(2) == 0 ? "loan" : "mitid-help");
    entry.fields.when =
        fromLocal({today - std::chrono::days{random.below(100)}, static_cast<int>(i % 24), 0});
    if (i % 3 == 0) entry.fields.branch.clear();
    entry.fields.unit = i % 2 == 0 ? Unit::Library : Unit::CitizenService;
    entry.fields.people = 1 + i % 3;
    const Entry referral = maker.referral(entry, i % 2 == 0 ? "citizen_service" : "library");
    world.push({entry});
    if (i % 5 == 0) world.push({referral});
    if (i % 7 == 0) world.push({maker.withdraw(entry, 1)});
  }
}

}  // namespace

class TstIngest : public QObject {
  Q_OBJECT

 private slots:
  void push_twice_countsOnce_andAcksBothTimes() {
    HubWorld world;
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
      HubWorld world;
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
      QVERIFY(world.isExact());
    }
  }

  void push_ofOneIdWithOtherContent_keepsTheFirst_andSaysSo() {
    HubWorld world;
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
    HubWorld world;
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
    HubWorld world;
    test::EntryMaker maker;
    const Entry help = maker.help();
    Entry gone = maker.withdraw(help, 1);
    gone.at = world.clock.now() + std::chrono::hours{48};
    world.push({help});
    QVERIFY(!world.push({gone}).acks.front().held);
    QCOMPARE(world.figures().helps, 0);
  }

  void push_ofAFutureEntry_whateverItsSubjectLooksLike_isKept() {
    HubWorld world;
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
    HubWorld world;
    test::EntryMaker maker;
    Entry entry = maker.help();
    if (reason == "unknown-topic") entry.fields.topic = "weather";
    if (reason == "unknown-branch") entry.fields.branch = "moon";
    if (reason == "unknown-destination") entry = maker.referral(entry, "moon-office");
    if (reason == "absurd-time") entry.at = world.clock.now() + std::chrono::hours{25};
    if (reason == "clock") entry.fields.doubt = Doubt::Clock;
    if (reason == "future-schema") entry.version = kEntryVersion + 1;
    if (reason == "invalid-fields") entry.fields.people = 100;
    const Custody custody = world.push({entry, maker.help()});
    QCOMPARE(custody.acks[0].held, std::optional{reason.toStdString()});
    QVERIFY(!custody.acks[1].held);
    QCOMPARE(world.figures().helps, 1);
    QCOMPARE(world.recountNow().held, 1);
    QVERIFY(world.push({entry}).acks == std::vector<wire::EntryAck>{custody.acks[0]});
  }

  void push_ofAnAmendWhoseHelpIsHeld_countsNothing() {
    HubWorld world;
    test::EntryMaker maker;
    Entry help = maker.help();
    help.fields.topic = "weather";
    Fields good = help.fields;
    good.topic = "loan";
    world.push({help});
    world.push({maker.amend(help, 1, good)});
    QCOMPARE(world.figures().helps, 0);
    QVERIFY(world.isExact());
  }

  void fork_isSeenWhenTwoIdsShareOneNumber() {
    HubWorld world;
    test::EntryMaker first{"aaaaaaaaaaaaaaaa", 1};
    test::EntryMaker copy{"aaaaaaaaaaaaaaaa", 2};
    QVERIFY(!world.push({first.help()}).fork);
    const Entry twin = copy.help();
    QVERIFY(world.push({twin}).fork);
    QVERIFY(world.push({twin}).fork);    // the first answer may have been lost
    QCOMPARE(world.figures().helps, 2);  // both are kept
  }

  void stamp_ofThisHistory_isKnown_ofAnotherIsNot() {
    HubWorld world;
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
    HubWorld world;
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
    HubWorld world;
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
    HubWorld world;
    test::EntryMaker maker;
    world.push({maker.help()});
    bool known = false;
    const std::string stamp = world.pullNow({}, 1000, known).stamp;
    QVERIFY(world.pullNow(stamp, 1000, known).rows.empty());
    world.push({maker.help("loan")});
    QCOMPARE(world.pullNow(stamp, 1000, known).rows.size(), 6U);  // topic, hour, people
  }

  void recount_ofATouchedCube_findsTheCell() {
    HubWorld world;
    test::EntryMaker maker;
    world.push({maker.help(), maker.help("loan")});
    QVERIFY(world.isExact());
    world.plant("UPDATE cell SET n = n + 1 WHERE item = 'loan'");
    const Recount found = world.recountNow();
    QCOMPARE(found.differences.size(), 1U);
    QCOMPARE(found.differences[0].kept, 2);
    QCOMPARE(found.differences[0].counted, 1);
  }

  void recount_ofTouchedWeeks_findsThem() {
    HubWorld world;
    test::EntryMaker maker;
    world.push({maker.help(), maker.help("loan")});
    world.plant("UPDATE week SET n = n + 1 WHERE item = 'loan'");
    QCOMPARE(world.recountNow().wrongWeeks, 2);  // of the branch, and of all
    QVERIFY(world.recountNow().differences.empty());
  }

  void cube_ofAProgramWithFewerSeries_isCountedAnew_withWhatItLacked() {
    HubWorld world;
    test::EntryMaker maker;
    Entry question = maker.question("Kan man forny passet i Ribe?");
    question.fields.wanted = true;
    world.push({question, maker.help()});
    const Figures whole = world.figures();
    QCOMPARE((whole.others.at({Series::Open, Unit::Library, "mitid-help"})), 1);
    world.plant("DELETE FROM cell WHERE series = 26; DELETE FROM week WHERE tab = 26");
    QVERIFY(world.figures() != whole);
    world.write([](WriteTx& tx) { return tx.setTallyVersion(2); });
    QVERIFY(countAnew(*world.storage, world.clock, world.random));
    QVERIFY(world.figures() == whole);
    QVERIFY(world.isExact());
    world.push({maker.answer(question, 1, "Ja, tirsdage.")});
    QVERIFY(!world.figures().others.contains({Series::Open, Unit::Library, "mitid-help"}));
    QVERIFY(world.isExact());
  }

  void weeks_ofWhatWasWithdrawn_areGone() {
    HubWorld world;
    test::EntryMaker maker;
    const Entry help = maker.help();
    world.push({help});
    QVERIFY(!world.ask([](WriteTx& tx) { return tx.allWeekSums(); }).empty());
    world.push({maker.withdraw(help, 1)});
    QVERIFY(world.ask([](WriteTx& tx) { return tx.allWeekSums(); }).empty());
  }

  void figures_ofAnyPeriod_areTheSumsOfItsCells() {
    HubWorld world;
    test::SeededRandom random;
    const Day today = toLocal(world.clock.now()).day;
    fillAtRandom(world, random, today);
    QVERIFY(world.isExact());
    for (int i = 0; i < 500; ++i) {
      const Day from = today - std::chrono::days{random.below(60)};
      const Period period{from, from + std::chrono::days{random.below(40)}};
      const std::string branch = i % 2 == 0 ? "" : "hb";
      world.read([&](ReadTx& tx) -> Status {
        const auto cells = tx.cells(period, branch);
        if (!(*figuresIn(tx, period, branch) == summarise(*cells))) {
          return Error{ErrorCode::Invalid, toString(from) + " " + toString(period.to), branch};
        }
        return {};
      });
    }
  }

  void figures_ofLongPeriods_doNotGrowWithEntries() {
    // PostgreSQL plans by how much is in a table, and here is next to nothing.
    if (test::onPostgres()) QSKIP("these are the plans of SQLite; the bench measures both engines");
    HubWorld world;
    const auto plan = [&world](const char* sql) {
      SQLite::Database db{world.dir.filePath("hub.db").toStdString(), SQLite::OPEN_READONLY};
      SQLite::Statement rows{db, std::string{"EXPLAIN QUERY PLAN "} + sql};
      std::string said;
      while (rows.executeStep()) said += rows.getColumn(3).getString() + "\n";
      return QString::fromStdString(said);
    };
    QCOMPARE(plan(sql::kCells), QString{"SEARCH cell USING PRIMARY KEY (day>? AND day<?)\n"});
    QVERIFY(plan(sql::kLastDone).startsWith("SEARCH cell USING PRIMARY KEY (day>? AND day<?)\n"));
    QCOMPARE(plan(sql::kWeekLines),
             QString{"SEARCH week USING PRIMARY KEY (scope=? AND monday>? AND monday<?)\n"});
    const QString page = plan(sql::kCellPage);
    QVERIFY2(page.startsWith("SEARCH cell USING PRIMARY KEY ("), qPrintable(page));
    QVERIFY2(!page.contains("TEMP B-TREE"), qPrintable(page));
  }

  void write_thatFails_leavesNothing() {
    HubWorld world;
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
