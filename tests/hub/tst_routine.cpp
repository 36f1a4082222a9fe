// Goal: a branch hears of the topics that it has not helped with for four weeks, and of no others.
// Method: helps of days that the test chooses are pushed, the hub's database is asked for the last
// of them on both engines, and the boundaries are tried a day to either side.
#include "src/domain/routine.h"
#include "tests/hub/hub_world.h"

#include <QTest>

using namespace vejviser;
using namespace vejviser::test;

namespace {

Day day(const char* text) {
  return *parseDay(text);
}

const Period kYear{day("2025-11-19"), day("2026-11-18")};

struct Desk {
  HubWorld world;
  EntryMaker maker;

  Desk() {
    world.write([&](hub::WriteTx& tx) -> Status {
      const auto pos = tx.takePositions(1, 14, world.clock.now());
      return tx.putBranch({"gram", "Gram"}, *pos);
    });
  }

  Entry help(const std::string& topic, const char* on, const std::string& branch = "hb",
             Unit unit = Unit::Library) {
    Entry entry = maker.help(topic);
    entry.fields.when = fromLocal(*parseLocalTime(std::string{on} + " 10:30"));
    entry.fields.branch = branch;
    entry.fields.unit = unit;
    push(entry);
    return entry;
  }
  void push(Entry entry) {
    entry.at = world.clock.now();
    world.reading = {entry.at, entry.boot, entry.up};
    world.push({entry});
  }
  std::vector<LastDone> lastDone(const std::string& branch = {}, const Period& days = kYear) {
    return world.ask([&](hub::WriteTx& tx) { return tx.lastDone(days, branch); });
  }
};

}  // namespace

class TstRoutine : public QObject {
  Q_OBJECT

 private slots:
  void theLastDay_isOfBranchAndTopic_whicheverUnitHelped() {
    Desk desk;
    desk.help("mitid-help", "2026-10-20");
    desk.help("mitid-help", "2026-11-02", "hb", Unit::CitizenService);
    desk.help("loan", "2026-09-01");
    desk.help("loan", "2026-10-01", "gram");
    const std::vector<LastDone> all = {{"gram", "loan", day("2026-10-01")},
                                       {"hb", "loan", day("2026-09-01")},
                                       {"hb", "mitid-help", day("2026-11-02")}};
    QCOMPARE(desk.lastDone(), all);
    QCOMPARE(desk.lastDone("gram"), std::vector<LastDone>{all.front()});
  }

  void aHelpThatWasWithdrawn_isNotTheLast() {
    Desk desk;
    desk.help("loan", "2026-09-01");
    desk.push(desk.maker.withdraw(desk.help("loan", "2026-11-01"), 2));
    QCOMPARE(desk.lastDone(), (std::vector<LastDone>{{"hb", "loan", day("2026-09-01")}}));
  }

  void onlyTheDaysAskedFor_count_andBothEndsDo() {
    Desk desk;
    desk.help("loan", "2026-09-01");
    const auto found = [&](const char* from, const char* to) {
      return desk.lastDone({}, {day(from), day(to)}).size();
    };
    QCOMPARE(found("2026-09-01", "2026-09-01"), 1U);
    QCOMPARE(found("2026-09-02", "2026-09-30"), 0U);
    QCOMPARE(found("2026-08-01", "2026-08-31"), 0U);
  }

  void helpsWithoutABranch_areOfNone() {
    Desk desk;
    desk.help("loan", "2026-10-01", {});
    QVERIFY(desk.lastDone().empty());
  }

  void fourWeeks_areAGap_andADayLessIsNone() {
    const std::vector<LastDone> last = {
        {"gram", "loan", day("2026-11-18")}, {"hb", "loan", day("2026-10-21")},
        {"hb", "print", day("2026-09-01")},  {"hb", "scan", day("2026-10-22")},
        {"hb", "wifi", day("2026-10-21")},
    };
    const auto routine = routineOf(last, day("2026-11-18"));
    QCOMPARE(routine.at("hb").topics, 4);
    const std::vector<std::pair<std::string, int>> gaps = {
        {"print", 78}, {"loan", 28}, {"wifi", 28}};
    QCOMPARE(routine.at("hb").gaps, gaps);
    QCOMPARE(routine.at("gram").topics, 1);
    QVERIFY(routine.at("gram").gaps.empty());
  }

  void whatWasNotHelpedWith_inAYear_isNoTopicOfTheBranch() {
    const std::vector<LastDone> last = {{"gram", "loan", day("2025-11-18")},
                                        {"hb", "loan", day("2025-11-19")},
                                        {"hb", "print", day("2026-11-19")}};
    const auto routine = routineOf(last, day("2026-11-18"));
    QCOMPARE(routine.size(), 1U);
    QCOMPARE(routine.at("hb").topics, 1);
    QCOMPARE(routine.at("hb").gaps.front().second, 364);
  }
};

QTEST_GUILESS_MAIN(TstRoutine)
#include "tst_routine.moc"
