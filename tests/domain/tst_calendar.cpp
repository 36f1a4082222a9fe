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

  void mondayOf_aroundTheYearsEnd_isThatOfTheIsoWeek_data() {
    QTest::addColumn<QString>("day");
    QTest::addColumn<int>("isoDay");
    QTest::addColumn<QString>("monday");
    const auto row = [](const char* name, const char* day, int isoDay, const char* monday) {
      QTest::newRow(name) << day << isoDay << monday;
    };
    row("week 53 of 2020, in 2020", "2020-12-31", 4, "2020-12-28");
    row("week 53 of 2020, in 2021", "2021-01-03", 7, "2020-12-28");
    row("week 1 of 2021", "2021-01-04", 1, "2021-01-04");
    row("week 52 of 2021, in 2022", "2022-01-02", 7, "2021-12-27");
    row("week 1 of 2025, in 2024", "2024-12-30", 1, "2024-12-30");
    row("week 1 of 2025, in 2025", "2025-01-01", 3, "2024-12-30");
    row("week 1 of 2026, in 2025", "2025-12-31", 3, "2025-12-29");
    row("week 53 of 2026, in 2026", "2026-12-28", 1, "2026-12-28");
    row("week 53 of 2026, in 2027", "2027-01-01", 5, "2026-12-28");
    row("week 1 of 2027", "2027-01-04", 1, "2027-01-04");
    row("leap day", "2024-02-29", 4, "2024-02-26");
    row("the day after a leap day", "2024-03-01", 5, "2024-02-26");
    row("leap day of a century", "2000-02-29", 2, "2000-02-28");
    row("summer time begins", "2026-03-29", 7, "2026-03-23");
    row("summer time ends", "2026-10-25", 7, "2026-10-19");
    row("before 1970", "1969-12-31", 3, "1969-12-29");
  }

  void mondayOf_aroundTheYearsEnd_isThatOfTheIsoWeek() {
    QFETCH(QString, day);
    QFETCH(int, isoDay);
    QFETCH(QString, monday);
    const Day parsed = *parseDay(day.toStdString());
    QCOMPARE(weekday(parsed), isoDay);
    QCOMPARE(QString::fromStdString(toString(mondayOf(parsed))), monday);
  }

  void mondayOf_everyDayOfTwentyYears_agreesWithQtsIsoWeek() {
    for (QDate date{2015, 1, 1}; date.year() < 2035; date = date.addDays(1)) {
      const QString text = date.toString(Qt::ISODate);
      const Day day = *parseDay(text.toStdString());
      const QDate monday =
          QDate::fromString(QString::fromStdString(toString(mondayOf(day))), Qt::ISODate);
      QVERIFY2(monday.dayOfWeek() == 1 && monday.weekNumber() == date.weekNumber(),
               qPrintable(text));
      QVERIFY2(monday <= date && monday.daysTo(date) < 7, qPrintable(text));
    }
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
