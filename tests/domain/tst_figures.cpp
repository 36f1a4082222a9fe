// Goal: the figures say what the entries say, whatever the order they arrive in.
// Method: tables from entries to cells written from the definitions; all orders of arrival.
#include "src/domain/statistics.h"
#include "src/domain/week_sums.h"
#include "tests/support/worlds.h"

#include <QTest>
#include <algorithm>
#include <array>
#include <vector>

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
  void tally_ofAHelp_countsOneHelpByWhatIsSaidOfIt_andItsPeople() {
    test::EntryMaker maker;
    maker.clock().set(fromLocal({*parseDay("2026-07-01"), 14, 5}));
    Entry help = maker.help();
    help.fields.people = 3;
    const Cells expected = {{"topic/2026-07-01/hb/library/mitid-help", 1},
                            {"hour/2026-07-01/hb/library/14", 1},
                            {"people/2026-07-01/hb/library/", 3},
                            {"outcome/2026-07-01/hb/library/guided", 1},
                            {"band/2026-07-01/hb/library/5-15", 1},
                            {"channel/2026-07-01/hb/library/in_person", 1}};
    QCOMPARE(cellsOf(fold({&help, 1})), expected);
  }

  void tally_ofAHelpOfWhichEverythingIsSaid_countsEachOfIt() {
    test::EntryMaker maker;
    maker.clock().set(fromLocal({*parseDay("2026-07-01"), 14, 5}));
    Entry help = maker.help();
    Fields& fields = help.fields;
    fields.outcome = Outcome::TurnedAway;
    fields.refusal = Refusal::Queue;
    fields.band = Band::To60;
    fields.timing = Timing::Timed;
    fields.role = "library_staff";
    fields.act = Act::HandOver;
    fields.channel = Channel::Phone;
    fields.room = Room::Busy;
    fields.language = "uk";
    fields.contact = maker.help().id;
    const Cells expected = {{"topic/2026-07-01/hb/library/mitid-help", 1},
                            {"hour/2026-07-01/hb/library/14", 1},
                            {"people/2026-07-01/hb/library/", 1},
                            {"outcome/2026-07-01/hb/library/turned_away", 1},
                            {"refusal/2026-07-01/hb/library/queue", 1},
                            {"band/2026-07-01/hb/library/30-60", 1},
                            {"timed/2026-07-01/hb/library/30-60", 1},
                            {"role/2026-07-01/hb/library/library_staff", 1},
                            {"act/2026-07-01/hb/library/hand_over", 1},
                            {"channel/2026-07-01/hb/library/phone", 1},
                            {"room/2026-07-01/hb/library/busy", 1},
                            {"language/2026-07-01/hb/library/uk", 1},
                            {"followup/2026-07-01/hb/library/", 1}};
    QCOMPARE(cellsOf(fold({&help, 1})), expected);
  }

  void tally_ofAForgottenTimer_countsTheHelp_andNoBand() {
    test::EntryMaker maker;
    Entry help = maker.help();
    help.fields.timing = Timing::Forgotten;
    const Cells cells = cellsOf(fold({&help, 1}));
    QCOMPARE(cells.size(), 5U);
    for (const auto& [key, n] : cells) QVERIFY2(!key.starts_with("band/"), key.c_str());
  }

  void tally_ofAReferral_countsWhatCameOfIt_andHowLongThatTook_data() {
    QTest::addColumn<int>("reception");
    QTest::addColumn<int>("decline");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<QString>("item");
    QTest::addColumn<QString>("wait");
    const auto row = [](const char* name, Reception reception, Decline decline, int minutes,
                        const char* item, const char* wait) {
      QTest::newRow(name) << static_cast<int>(reception) << static_cast<int>(decline) << minutes
                          << item << wait;
    };
    row("accepted", Reception::Accepted, Decline::None, 59, "accepted", "1h");
    row("done", Reception::Done, Decline::None, 60, "done", "4h");
    row("closed", Reception::Declined, Decline::Closed, 4 * 60, "declined", "1d");
    row("wrong door", Reception::Declined, Decline::NotOurs, 24 * 60, "wrong_door", "3d");
    row("a week", Reception::Accepted, Decline::None, 7 * 24 * 60, "accepted", "more");
    row("a clock behind", Reception::Accepted, Decline::None, -5, "accepted", "1h");
  }

  void tally_ofAReferral_countsWhatCameOfIt_andHowLongThatTook() {
    QFETCH(int, reception);
    QFETCH(int, decline);
    QFETCH(int, minutes);
    QFETCH(QString, item);
    QFETCH(QString, wait);
    test::EntryMaker maker;
    maker.clock().set(fromLocal({*parseDay("2026-07-01"), 14, 5}));
    const Entry referral = maker.referral(maker.help());
    maker.clock().advance(std::chrono::minutes{minutes});
    Entry reply = maker.reply(referral, 1);
    reply.fields.reception = static_cast<Reception>(reception);
    reply.fields.decline = static_cast<Decline>(decline);
    const std::array<Entry, 2> both = {reply, referral};
    const std::string place = "/2026-07-01/hb/library/";
    const Cells expected = {{"referral" + place + "citizen_service", 1},
                            {"reception" + place + "citizen_service:" + item.toStdString(), 1},
                            {"accepting" + place + wait.toStdString(), 1}};
    QCOMPARE(cellsOf(fold(both)), expected);
  }

  void tally_ofAQuestion_saysWhetherItNeedsAnAnswer_andHasOne() {
    test::EntryMaker maker;
    maker.clock().set(fromLocal({*parseDay("2026-07-01"), 14, 5}));
    Entry question = maker.question("Kan man forny passet i Ribe?");
    const std::string place = "/2026-07-01/hb/library/mitid-help";
    QCOMPARE(cellsOf(fold({&question, 1})), (Cells{{"question" + place, 1}}));
    question.fields.wanted = true;
    const std::array<Entry, 2> both = {question, maker.answer(question, 1, "Ja, tirsdage.")};
    const Cells open = {{"question" + place, 1}, {"wanted" + place, 1}, {"open" + place, 1}};
    QCOMPARE(cellsOf(fold({&question, 1})), open);
    QCOMPARE(cellsOf(fold(both)),
             (Cells{{"question" + place, 1}, {"wanted" + place, 1}, {"answered" + place, 1}}));
    const std::array<Entry, 3> taken_back = {question, maker.answer(question, 1, "Ja."),
                                             maker.answer(question, 2, "")};
    QCOMPARE(cellsOf(fold(taken_back)), open);
  }

  void tally_ofAnEvent_countsAttendanceOnce_andCreditToBothUnits() {
    test::EntryMaker maker;
    maker.clock().set(fromLocal({*parseDay("2026-07-01"), 14, 5}));
    Entry event = maker.event("digital-dab");
    event.fields.audience = Audience::Grade9;
    event.fields.attendance = 54;
    event.fields.library_min = 240;
    event.fields.citizenService_min = 90;
    const auto at = [](const std::string& series, const std::string& unit,
                       const std::string& item = "digital-dab") {
      return series + "/2026-07-01/hb/" + unit + "/" + item;
    };
    const Cells expected = {{at("event", "library"), 1},
                            {at("attendance", "library"), 54},
                            {at("audience", "library", "grade9"), 1},
                            {at("credit", "library"), 1},
                            {at("credit", "citizen_service"), 1},
                            {at("staff_minutes", "library"), 240},
                            {at("staff_minutes", "citizen_service"), 90}};
    QCOMPARE(cellsOf(fold({&event, 1})), expected);
    event.fields.citizenService_min = 0;
    QCOMPARE(cellsOf(fold({&event, 1})).count(at("credit", "citizen_service")), 0U);
  }

  void tally_ofAQuietHour_isNoHelp() {
    test::EntryMaker maker;
    maker.clock().set(fromLocal({*parseDay("2026-07-01"), 14, 5}));
    const Entry quiet = maker.quiet();
    QCOMPARE(cellsOf(fold({&quiet, 1})), (Cells{{"quiet/2026-07-01/hb/library/14", 1}}));
  }

  void fold_ofReplies_inAnyOrder_isTheHighest_andKnowsTheFirst() {
    test::EntryMaker maker;
    const Entry referral = maker.referral(maker.help());
    maker.clock().advance(std::chrono::minutes{10});
    Entry accepted = maker.reply(referral, 1);
    accepted.fields.reception = Reception::Accepted;
    maker.clock().advance(std::chrono::minutes{10});
    Entry done = maker.reply(referral, 2);
    done.fields.reception = Reception::Done;
    Entry later = maker.reply(referral, 1);
    later.fields.reception = Reception::Declined;
    Fields changed = referral.fields;
    changed.to = "police";
    std::vector<Entry> entries = {referral, accepted, done, later,
                                  maker.amend(referral, 9, changed)};
    std::sort(entries.begin(), entries.end(),
              [](const Entry& a, const Entry& b) { return a.id < b.id; });
    const auto expected = fold(entries);
    QCOMPARE(expected->fields.to, std::string{"police"});
    QVERIFY(expected->reply->fields.reception == Reception::Done);
    QVERIFY(expected->reply->first == accepted.at);
    do {
      QVERIFY(fold(entries) == expected);
    } while (std::next_permutation(entries.begin(), entries.end(),
                                   [](const Entry& a, const Entry& b) { return a.id < b.id; }));
    QVERIFY(!fold(std::span{entries}.first(0)));
    const Entry alone = done;
    QVERIFY(!fold({&alone, 1}));
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

  void tally_onTheDaysOfTheClockChanges_countsTheHourOfTheClockOnTheWall_data() {
    QTest::addColumn<qint64>("utc_s");
    QTest::addColumn<QString>("cell");
    const auto row = [](const char* name, qint64 utc_s, const char* dayAndHour) {
      const QString text = dayAndHour;
      QTest::newRow(name) << utc_s << "hour/" + text.left(10) + "/hb/library/" + text.mid(11);
    };
    row("the last winter minute", 1'774'745'940, "2026-03-29 01");            // 00:59 UTC
    row("the first summer minute", 1'774'746'000, "2026-03-29 03");           // 01:00 UTC
    row("October, the hour the first time", 1'792'888'200, "2026-10-25 02");  // 00:30 UTC
    row("October, the hour once more", 1'792'891'800, "2026-10-25 02");       // 01:30 UTC
    row("October, the hour after", 1'792'894'200, "2026-10-25 03");           // 02:10 UTC
    row("midnight in summer", 1'782'856'800, "2026-07-01 00");                // 22:00 UTC
    row("New Year's night, week 53", 1'798'758'000, "2027-01-01 00");         // 23:00 UTC
    row("the last minute of a leap day", 1'709'247'540, "2024-02-29 23");     // 22:59 UTC
    row("the first after a leap day", 1'709'247'600, "2024-03-01 00");        // 23:00 UTC
  }

  void tally_onTheDaysOfTheClockChanges_countsTheHourOfTheClockOnTheWall() {
    QFETCH(qint64, utc_s);
    QFETCH(QString, cell);
    test::EntryMaker maker;
    maker.clock().set(fromMs(utc_s * 1000));
    const Entry help = maker.help();
    QVERIFY(cellsOf(fold({&help, 1})).contains(cell.toStdString()));
  }

  void weekSums_ofAWeekInTwoYears_areOneSum() {
    const auto helps = [](const char* day, std::int64_t n) {
      return Cell{{*parseDay(day), Series::Topic, "hb", Unit::Library, "loan"}, n};
    };
    const std::vector<Cell> cells = {helps("2026-12-27", 1), helps("2026-12-28", 2),
                                     helps("2027-01-03", 4), helps("2027-01-04", 8)};
    std::map<std::string, std::int64_t> byMonday;
    for (const WeekSum& sum : weekSums(cells)) {
      if (sum.key.scope == "hb" && sum.key.line.item == "loan") {
        byMonday[toString(sum.key.monday)] += sum.n;
      }
    }
    QCOMPARE(byMonday, (std::map<std::string, std::int64_t>{
                           {"2026-12-21", 1}, {"2026-12-28", 6}, {"2027-01-04", 8}}));
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
