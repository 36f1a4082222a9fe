// Goal: somebody who has never seen the app logs a help and sends a citizen on within a minute, and
// nothing has to be set up, read or closed before.
// Method: the real app on an empty folder and without a network; every tap and every letter is
// counted, and told beside the time that the app itself took.
#include "tests/support/programs.h"

#include <QElapsedTimer>
#include <QTest>

using namespace vejviser::test;

class TstFirstMinute : public QObject {
  Q_OBJECT

 private:
  /// The app and what it was asked to do with it.
  struct NewPerson {
    explicit NewPerson(const QString& tablet) : app(tablet) {}

    void tap(const QString& name) {
      app.hand("tap " + name);
      ++taps;
    }
    void type(const QString& text) {
      app.hand("type " + text);
      letters += static_cast<int>(text.size());
    }

    AppProcess app;
    int taps = 0;
    int letters = 0;
  };

 private slots:
  void firstHelp_takesTwoTaps_andTheFirstReferralThreeMore() {
    const Folder dir;
    QElapsedTimer clock;
    clock.start();
    NewPerson person{dir.path("tablet")};
    const qint64 started_ms = clock.restart();

    person.tap("welcome-library");
    person.tap("tile-mitid-help");
    person.app.hand("wait bar visible true");
    const qint64 help_ms = clock.restart();
    QCOMPARE(person.taps, 2);
    QCOMPARE(person.letters, 0);

    person.tap("search");
    person.type("pas");
    person.tap("tile-passport-apply");
    person.tap("place-0");
    person.app.hand("wait slipText visible true");
    const qint64 referral_ms = clock.elapsed();
    QCOMPARE(person.taps, 5);
    QCOMPARE(person.letters, 3);

    const QString slip = person.app.hand("get slipText text");
    person.app.killHard();
    const QString rows = cli(dir.path("tablet"), {"export"}).out;
    QVERIFY2(rows.contains("mitid-help") && rows.contains("passport-apply"), qPrintable(rows));
    QVERIFY2(rows.contains(QString{slip}.remove(' ')), qPrintable(rows));
    qInfo(
        "window %lld ms; first help 2 taps, the app took %lld ms; first referral 3 more taps and "
        "3 letters, the app took %lld ms",
        started_ms, help_ms, referral_ms);
  }
};

QTEST_GUILESS_MAIN(TstFirstMinute)
#include "tst_first_minute.moc"
