// Goal: a tablet whose disk runs full still saves a help, from its reserve; what cannot be saved is
// said, and what was on the screen stays; a disk that is nearly full still sends.
// Method: the real programs on a small disk of their own.
#include "platform/disk.h"
#include "platform/sqlite.h"
#include "tests/support/small_disk.h"

#include <QFileInfo>
#include <QTest>

using namespace vejviser;
using namespace vejviser::test;

namespace {

/// Room for what must be free to set the reserve aside, the reserve, and a little.
constexpr const char* kRoomy = "130m";

qint64 entriesOn(const QString& tablet) {
  SQLite::Database db{(tablet + "/tablet.db").toStdString(), SQLite::OPEN_READONLY};
  return db.execAndGet("SELECT count(*) FROM journal").getInt64();
}

qint64 reserveOf(const QString& tablet) {
  return QFileInfo{tablet + "/reserve"}.size();
}

}  // namespace

class TstFullTablet : public QObject {
  Q_OBJECT

 private slots:
  void aFullDisk_underTheApp_stillTakesHelps_fromTheReserve() {
    const SmallDisk disk{kRoomy};
    if (!disk.isThere()) QSKIP(kNoMount);
    const QString tablet = disk.path("tablet");
    AppProcess app{tablet};
    QCOMPARE(reserveOf(tablet), static_cast<qint64>(platform::kReserve_bytes));
    app.hand("tap welcome-library");
    disk.fill();
    int taps = 0;
    while (reserveOf(tablet) > 0 && taps < 60) {  // the log file may have room for a few
      app.hand("tap tile-mitid-help");
      ++taps;
      QVERIFY(app.hand("get barTitle text").startsWith("Gemt på denne tablet"));
    }
    QCOMPARE(reserveOf(tablet), 0);
    constexpr int kMore = 300;  // more than SQLite's log at its usual length has room for
    for (int i = 0; i < kMore; ++i) app.hand("tap tile-mitid-help");
    app.hand("tap choice-alone");
    QVERIFY(app.hand("get barTitle text").startsWith("Gemt på denne tablet"));
    app.killHard();
    QCOMPARE(entriesOn(tablet), taps + kMore + 1);
  }

  void theReserve_isForThousandsOfHelps_andThenItIsSaid() {
    const SmallDisk disk{kRoomy};
    if (!disk.isThere()) QSKIP(kNoMount);
    const QString tablet = disk.path("tablet");
    QCOMPARE(cli(tablet, {"log", "loan"}).exitCode, 0);
    disk.fill();
    const Ran ran = cli(tablet, {"log", "loan", "--count", "100000"});
    QCOMPARE(ran.exitCode, 1);
    QVERIFY2(ran.err.contains("disk is full"), qPrintable(ran.err));
    const auto saved = ran.out.count("saved ");
    qInfo("%lld helps from the reserve", static_cast<long long>(saved));
    QVERIFY(saved > 3000);
    disk.empty();
    QCOMPARE(entriesOn(tablet), saved + 1);
    QCOMPARE(cli(tablet, {"log", "loan"}).exitCode, 0);
    QCOMPARE(reserveOf(tablet), static_cast<qint64>(platform::kReserve_bytes));  // anew
  }

  void whatCannotBeSaved_isSaid_andTheFormStays() {
    const SmallDisk disk{"1200k"};  // too small for a reserve
    if (!disk.isThere()) QSKIP(kNoMount);
    const QString tablet = disk.path("tablet");
    AppProcess app{tablet};
    app.hand("tap welcome-library");
    app.hand("tap tile-mitid-help");
    disk.fill();
    const auto pressUntilRefused = [&](const QString& title) {
      for (int i = 0; i < 40; ++i) {  // the log file may have room for a few
        app.hand(i % 2 == 0 ? "tap choice-alone" : "tap choice-guided");
        if (app.hand("get " + title + " text").startsWith("Ikke gemt")) return true;
      }
      return false;
    };
    QVERIFY(pressUntilRefused("barTitle"));
    QCOMPARE(app.hand("get bar counting"), QString{"false"});  // it does not go by itself
    app.hand("tap closeBar");
    app.hand("tap nav-today");
    app.hand("tap today-0");
    QVERIFY(pressUntilRefused("dialogFault"));
    QCOMPARE(app.hand("get dialogTitle visible"), QString{"true"});
    const qint64 saved = entriesOn(tablet);
    disk.empty();
    app.hand("tap more");
    app.hand("wait dialogFault visible false");
    QCOMPARE(entriesOn(tablet), saved + 1);
    app.quit();
  }

  void aNearlyFullDisk_sends_andSaysThatSomethingMustBeDone() {
    const SmallDisk disk{kRoomy};
    if (!disk.isThere()) QSKIP(kNoMount);
    HubProcess hub;
    hub.start();
    const QString tablet = disk.path("tablet");
    hub.enrol(tablet);
    disk.fillAllBut(50'000'000);
    AppProcess app{tablet};
    app.hand("tap tile-mitid-help");
    app.hand("wait syncBadge attention true");
    app.hand("wait syncBadge text Skal ses på");
    QCOMPARE(app.hand("get syncBadge wrong"), QString{"false"});
    QVERIFY(eventually([&] { return hub.number("SELECT count(*) FROM entry") == 1; }));
    app.hand("tap syncBadge");
    QVERIFY(app.hand("get syncTrouble text").startsWith("Tablettens disk er næsten fuld."));
    disk.empty();
    app.hand("wait sendNow visible true");  // not while it sends already
    app.hand("tap sendNow");
    app.hand("wait syncBadge text *Sendt");
    app.quit();
  }
};

QTEST_GUILESS_MAIN(TstFullTablet)
#include "tst_full_tablet.moc"
