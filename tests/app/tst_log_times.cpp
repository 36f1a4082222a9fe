// Goal: timers tell how long they ran through a wrong wall clock and a restart, and a time in the
// past is taken only when it can be one.
// Method: the functions themselves, with a clock that the test owns.
#include "src/app/late_time.h"
#include "src/app/running_timer.h"
#include "src/domain/calendar.h"
#include "tests/support/own_clock.h"

#include <QtTest>

using namespace vejviser;
using namespace vejviser::app;
using std::chrono::hours;
using std::chrono::minutes;
using vejviser::test::OwnClock;

namespace {

Instant local(const char* text) {
  return fromLocal(*parseLocalTime(text));
}

}  // namespace

class TstLogTimes : public QObject {
  Q_OBJECT

 private slots:
  void aTimer_runs() {
    OwnClock clock;
    const RunningTimer timer = timerFor("mitid-help", clock);
    clock.pass(minutes{42});
    QVERIFY(runningFor(timer, clock) == minutes{42});
    QVERIFY(startedAt(timer, clock) == timer.start);
    QVERIFY(!isForgotten(timer, clock));
  }

  void aWallClockThatWasSet_doesNotMatter_withinOneBoot() {
    OwnClock clock;
    const RunningTimer timer = timerFor("mitid-help", clock);
    clock.pass(minutes{10});
    clock.wall += hours{7};
    QVERIFY(runningFor(timer, clock) == minutes{10});
    QVERIFY(startedAt(timer, clock) == clock.wall - minutes{10});  // as the right clock says
  }

  void afterARestart_theWallClockTells() {
    OwnClock clock;
    const RunningTimer timer = timerFor("mitid-help", clock);
    clock.boot = "99999999";
    clock.up = minutes{1};
    clock.wall += minutes{25};
    QVERIFY(runningFor(timer, clock) == minutes{25});
    QVERIFY(startedAt(timer, clock) == timer.start);
  }

  void aTimer_isForgottenAfterThreeHours_orWhenNothingTells() {
    OwnClock clock;
    const RunningTimer timer = timerFor("mitid-help", clock);
    clock.pass(hours{3} - milliseconds{1});
    QVERIFY(!isForgotten(timer, clock));
    clock.pass(milliseconds{1});
    QVERIFY(isForgotten(timer, clock));
    clock.boot = "99999999";
    clock.wall = timer.start - hours{1};
    QVERIFY(runningFor(timer, clock) == milliseconds{0});
    QVERIFY(isForgotten(timer, clock));
  }

  void timers_areReadAsTheyWereWritten() {
    OwnClock clock;
    std::vector<RunningTimer> timers{timerFor("mitid-help", clock)};
    clock.pass(minutes{3});
    timers.push_back(timerFor("print", clock));
    QVERIFY(timersFromText(toText(timers)) == timers);
    QVERIFY(timersFromText("").empty());
  }

  void linesThatCannotBeRead_areLeftOut() {
    const std::string good = "print 1764000000000 60000 0a1b2c3d\n";
    QCOMPARE(timersFromText(good).size(), 1U);
    for (const char* bad :
         {"print\n", "print x 60000 0a1b2c3d\n", "print -5 60000 0a1b2c3d\n",
          "print 1764000000000 -1 0a1b2c3d\n", "print 1764000000000 60000 boot\n",
          "PRINT! 1764000000000 60000 0a1b2c3d\n", "print 9999999999999999 60000 0a1b2c3d\n"}) {
      QCOMPARE(timersFromText(bad + good).size(), 1U);
    }
    std::string many;
    for (std::size_t i = 0; i < kMostTimers + 3; ++i) many += good;
    QCOMPARE(timersFromText(many).size(), kMostTimers);
  }

  void aTimeInThePast_isReadAsPeopleWriteIt() {
    const Instant now = local("2026-11-24 16:30");
    for (const char* text : {"14.05", "14:05", "1405"}) {
      QVERIFY(lateTime(0, text, now).when == local("2026-11-24 14:05"));
    }
    QVERIFY(lateTime(0, "9", now).when == local("2026-11-24 09:00"));
    QVERIFY(lateTime(1, "905", now).when == local("2026-11-23 09:05"));
    QVERIFY(lateTime(1, "17.00", now).when == local("2026-11-23 17:00"));
    QVERIFY(lateTime(14, "0.00", now).when == local("2026-11-10 00:00"));
    QVERIFY(lateTime(30, "16.30", local("2026-11-24 16:30")).fault == LateFault::TooFarBack);
  }

  void aTimeThatCannotBe_isRefused() {
    const Instant now = local("2026-11-24 16:30");
    for (const char* text : {"", "x", "24.00", "14.60", "14.5.0", "-1", "14.", ".30", "12345"}) {
      QVERIFY2(lateTime(0, text, now).fault == LateFault::NoTime, text);
    }
    QVERIFY(lateTime(0, "16.30", now).fault == LateFault::None);
    QVERIFY(lateTime(0, "16.31", now).fault == LateFault::Future);
    QVERIFY(lateTime(-1, "10.00", now).fault == LateFault::Future);
    QVERIFY(lateTime(15, "10.00", now).fault == LateFault::TooFarBack);
  }
};

QTEST_GUILESS_MAIN(TstLogTimes)
#include "tst_log_times.moc"
