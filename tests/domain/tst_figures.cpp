// Goal: the figures say what the entries say, whatever the order they arrive in.
// Method: tables from entries to cells written from the definitions; all orders of arrival.
#include "src/domain/statistics.h"
#include "tests/support/worlds.h"

#include <QTest>
#include <algorithm>

using namespace vejviser;

namespace {

std::map<std::string, std::int64_t> cellsOf(const std::optional<Standing>& standing) {
  std::map<std::string, std::int64_t> cells;
  if (!standing) return cells;
  for (const Cell& cell : tally(*standing)) cells[toString(cell.key)] += cell.n;
  return cells;
}

using Cells = std::map<std::string, std::int64_t>;

}  // namespace

class TstFigures : public QObject {
  Q_OBJECT

 private slots:
  void tally_ofAHelp_countsOneHelpByTopicAndHour_andItsPeople() {
    test::EntryMaker maker;
    maker.clock().set(fromLocal({*parseDay("2026-07-01"), 14, 5}));
    Entry help = maker.help();
    help.fields.people = 3;
    const Cells expected = {{"topic/2026-07-01/hb/library/mitid-help", 1},
                            {"hour/2026-07-01/hb/library/14", 1},
                            {"people/2026-07-01/hb/library/", 3}};
    QCOMPARE(cellsOf(fold({&help, 1})), expected);
  }

  void tally_ofAReferral_countsFromUnitToUnit() {
    test::EntryMaker maker;
    maker.clock().set(fromLocal({*parseDay("2026-07-01"), 14, 5}));
    const Entry referral = maker.referral(maker.help());
    const Cells expected = {{"referral/2026-07-01/hb/library/citizen_service", 1}};
    QCOMPARE(cellsOf(fold({&referral, 1})), expected);
  }

  void tally_usesWhenItHappened_notWhenItWasLogged() {
    test::EntryMaker maker;
    Entry help = maker.help();
    help.fields.when = fromLocal({*parseDay("2026-01-05"), 9, 59});
    QVERIFY(cellsOf(fold({&help, 1})).contains("hour/2026-01-05/hb/library/09"));
  }

  void tally_ofAnEntryInDoubt_countsNothing() {
    test::EntryMaker maker;
    Entry help = maker.help();
    help.fields.doubt = Doubt::Clock;
    QVERIFY(cellsOf(fold({&help, 1})).empty());
  }

  void tally_lateAtNight_fallsOnTheLocalDay() {
    test::EntryMaker maker;
    maker.clock().set(fromMs(1'782'858'600'000));  // 2026-06-30 22:30 UTC = 1 July 00:30 here
    const Entry help = maker.help();
    QVERIFY(cellsOf(fold({&help, 1})).contains("hour/2026-07-01/hb/library/00"));
  }

  void fold_withoutTheEntryThatMadeIt_countsNothing() {
    test::EntryMaker maker;
    const Entry help = maker.help();
    const Entry amend = maker.amend(help, 1, help.fields);
    QVERIFY(!fold({&amend, 1}));
  }

  void fold_inEveryOrder_givesTheSame() {
    test::EntryMaker maker;
    const Entry help = maker.help();
    Fields changed = help.fields;
    changed.people = 4;
    Fields again = changed;
    again.topic = "print";
    std::vector<Entry> entries = {help, maker.amend(help, 1, changed), maker.amend(help, 2, again)};
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return a.id < b.id; });
    int orders = 0;
    do {
      const auto standing = fold(entries);
      QVERIFY(standing);
      QCOMPARE(standing->fields.topic, std::string{"print"});
      QCOMPARE(standing->fields.people, 4);
      QVERIFY(standing->at == help.at);
      ++orders;
    } while (std::next_permutation(entries.begin(), entries.end(),
                                   [](const Entry& a, const Entry& b) { return a.id < b.id; }));
    QCOMPARE(orders, 6);
  }

  void fold_ofTwoAmendsWithOneRevision_theHigherIdStands() {
    test::EntryMaker maker;
    const Entry help = maker.help();
    Fields first = help.fields;
    first.people = 2;
    Fields second = help.fields;
    second.people = 3;
    const Entry a = maker.amend(help, 1, first);
    const Entry b = maker.amend(help, 1, second);
    const std::array<Entry, 3> oneWay = {a, help, b};
    const std::array<Entry, 3> otherWay = {b, help, a};
    QCOMPARE(fold(oneWay)->fields.people, 3);
    QCOMPARE(fold(otherWay)->fields.people, 3);
  }

  void fold_afterAnyVoid_countsNothing_whateverComesLater() {
    test::EntryMaker maker;
    const Entry help = maker.help();
    const Entry gone = maker.withdraw(help, 1);
    const Entry late = maker.amend(help, 7, help.fields);
    const std::array<Entry, 3> entries = {late, gone, help};
    QVERIFY(!fold(entries));
  }

  void fold_ignoresAnAmendThatMisnamesWhatItAmends() {
    test::EntryMaker maker;
    const Entry help = maker.help();
    Entry wrong = maker.amend(help, 1, help.fields);
    wrong.of = EntryKind::Referral;
    wrong.fields.people = 9;
    const std::array<Entry, 2> entries = {help, wrong};
    QCOMPARE(fold(entries)->fields.people, 1);
  }

  void changes_fromBeforeToAfter_moveTheCellAndKeepTheRest() {
    test::EntryMaker maker;
    const Entry help = maker.help();
    Fields moved = help.fields;
    moved.topic = "print";
    const std::array<Entry, 2> after = {help, maker.amend(help, 1, moved)};
    CellChanges changes;
    changes.replace(fold({&help, 1}), fold(after));
    Cells result;
    for (const Cell& cell : changes.nonZero()) result[toString(cell.key)] = cell.n;
    const std::string day = toString(toLocal(help.at).day);
    const Cells expected = {{"topic/" + day + "/hb/library/mitid-help", -1},
                            {"topic/" + day + "/hb/library/print", 1}};
    QCOMPARE(result, expected);
  }

  void cellKey_asText_thenParsed_isTheSame() {
    const Day day = *parseDay("2026-11-24");
    for (const CellKey& key : {CellKey{day, Series::Topic, "hb", Unit::Library, "loan"},
                               CellKey{day, Series::People, "", Unit::CitizenService, ""},
                               CellKey{day, Series::Hour, "gram", Unit::CitizenService, "08"},
                               CellKey{day, Series::Referral, "", Unit::Library, "library"}}) {
      QVERIFY(parseCellKey(toString(key)) == key);
    }
    for (const char* text :
         {"", "topic", "topic/2026-11-24/hb/library", "x/2026-11-24/hb/library/loan",
          "topic/2026-11-24/hb/nobody/loan", "topic/2026-11-31/hb/library/loan",
          "topic/2026-11-24/hb/library/loan/more"}) {
      QVERIFY2(!parseCellKey(text), text);
    }
  }

  void summarise_sumsEachSeriesAlongItsDimensions() {
    const Day monday = *parseDay("2026-11-23");
    const Day tuesday = *parseDay("2026-11-24");
    const std::vector<Cell> cells = {
        {{monday, Series::Topic, "hb", Unit::Library, "loan"}, 2},
        {{tuesday, Series::Topic, "gram", Unit::CitizenService, "loan"}, 3},
        {{tuesday, Series::Topic, "hb", Unit::Library, "print"}, 0},
        {{monday, Series::Hour, "hb", Unit::Library, "10"}, 2},
        {{tuesday, Series::Hour, "gram", Unit::CitizenService, "10"}, 3},
        {{monday, Series::People, "hb", Unit::Library, ""}, 5},
        {{monday, Series::Referral, "hb", Unit::Library, "citizen_service"}, 1}};
    const Figures figures = summarise(cells);
    QCOMPARE(figures.helps, 5);
    QCOMPARE(figures.people, 5);
    QCOMPARE(figures.referrals, 1);
    QCOMPARE(figures.helpsByTopic.size(), 2U);
    QCOMPARE((figures.helpsByTopic.at({"loan", Unit::CitizenService})), 3);
    QCOMPARE((figures.helpsByBranch.at({"hb", Unit::Library})), 2);
    QCOMPARE((figures.helpsByHour.at({{1, 10}, Unit::Library})), 2);
    QCOMPARE((figures.helpsByHour.at({{2, 10}, Unit::CitizenService})), 3);
    QCOMPARE((figures.referralsTo.at({Unit::Library, "citizen_service"})), 1);
  }
};

QTEST_APPLESS_MAIN(TstFigures)
#include "tst_figures.moc"
