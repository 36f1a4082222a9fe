// Goal: an hour is noted as quiet only when nobody came: a help in it takes the note back,
// whichever of the two is logged first. Method: a real store and recorder at 15.15 by a clock that
// the test owns.
#include "tests/support/recording_tablet.h"

#include <QTest>

using namespace vejviser;
using namespace vejviser::engine;
using std::chrono::hours;
using std::chrono::minutes;

namespace {

struct Desk : test::RecordingTablet {
  Desk() { clock.set(fromLocal({*parseDay("2026-11-24"), 15, 15})); }

  static Instant at(int hour, int minute = 0) {
    return fromLocal({*parseDay("2026-11-24"), hour, minute});
  }
  static Fields here() {
    Fields fields;
    fields.branch = "hb";
    return fields;
  }
  Result<Id> quiet(int hour) {
    Fields fields = here();
    fields.when = at(hour);
    return recorder.make(EntryKind::Quiet, fields);
  }
  static Fields help() {
    Fields fields = here();
    fields.topic = "loan";
    return fields;
  }
  std::int64_t quietHours() const {
    const Day day = *parseDay("2026-11-24");
    std::int64_t hours = 0;
    for (const auto& [key, n] : store->queries().ownFigures({day, day}).others) {
      if (std::get<0>(key) == Series::Quiet) hours += n;
    }
    return hours;
  }
  std::int64_t helps() const {
    const Day day = *parseDay("2026-11-24");
    return store->queries().ownFigures({day, day}).helps;
  }
};

}  // namespace

class TstQuietHours : public QObject {
  Q_OBJECT

 private slots:
  void aHelpLaterInTheHour_withdrawsIt_asAnEntryOfItsOwn() {
    Desk desk;
    const Id quiet = desk.quiet(15).value();
    desk.clock.advance(minutes{30});
    QVERIFY(desk.recorder.help(Desk::help()));
    QCOMPARE(desk.quietHours(), 0);
    QCOMPARE(desk.helps(), 1);
    QVERIFY(desk.store->queries().subject(quiet)->withdrawn);
    QCOMPARE(desk.store->queries().counts().entries, 3);
  }

  void aHelpOfThePast_withdrawsTheHourItWasIn_andNoOther() {
    Desk desk;
    const Id before = desk.quiet(13).value();
    const Id inIt = desk.quiet(14).value();
    const Id after = desk.quiet(15).value();
    Fields late = Desk::help();
    late.when = Desk::at(14, 59);
    QVERIFY(desk.recorder.help(late));
    QVERIFY(desk.store->queries().subject(inIt)->withdrawn);
    QVERIFY(!desk.store->queries().subject(before)->withdrawn);
    QVERIFY(!desk.store->queries().subject(after)->withdrawn);
  }

  void aHelpThatIsSentOnAtOnce_withdrawsIt_too() {
    Desk desk;
    QVERIFY(desk.quiet(15));
    QVERIFY(desk.recorder.sendOn(Desk::help(), {"citizen_service"}));
    QCOMPARE(desk.quietHours(), 0);
    QCOMPARE(desk.helps(), 1);
  }

  void aHelpElsewhere_leavesIt() {
    Desk desk;
    QVERIFY(desk.quiet(15));
    Fields elsewhere = Desk::help();
    elsewhere.branch = "north";
    QVERIFY(desk.recorder.help(elsewhere));
    Fields otherUnit = Desk::help();
    otherUnit.unit = Unit::CitizenService;
    QVERIFY(desk.recorder.help(otherUnit));
    QCOMPARE(desk.quietHours(), 1);
  }

  void aQuestionOrAnEvent_isNoHelp() {
    Desk desk;
    QVERIFY(desk.quiet(15));
    Fields question = Desk::help();
    question.text = "Where are the maps";
    QVERIFY(desk.recorder.make(EntryKind::Question, question));
    QVERIFY(desk.recorder.make(EntryKind::Event, Desk::help()));
    QCOMPARE(desk.quietHours(), 1);
  }

  void anHourWithAHelp_cannotBeQuiet_untilTheHelpIsWithdrawn() {
    Desk desk;
    const Id help = desk.recorder.help(Desk::help()).value();
    const auto refused = desk.quiet(15);
    QCOMPARE(refused.error().where, std::string{kNotQuiet});
    QCOMPARE(refused.error().detail, std::string{"help"});
    QVERIFY(desk.quiet(14));
    QVERIFY(desk.recorder.withdraw(help));
    QVERIFY(desk.quiet(15));
    QCOMPARE(desk.quiet(15).error().detail, std::string{"quiet"});
  }
};

QTEST_APPLESS_MAIN(TstQuietHours)
#include "tst_quiet_hours.moc"
