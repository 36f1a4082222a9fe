// Goal: every instant falls on the Danish day and hour that a clock on the wall showed.
// Method: table of instants around the turns of summer time, checked against the published rule,
// and against the system's time-zone database for every hour of twenty years.
#include "src/domain/calendar.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

using namespace vejviser;

class TstCalendar : public QObject {
  Q_OBJECT

 private slots:
  void toLocal_everyHourOfTwentyYears_agreesWithTheZoneDatabase() {
    const QTimeZone zone{"Europe/Copenhagen"};
    if (!zone.isValid()) QSKIP("no time-zone database on this machine");
    QDateTime time{QDate{2010, 1, 1}, QTime{0, 30}, Qt::UTC};
    const QDateTime end{QDate{2030, 1, 1}, QTime{0, 30}, Qt::UTC};
    for (; time < end; time = time.addSecs(3600)) {
      const QDateTime wall = time.toTimeZone(zone);
      const LocalTime local = toLocal(fromMs(time.toMSecsSinceEpoch()));
      QCOMPARE(QString::fromStdString(toString(local.day)), wall.date().toString("yyyy-MM-dd"));
      QCOMPARE(local.hour, wall.time().hour());
      QCOMPARE(local.minute, 30);
    }
  }

  void fromLocal_thenToLocal_givesTheSameWallTime() {
    for (Day day = *parseDay("2026-01-01"); day < *parseDay("2027-01-01");
         day += std::chrono::days{1}) {
      for (int hour = 0; hour < 24; ++hour) {
        const LocalTime local{day, hour, 15};
        const bool leftOut = toString(day) == "2026-03-29" && hour == 2;
        const LocalTime again = toLocal(fromLocal(local));
        QCOMPARE(again.hour, leftOut ? 3 : hour);
        QVERIFY(again.day == day);
      }
    }
  }

  void fromLocal_inTheHourThatIsRepeated_meansTheFirst() {
    const LocalTime local{*parseDay("2026-10-25"), 2, 30};
    QCOMPARE(toMs(fromLocal(local)),
             QDateTime(QDate(2026, 10, 25), QTime(0, 30), Qt::UTC).toMSecsSinceEpoch());
  }

  void weekday_isIso() {
    QCOMPARE(weekday(*parseDay("2026-11-23")), 1);
    QCOMPARE(weekday(*parseDay("2026-11-29")), 7);
    QVERIFY(mondayOf(*parseDay("2026-11-29")) == *parseDay("2026-11-23"));
    QVERIFY(mondayOf(*parseDay("2026-11-23")) == *parseDay("2026-11-23"));
  }

  void parseDay_takesRealDaysOnly() {
    QVERIFY(parseDay("2024-02-29"));
    for (const char* text : {"2026-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "26-01-01",
                             "2026/01/01", "", "2026-01-01 ", "-026-01-01"}) {
      QVERIFY2(!parseDay(text), text);
    }
  }

  void toNumber_thenBack_givesTheSameDay() {
    const Day day = *parseDay("2026-11-24");
    QVERIFY(dayFromNumber(toNumber(day)) == day);
    QCOMPARE(toNumber(*parseDay("1970-01-02")), 1);
  }
};

QTEST_APPLESS_MAIN(TstCalendar)
#include "tst_calendar.moc"
