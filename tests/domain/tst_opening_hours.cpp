// Goal: a place is shown as open exactly when somebody is there, on every kind of day; holidays are
// the right days; what a municipality writes is taken as meant or refused with line and column.
// Method: tables of dates found apart from the code; the nights of both clock changes; a minute by
// minute walk that at() must agree with; random hours to the wire and back.
#include "platform/csv.h"
#include "src/domain/holidays.h"
#include "src/domain/opening_hours.h"
#include "src/domain/opening_hours_file.h"

#include <QTest>
#include <algorithm>
#include <random>

using namespace vejviser;

namespace {

using std::chrono::days;
using std::chrono::minutes;

constexpr const char* kHeading = "place,unit,days,from,to,kind,note\n";

Day day(const char* text) {
  return *parseDay(text);
}

/// "2026-11-24 06:08" in Danish time; the first of the two where October has two.
Instant at(const char* text) {
  return fromLocal(*parseLocalTime(text));
}

QString shown(Instant instant) {
  return QString::fromStdString(toString(toLocal(instant)));
}

/// "open until 2026-11-24 18:00, next 2026-11-25 10:00".
QString shown(const OpenState& state) {
  return QString{state.open ? "open" : "closed"} + " until " + shown(state.until) +
         (state.nextOpening ? ", next " + shown(*state.nextOpening) : QString{}) +
         (state.beyond ? ", beyond" : "");
}

QString shown(const std::vector<Span>& spans) {
  QStringList texts;
  for (const Span& span : spans) {
    texts << QString("%1-%2%3").arg(span.from).arg(span.to).arg(
        span.kind == SpanKind::Staffed ? "s" : "u");
  }
  return texts.join(' ');
}

Result<std::map<PlaceKey, OpeningHours>> readFile(const QString& text) {
  const auto rows = platform::readCsv(text.toStdString());
  if (!rows) return rows.error();
  return readOpeningHours(*rows);
}

/// The hours of the one place "p" of the library whose rules, without place and unit, are `lines`.
OpeningHours hoursOf(const QStringList& lines) {
  QString text = kHeading;
  for (const QString& line : lines) text += "p,library," + line + "\n";
  const auto places = readFile(text);
  if (!places) qFatal("%s", places.error().text().c_str());
  return places->at({"p", "library"});
}

OpeningHours office() {
  return hoursOf(
      {"mon-wed,10:00,15:00,staffed", "thu,10:00,17:00,staffed", "fri,10:00,13:00,staffed"});
}

/// Hours of every sort that can be said, valid and from `random` alone.
OpeningHours randomHours(std::mt19937& random) {
  const auto below = [&random](int n) { return static_cast<int>(random() % unsigned(n)); };
  const auto spans = [&below] {
    std::vector<Span> result;
    int from = below(3) == 0 ? 0 : below(700);
    for (int left = below(4); left > 0 && from < kMinutesADay; --left) {
      const int to = below(4) == 0 ? kMinutesADay : std::min(kMinutesADay, from + 1 + below(500));
      result.push_back({from, to, below(2) == 0 ? SpanKind::Staffed : SpanKind::Unstaffed});
      from = to + (below(2) == 0 ? 0 : below(200));
    }
    return result;
  };
  const OnHoliday rules[] = {OnHoliday::Closed, OnHoliday::Unstaffed, OnHoliday::Usual};
  OpeningHours hours;
  for (int weekday = 1; weekday <= 7; ++weekday) {
    if (!hours.setWeekday(weekday, spans())) qFatal("weekday refused");
  }
  hours.setPublicHolidays(rules[below(3)]);
  hours.setCustomaryClosings(rules[below(3)]);
  for (int left = below(6); left > 0; --left) {
    const Day date = day("2026-01-01") + days{below(500)};
    const std::string note = below(2) == 0 ? "" : "note-" + std::to_string(below(100));
    if (!hours.setException(date, {spans(), note})) qFatal("exception refused");
  }
  return hours;
}

}  // namespace

class TstOpeningHours : public QObject {
  Q_OBJECT

 private slots:
  // Movable days of each year, from a table of paschal full moons by golden number.
  void publicHolidays_ofElevenYears_areTheseAndNoOthers_data() {
    QTest::addColumn<int>("year");
    QTest::addColumn<QString>("movable");
    QTest::newRow("2020") << 2020 << "04-09 04-10 04-12 04-13 05-08 05-21 05-31 06-01";
    QTest::newRow("2021") << 2021 << "04-01 04-02 04-04 04-05 04-30 05-13 05-23 05-24";
    QTest::newRow("2022") << 2022 << "04-14 04-15 04-17 04-18 05-13 05-26 06-05 06-06";
    QTest::newRow("2023") << 2023 << "04-06 04-07 04-09 04-10 05-05 05-18 05-28 05-29";
    QTest::newRow("2024") << 2024 << "03-28 03-29 03-31 04-01 05-09 05-19 05-20";
    QTest::newRow("2025") << 2025 << "04-17 04-18 04-20 04-21 05-29 06-08 06-09";
    QTest::newRow("2026") << 2026 << "04-02 04-03 04-05 04-06 05-14 05-24 05-25";
    QTest::newRow("2027") << 2027 << "03-25 03-26 03-28 03-29 05-06 05-16 05-17";
    QTest::newRow("2028") << 2028 << "04-13 04-14 04-16 04-17 05-25 06-04 06-05";
    QTest::newRow("2029") << 2029 << "03-29 03-30 04-01 04-02 05-10 05-20 05-21";
    QTest::newRow("2030") << 2030 << "04-18 04-19 04-21 04-22 05-30 06-09 06-10";
  }

  void publicHolidays_ofElevenYears_areTheseAndNoOthers() {
    QFETCH(int, year);
    QFETCH(QString, movable);
    QStringList found;
    const Day first{std::chrono::local_days{std::chrono::year{year} / 1 / 1}};
    const Day end{std::chrono::local_days{std::chrono::year{year + 1} / 1 / 1}};
    for (Day each = first; each < end; each += days{1}) {
      if (isPublicHoliday(each)) found << QString::fromStdString(toString(each)).mid(5);
    }
    QCOMPARE(found.join(' '), "01-01 " + movable + " 12-25 12-26");
  }

  void easter_ofThreeCenturies_isTheSundayAfterThePaschalFullMoon() {
    // Full moons by golden number, good for 1900 to 2199. Source: Book of Common Prayer, tables to
    // find Easter; days after 21 March.
    const int moons[] = {24, 13, 2, 21, 10, 28, 18, 7, 26, 15, 4, 23, 12, 1, 20, 9, 27, 17, 6};
    for (int year = 1900; year < 2200; ++year) {
      Day easter =
          Day{std::chrono::local_days{std::chrono::year{year} / 3 / 21}} + days{moons[year % 19]};
      do easter += days{1};
      while (weekday(easter) != 7);
      QCOMPARE(QString::fromStdString(toString(easterSunday(year))),
               QString::fromStdString(toString(easter)));
    }
  }

  // The years in which Easter is as early and as late as it can be, in each Gregorian century.
  void easter_asEarlyAndAsLateAsCanBe_isFound() {
    for (int year : {1598, 1693, 1761, 1818, 2285}) {
      QCOMPARE(toString(easterSunday(year)), std::to_string(year) + "-03-22");
    }
    for (int year : {1666, 1734, 1886, 1943, 2038}) {
      QCOMPARE(toString(easterSunday(year)), std::to_string(year) + "-04-25");
    }
  }

  void holiday_hasItsNames_data() {
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("expected");
    QTest::newRow("1/1") << "2026-01-01"
                         << "new-years-day|nytårsdag|New Year's Day|public";
    QTest::newRow("Thursday") << "2026-04-02"
                              << "maundy-thursday|skærtorsdag|Maundy Thursday|public";
    QTest::newRow("Friday") << "2026-04-03"
                            << "good-friday|langfredag|Good Friday|public";
    QTest::newRow("Sunday") << "2026-04-05"
                            << "easter-sunday|påskedag|Easter Sunday|public";
    QTest::newRow("Monday") << "2026-04-06"
                            << "easter-monday|2. påskedag|Easter Monday|public";
    QTest::newRow("last store bededag") << "2023-05-05"
                                        << "great-prayer-day|store bededag|Great Prayer Day|public";
    QTest::newRow("store bededag, abolished") << "2024-04-26"
                                              << "";
    QTest::newRow("Ascension") << "2026-05-14"
                               << "ascension-day|Kristi himmelfartsdag|Ascension Day|public";
    QTest::newRow("Whitsun") << "2026-05-24"
                             << "whit-sunday|pinsedag|Whit Sunday|public";
    QTest::newRow("Whit Monday") << "2026-05-25"
                                 << "whit-monday|2. pinsedag|Whit Monday|public";
    QTest::newRow("5/6") << "2026-06-05"
                         << "constitution-day|grundlovsdag|Constitution Day|custom";
    QTest::newRow("5/6, public holiday too") << "2028-06-05"
                                             << "whit-monday|2. pinsedag|Whit Monday|public";
    QTest::newRow("24/12") << "2026-12-24"
                           << "christmas-eve|juleaftensdag|Christmas Eve|custom";
    QTest::newRow("25/12") << "2026-12-25"
                           << "christmas-day|juledag|Christmas Day|public";
    QTest::newRow("26/12") << "2026-12-26"
                           << "second-christmas-day|2. juledag|Second Christmas Day|public";
    QTest::newRow("27/12") << "2026-12-27"
                           << "";
    QTest::newRow("31/12") << "2026-12-31"
                           << "new-years-eve|nytårsaftensdag|New Year's Eve|custom";
  }

  void holiday_hasItsNames() {
    QFETCH(QString, date);
    QFETCH(QString, expected);
    const auto what = holiday(day(qPrintable(date)));
    QString text;
    if (what) {
      const bool isPublic = what->kind == HolidayKind::PublicHoliday;
      for (std::string_view part : {what->code, what->nameDa, what->nameEn}) {
        text += QString::fromUtf8(part.data(), static_cast<qsizetype>(part.size())) + "|";
      }
      text += isPublic ? "public" : "custom";
      QCOMPARE(isPublicHoliday(day(qPrintable(date))), isPublic);
    }
    QCOMPARE(text, expected);
  }

  void at_tellsUntilWhenAndWhenNext_data() {
    QTest::addColumn<QStringList>("rules");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("expected");
    const QStringList office{"mon-wed,10:00,15:00,staffed", "thu,10:00,17:00,staffed",
                             "fri,10:00,13:00,staffed"};
    const auto row = [](const char* name, const QStringList& rules, const char* now,
                        const char* expected) { QTest::newRow(name) << rules << now << expected; };
    row("just before it opens", office, "2026-11-24 09:59",
        "closed until 2026-11-24 10:00, next 2026-11-24 10:00");
    row("as it opens", office, "2026-11-24 10:00",
        "open until 2026-11-24 15:00, next 2026-11-25 10:00");
    row("the last minute", office, "2026-11-24 14:59",
        "open until 2026-11-24 15:00, next 2026-11-25 10:00");
    row("as it closes", office, "2026-11-24 15:00",
        "closed until 2026-11-25 10:00, next 2026-11-25 10:00");
    row("over the weekend", office, "2026-11-27 13:00",
        "closed until 2026-11-30 10:00, next 2026-11-30 10:00");
    row("before Easter", office, "2026-04-01 12:00",
        "open until 2026-04-01 15:00, next 2026-04-07 10:00");
    row("on Good Friday", office, "2026-04-03 11:00",
        "closed until 2026-04-07 10:00, next 2026-04-07 10:00");
    row("before Christmas", office, "2026-12-23 16:00",
        "closed until 2026-12-28 10:00, next 2026-12-28 10:00");
    row("before New Year", office, "2026-12-30 14:00",
        "open until 2026-12-30 15:00, next 2027-01-04 10:00");
    row("on the former store bededag", office, "2024-04-26 12:00",
        "open until 2024-04-26 13:00, next 2024-04-29 10:00");
    row("on the last store bededag", office, "2023-05-05 12:00",
        "closed until 2023-05-08 10:00, next 2023-05-08 10:00");
    row("Christmas Eve as usual", office + QStringList{"customary,usual"}, "2026-12-23 16:00",
        "closed until 2026-12-24 10:00, next 2026-12-24 10:00");
    row("holidays as usual", office + QStringList{"holidays,usual"}, "2026-04-01 16:00",
        "closed until 2026-04-02 10:00, next 2026-04-02 10:00");
    row("closed on a date", office + QStringList{"2026-11-25,closed,,,course"}, "2026-11-24 15:00",
        "closed until 2026-11-26 10:00, next 2026-11-26 10:00");
    row("other hours on a date", office + QStringList{"2026-11-25,12:00,13:00,staffed"},
        "2026-11-25 10:30", "closed until 2026-11-25 12:00, next 2026-11-25 12:00");
    row("open on a holiday by its date", office + QStringList{"2026-12-25,08:00,09:00,staffed"},
        "2026-12-25 08:30", "open until 2026-12-25 09:00, next 2026-12-28 10:00");
    row("only unstaffed is not open", {"tue,08:00,10:00,unstaffed", "tue,10:00,12:00,staffed"},
        "2026-11-24 09:00", "closed until 2026-11-24 10:00, next 2026-11-24 10:00");
    row("staffed within unstaffed", {"tue,08:00,22:00,unstaffed", "tue,10:00,12:00,staffed"},
        "2026-11-24 11:00", "open until 2026-11-24 12:00, next 2026-12-01 10:00");
    row("over midnight", {"tue,20:00,24:00,staffed", "wed,00:00,02:00,staffed"}, "2026-11-24 23:00",
        "open until 2026-11-25 02:00, next 2026-12-01 20:00");
    row("to midnight", {"tue,20:00,24:00,staffed"}, "2026-11-24 23:59",
        "open until 2026-11-25 00:00, next 2026-12-01 20:00");
    row("after midnight", {"tue,20:00,24:00,staffed"}, "2026-11-25 00:00",
        "closed until 2026-12-01 20:00, next 2026-12-01 20:00");
    row("always", {"mon-sun,00:00,24:00,staffed", "holidays,usual", "customary,usual"},
        "2026-11-24 12:00", "open until 2027-01-24 00:00, beyond");
    row("never", {"mon-sun,closed"}, "2026-11-24 12:00", "closed until 2027-01-24 00:00, beyond");
    row("on the last day looked at", {"2027-01-23,10:00,11:00,staffed"}, "2026-11-24 12:00",
        "closed until 2027-01-23 10:00, next 2027-01-23 10:00");
    row("the day after", {"2027-01-24,10:00,11:00,staffed"}, "2026-11-24 12:00",
        "closed until 2027-01-24 00:00, beyond");
    row("once more, then no more", {"2026-11-24,10:00,11:00,staffed"}, "2026-11-24 10:00",
        "open until 2026-11-24 11:00");
  }

  void at_tellsUntilWhenAndWhenNext() {
    QFETCH(QStringList, rules);
    QFETCH(QString, now);
    QFETCH(QString, expected);
    const OpeningHours hours = hoursOf(rules);
    const OpenState state = hours.at(::at(qPrintable(now)));
    QCOMPARE(shown(state), expected);
    QCOMPARE(hours.isOpen(::at(qPrintable(now))), state.open);
  }

  void at_forUnstaffed_isTheOtherQuestion() {
    const OpeningHours hours =
        hoursOf({"tue,08:00,22:00,unstaffed", "tue,10:00,12:00,staffed", "holidays,unstaffed"});
    QCOMPARE(shown(hours.at(::at("2026-11-24 09:00"), SpanKind::Unstaffed)),
             QString{"open until 2026-11-24 10:00, next 2026-11-24 12:00"});
    QVERIFY(!hours.isOpen(::at("2026-11-24 11:00"), SpanKind::Unstaffed));
    QVERIFY(hours.isOpen(::at("2026-11-24 11:00"), SpanKind::Staffed));
  }

  void holidays_unstaffed_keepTheTimesWithNobodyThere() {
    const OpeningHours hours = hoursOf(
        {"thu-fri,08:00,22:00,unstaffed", "thu-fri,10:00,12:00,staffed", "holidays,unstaffed"});
    QCOMPARE(shown(hours.on(day("2026-11-26"))), QString{"480-600u 600-720s 720-1320u"});
    QCOMPARE(shown(hours.on(day("2026-04-03"))), QString{"480-1320u"});
    QCOMPARE(shown(hours.on(day("2026-12-24"))), QString{});
  }

  // 29 March 2026: 02:00 becomes 03:00 at 01:00 UTC. 25 October: 03:00 becomes 02:00 at 01:00 UTC.
  void nightsOfTheClockChange_areRight_data() {
    QTest::addColumn<QString>("rule");
    QTest::addColumn<qint64>("from_min");  // UTC, minutes after the local day began
    QTest::addColumn<qint64>("to_min");    // -1: not open at all
    QTest::addColumn<QString>("date");
    const QString march = "2026-03-29";
    const QString october = "2026-10-25";
    const auto row = [](const char* name, const QString& date, const char* rule, int from, int to) {
      QTest::newRow(name) << rule << qint64{from} << qint64{to} << date;
    };
    row("March, whole day has 23 hours", march, "00:00,24:00,staffed", 0, 23 * 60);
    row("March, over the gap", march, "01:00,04:00,staffed", 60, 180);
    row("March, begins in the gap", march, "02:30,04:00,staffed", 120, 180);
    row("March, ends in the gap", march, "01:00,02:30,staffed", 60, 120);
    row("March, all in the gap", march, "02:15,03:00,staffed", 0, -1);
    row("March, begins after the gap", march, "03:00,04:00,staffed", 120, 180);
    row("October, whole day has 25 hours", october, "00:00,24:00,staffed", 0, 25 * 60);
    row("October, over both hours", october, "01:00,04:00,staffed", 60, 300);
    row("October, begins in the first", october, "02:30,04:00,staffed", 150, 300);
    row("October, ends in the first", october, "01:00,02:30,staffed", 60, 150);
    row("October, both hours whole", october, "02:00,03:00,staffed", 120, 240);
    row("October, begins after them", october, "03:00,04:00,staffed", 240, 300);
  }

  void nightsOfTheClockChange_areRight() {
    QFETCH(QString, rule);
    QFETCH(qint64, from_min);
    QFETCH(qint64, to_min);
    QFETCH(QString, date);
    const OpeningHours hours = hoursOf({date + "," + rule});
    const Instant midnight = fromLocal({day(qPrintable(date)), 0, 0});
    for (qint64 minute = 0; minute < 25 * 60; ++minute) {
      const Instant now = midnight + minutes{minute};
      const bool expected = minute >= from_min && minute < to_min;
      QVERIFY2(hours.isOpen(now) == expected, qPrintable(QString::number(minute)));
      const OpenState state = hours.at(now);
      QCOMPARE(state.open, expected);
      if (expected) QCOMPARE(toMs(state.until), toMs(midnight + minutes{to_min}));
      if (minute < from_min) QCOMPARE(toMs(state.until), toMs(midnight + minutes{from_min}));
      QCOMPARE(state.nextOpening.has_value(), minute < from_min);
    }
  }

  void spansThatTheGapBringsTogether_areOne() {
    const OpeningHours hours =
        hoursOf({"2026-03-29,01:00,02:00,staffed", "2026-03-29,03:00,05:00,staffed"});
    QCOMPARE(shown(hours.at(::at("2026-03-29 01:30"))), QString{"open until 2026-03-29 05:00"});
  }

  void randomHours_toTheRowsOfAFile_andBack() {
    std::mt19937 random{5};
    for (int round = 0; round < 200; ++round) {
      const OpeningHours hours = round == 0 ? OpeningHours{} : randomHours(random);
      std::vector<std::vector<std::string>> rows = {
          {"place", "unit", "days", "from", "to", "kind", "note"}};
      const auto written = hoursRows({"hb", "library"}, hours);
      rows.insert(rows.end(), written.begin(), written.end());
      const auto read = readOpeningHours(rows);
      QVERIFY2(read, read ? "" : read.error().text().c_str());
      QVERIFY(read->at({"hb", "library"}) == hours);
    }
  }

  void isOpen_onEveryMinuteOfOrdinaryDays_isWhatTheWallClockSays() {
    std::mt19937 random{7};
    for (int round = 0; round < 20; ++round) {
      const OpeningHours hours = randomHours(random);
      for (Day each = day("2026-12-21"); each < day("2027-01-03"); each += days{1}) {
        const auto spans = hours.on(each);
        for (int minute = 0; minute < kMinutesADay; minute += 7) {
          const Instant now = fromLocal({each, minute / 60, minute % 60});
          for (SpanKind kind : {SpanKind::Staffed, SpanKind::Unstaffed}) {
            const bool expected = std::any_of(spans.begin(), spans.end(), [&](const Span& span) {
              return span.kind == kind && span.from <= minute && minute < span.to;
            });
            QCOMPARE(hours.isOpen(now, kind), expected);
          }
        }
      }
    }
  }

  void at_agreesWithAWalkMinuteByMinute() {
    std::mt19937 random{11};
    for (int round = 0; round < 300; ++round) {
      const OpeningHours hours = randomHours(random);
      // Every third begins on the eve of a clock change.
      const Day from = round % 3 == 0   ? day("2026-03-28")
                       : round % 3 == 1 ? day("2026-10-24")
                                        : day("2026-01-01") + days{random() % 365};
      const Instant now = fromLocal({from, 12, 0}) + minutes{random() % 1440};
      const OpenState state = hours.at(now);
      QCOMPARE(state.open, hours.isOpen(now));
      const Instant end = now + days{4};  // as far as this walk goes
      Instant walked = now;
      while (walked < end && hours.isOpen(walked) == state.open) walked += minutes{1};
      QVERIFY(walked == end ? state.until >= end : state.until == walked);
      while (walked < end && !hours.isOpen(walked)) walked += minutes{1};
      if (state.open && state.until < end) {
        QVERIFY(walked == end ? !state.nextOpening || *state.nextOpening >= end
                              : state.nextOpening == walked);
      } else if (!state.open) {
        QVERIFY(state.nextOpening == (state.beyond ? std::nullopt : std::optional{state.until}));
      }
    }
  }

  void setWeekday_givesEqualHoursOneValue() {
    OpeningHours one;
    OpeningHours other;
    QVERIFY(one.setWeekday(1, {{480, 1320, SpanKind::Unstaffed}, {600, 720, SpanKind::Staffed}}));
    QVERIFY(other.setWeekday(1, {{720, 1320, SpanKind::Unstaffed},
                                 {660, 720, SpanKind::Staffed},
                                 {480, 600, SpanKind::Unstaffed},
                                 {600, 660, SpanKind::Staffed}}));
    QVERIFY(one == other);
    QCOMPARE(shown(one.onWeekday(1)), QString{"480-600u 600-720s 720-1320u"});
  }

  void setters_refuseWhatCannotBe_andChangeNothing() {
    OpeningHours hours = office();
    const OpeningHours before = hours;
    const std::vector<std::vector<Span>> wrong = {
        {{-1, 60, SpanKind::Staffed}},
        {{60, 60, SpanKind::Staffed}},
        {{61, 60, SpanKind::Staffed}},
        {{60, 1441, SpanKind::Staffed}},
        {{60, 120, SpanKind::Staffed}, {119, 180, SpanKind::Staffed}},
        {{60, 120, SpanKind::Unstaffed}, {0, 180, SpanKind::Unstaffed}}};
    for (const auto& spans : wrong) {
      QVERIFY(!hours.setWeekday(1, spans));
      QVERIFY(!hours.setException(day("2026-11-24"), {spans, ""}));
    }
    std::vector<Span> many;
    for (int i = 0; i < 9; ++i) many.push_back({i * 60, i * 60 + 30, SpanKind::Staffed});
    QVERIFY(!hours.setWeekday(1, many));
    QVERIFY(!hours.setException(day("1999-12-31"), {}));
    QVERIFY(!hours.setException(day("2100-01-01"), {}));
    QVERIFY(!hours.setException(day("2026-11-24"), {{}, "Not a code"}));
    QVERIFY(hours == before);
    many.pop_back();
    QVERIFY(hours.setWeekday(1, many));
  }

  void exceptions_areBounded() {
    OpeningHours hours;
    const Day first = day("2026-01-01");
    for (int i = 0; i < 400; ++i) QVERIFY(hours.setException(first + days{i}, {}));
    QVERIFY(!hours.setException(first + days{400}, {}));
    QVERIFY(hours.setException(first, {{{600, 720, SpanKind::Staffed}}, "known-date"}));
  }

  void wire_hasThisForm() {
    const OpeningHours hours =
        hoursOf({"mon,10:00,18:00,staffed", "mon,08:00,22:00,unstaffed", "sun,00:00,24:00,staffed",
                 "holidays,usual", "customary,unstaffed", "2026-12-28,closed,,,inventory",
                 "2026-12-23,08:30,09:05,staffed", "2026-12-22,closed"});
    QCOMPARE(encodeHours(hours),
             "1 0800-1000u 1000-1800s 1800-2200u;7 0000-2400s;h usual;c unstaffed;"
             "2026-12-22;2026-12-23 0830-0905s;2026-12-28#inventory");
    QCOMPARE(encodeHours(OpeningHours{}), "");
    QVERIFY(*parseHours("") == OpeningHours{});
  }

  void wire_bringsRandomHoursBack() {
    std::mt19937 random{3};
    for (int round = 0; round < 2000; ++round) {
      const OpeningHours hours = randomHours(random);
      const auto again = parseHours(encodeHours(hours));
      QVERIFY2(again, encodeHours(hours).c_str());
      QVERIFY2(*again == hours, encodeHours(hours).c_str());
    }
  }

  void wire_bringsTheLargestHoursBack() {
    OpeningHours hours;
    std::vector<Span> most;
    for (int i = 0; i < 8; ++i) most.push_back({i * 60, i * 60 + 30, SpanKind::Staffed});
    for (int weekday = 1; weekday <= 7; ++weekday) QVERIFY(hours.setWeekday(weekday, most));
    for (int i = 0; i < 400; ++i) {
      const HoursException exception{most, std::string(40, 'n')};
      QVERIFY(hours.setException(day("2026-01-01") + days{i}, exception));
    }
    const auto again = parseHours(encodeHours(hours));
    QVERIFY(again);
    QVERIFY(*again == hours);
  }

  void wire_takesNoOtherFormOfTheSame() {
    std::mt19937 random{5};
    const std::string letters = "0123456789-;# suhc\n";
    for (int round = 0; round < 20000; ++round) {
      std::string text = encodeHours(randomHours(random));
      const std::size_t place = random() % (text.size() + 1);
      const char letter = letters[random() % letters.size()];
      if (random() % 2 == 0 || place == text.size()) {
        text.insert(place, 1, letter);
      } else if (random() % 2 == 0) {
        text.erase(place, 1);
      } else {
        text[place] = letter;
      }
      const auto hours = parseHours(text);
      QVERIFY2(!hours || encodeHours(*hours) == text, text.c_str());
    }
  }

  void wire_refusesBrokenText_data() {
    QTest::addColumn<QString>("text");
    const char* texts[] = {"1",
                           ";",
                           "1 0800-1000s;",
                           "0 0800-1000s",
                           "8 0800-1000s",
                           "11 0800-1000s",
                           "1 0800-1000",
                           "1 0800-1000x",
                           "1 800-1000s",
                           "1 0860-1000s",
                           "1 08:0-1000s",
                           "1 1000-0800s",
                           "1 0800-2401s",
                           "1  0800-1000s",
                           "1 0800-1000s ",
                           "1 1000-1100s 0800-0900s",
                           "1 0800-1000s 1000-1100s",
                           "1 0800-1000s 0900-1100u",
                           "2 0800-1000s;1 0800-1000s",
                           "1 0800-1000s;1 0800-1000s",
                           "h",
                           "h closed",
                           "h open",
                           "c usual;h usual",
                           "x usual",
                           "2026-02-30",
                           "2026-12-24#",
                           "2026-12-24#Not-a-code",
                           "2026-12-25;2026-12-24",
                           "1999-12-24"};
    for (const char* text : texts) QTest::newRow(text) << text;
  }

  void wire_refusesBrokenText() {
    QFETCH(QString, text);
    const auto hours = parseHours(text.toStdString());
    QVERIFY(!hours);
    QCOMPARE(hours.error().code, ErrorCode::Invalid);
    QVERIFY(hours.error().text().size() < 200);
  }

  void wire_refusesTextTooLong_withoutReadingIt() {
    std::string text;
    while (text.size() <= 65536) text += "1 0800-1000s;";
    const auto hours = parseHours(text);
    QVERIFY(!hours);
    QCOMPARE(hours.error().text(), "opening hours: '...' is longer than 65536 bytes");
  }

  void wire_doesNotQuoteWhatIsNoText() {
    for (const std::string& text : {std::string(1000, 'x'), std::string{"a\nb"}}) {
      const auto hours = parseHours(text);
      QVERIFY(!hours);
      QCOMPARE(hours.error().text(), "opening hours: '...' is neither a weekday nor a date");
    }
  }

  void file_keepsPlacesApart_inAnyOrder() {
    const auto places = readFile(QString{kHeading} +
                                 "main,library,mon-fri,8:00,10.00,unstaffed\n"
                                 "hotline,,mon-sun,00:00,24:00,staffed\n"
                                 "main,citizen_service,thu,10:00,17:00,staffed\n"
                                 "main,library,sat,10:00,14:00,staffed,\n"
                                 "main,library,sun,closed\n"
                                 "main,library,mon-tue,10:00,18:00,staffed\n"
                                 "main,library,2026-12-24,closed\n"
                                 "main,library,customary,closed,,\n");
    QVERIFY2(places, places ? "" : places.error().text().c_str());
    QCOMPARE(places->size(), 3U);
    QCOMPARE(encodeHours(places->at({"main", "library"})),
             "1 0800-1000u 1000-1800s;2 0800-1000u 1000-1800s;3 0800-1000u;4 0800-1000u;"
             "5 0800-1000u;6 1000-1400s;2026-12-24");
    QCOMPARE(encodeHours(places->at({"main", "citizen_service"})), "4 1000-1700s");
    QVERIFY(places->at({"hotline", ""}).isOpen(::at("2026-11-24 03:00")));
  }

  void file_withoutTheNoteColumn_isReadToo_butHasNoNotes() {
    const QString heading = "place,unit,days,from,to,kind\n";
    QVERIFY(readFile(heading + "main,library,2026-12-24,08:00,10:00,staffed\n"));
    QVERIFY(!readFile(heading + "main,library,2026-12-24,08:00,10:00,staffed,note\n"));
  }

  void file_broken_saysWhereAndWhat_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* line, const char* expected) {
      QTest::newRow(name) << QString{kHeading} + "p,library,mon,08:00,10:00,staffed\n" +
                                 "p,library,2026-12-24,08:00,10:00,staffed,eve\n" +
                                 "p,library,tue,closed\np,library,holidays,usual\n" + line + "\n"
                          << "opening hours line 6: " + QString{expected};
    };
    QTest::newRow("empty file") << ""
                                << "opening hours line 1: must name the columns";
    QTest::newRow("other columns") << "place,unit\n"
                                   << "opening hours line 1: must name the columns";
    QTest::newRow("heading only") << kHeading << "opening hours line 1: is followed by no hours";
    row("too many columns", "p,library,wed,08:00,10:00,staffed,,x", "has 8 columns");
    row("place", "P p,library,wed,08:00,10:00,staffed", "place 'P p' is not a code");
    row("unit", "p,police,wed,08:00,10:00,staffed", "unit is 'police'");
    row("days unknown", "p,library,ons,08:00,10:00,staffed", "days is 'ons'");
    row("days backwards", "p,library,fri-mon,08:00,10:00,staffed", "days is 'fri-mon'");
    row("days open ended", "p,library,fri-,08:00,10:00,staffed", "days is 'fri-'");
    row("no such date", "p,library,2026-02-30,08:00,10:00,staffed", "days is '2026-02-30'");
    row("date far off", "p,library,2206-12-24,closed", "days cannot stand");
    row("from is text", "p,library,wed,early,10:00,staffed", "from is 'early'");
    row("from is empty", "p,library,wed,,10:00,staffed", "from is ''");
    row("from past the hour", "p,library,wed,08:60,10:00,staffed", "from is '08:60'");
    row("from without colon", "p,library,wed,0800,10:00,staffed", "from is '0800'");
    row("from with half a minute", "p,library,wed,08:0,10:00,staffed", "from is '08:0'");
    row("from with a digit too many", "p,library,wed,08:000,10:00,staffed", "from is '08:000'");
    row("from with seconds", "p,library,wed,08:00:00,10:00,staffed", "from is '08:00:00'");
    row("from with three digits", "p,library,wed,008:00,10:00,staffed", "from is '008:00'");
    row("from negative", "p,library,wed,-8:00,10:00,staffed", "from is '-8:00'");
    row("to is missing", "p,library,wed,08:00", "to is ''");
    row("to past the day", "p,library,wed,08:00,24:01,staffed", "to is '24:01'");
    row("to before from", "p,library,wed,08:00,08:00,staffed", "to must be later");
    row("kind", "p,library,wed,08:00,10:00,open", "kind is 'open'");
    row("kind is missing", "p,library,wed,08:00,10:00", "kind is ''");
    row("span after closed", "p,library,wed,closed,10:00,staffed", "to must be empty");
    row("kind after closed", "p,library,wed,closed,,staffed", "kind must be empty");
    row("overlap", "p,library,mon,09:00,11:00,staffed", "from cannot stand: two spans");
    row("overlap on a date", "p,library,2026-12-24,09:00,11:00,staffed,eve",
        "from cannot stand: two spans");
    row("closed after hours", "p,library,mon-wed,closed", "days 'mon-wed' is closed here but");
    row("hours after closed", "p,library,tue,08:00,10:00,staffed",
        "days 'tue' is closed in line 4");
    row("closed twice", "p,library,tue,closed", "days 'tue' is closed here but");
    row("holidays twice", "p,library,holidays,usual", "days 'holidays' stand in line 5");
    row("holidays at a time", "p,library,customary,08:00,10:00,staffed", "from is '08:00'");
    row("holidays with kind", "p,library,customary,usual,,staffed", "kind must be empty");
    row("note on a weekday", "p,library,wed,08:00,10:00,staffed,why", "note is for dates");
    row("note on holidays", "p,library,customary,usual,,,why", "note is for dates");
    row("note is no code", "p,library,2026-12-23,closed,,,Because I say", "note 'Because I say'");
    row("another note", "p,library,2026-12-24,10:00,11:00,staffed,other", "note must be that");
  }

  void file_broken_saysWhereAndWhat() {
    QFETCH(QString, file);
    QFETCH(QString, expected);
    const auto places = readFile(file);
    QVERIFY(!places);
    const QString text = QString::fromStdString(places.error().text());
    QVERIFY2(text.startsWith(expected), qPrintable(text));
  }

  void file_isBounded() {
    using Rows = std::vector<std::vector<std::string>>;
    const std::vector<std::string> heading{"place", "unit", "days", "from", "to", "kind"};
    Rows places{heading};
    for (int i = 0; i < 500; ++i) places.push_back({"p" + std::to_string(i), "", "mon", "closed"});
    QVERIFY(readOpeningHours(places));
    places.push_back({"one-more", "", "mon", "closed"});
    const auto tooMany = readOpeningHours(places);
    QVERIFY(!tooMany);
    QCOMPARE(tooMany.error().where, "opening hours line 502");
    Rows lines(20001, {"p", "", "2026-12-24", "closed"});
    lines[0] = heading;
    const auto tooLong = readOpeningHours(lines);
    QVERIFY(!tooLong);
    QCOMPARE(tooLong.error().where, "opening hours line 20000");
  }
};

QTEST_APPLESS_MAIN(TstOpeningHours)
#include "tst_opening_hours.moc"
