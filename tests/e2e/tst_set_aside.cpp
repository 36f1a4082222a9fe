// Goal: what the hub holds or cannot read is seen on the tablet, tried again and exported, by hand
// and by command; a wrong clock is spoken of.
// Method: the real programs; bytes spoilt in the tablet's database, a hub whose clock is shifted.
#include "platform/sqlite.h"
#include "tests/support/programs.h"
#include "tests/support/steered_time.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace vejviser;
using namespace vejviser::test;

namespace {

void change(const QString& tablet, const std::string& sql) {
  SQLite::Database db{(tablet + "/tablet.db").toStdString(), SQLite::OPEN_READWRITE, 10'000};
  db.exec(sql);
}

/// What waits cannot be read by any hub.
void spoilWaiting(const QString& tablet) {
  change(tablet, "UPDATE journal SET body = 'x' || body WHERE seq IN (SELECT seq FROM outbox)");
}

void mendAll(const QString& tablet) {
  change(tablet, "UPDATE journal SET body = substr(body, 2) WHERE body LIKE 'x%'");
}

QStringList quarantinedIds(const QString& tablet) {
  QStringList ids;
  for (const QString& line : cli(tablet, {"status", "--set-aside"}).out.split('\n')) {
    if (line.startsWith("quarantined\t")) ids << line.section('\t', 2, 2);
  }
  return ids;
}

}  // namespace

class TstSetAside : public QObject {
  Q_OBJECT

 private slots:
  void whatTheHubCannotRead_isSeen_triedAgain_andSent() {
    HubProcess hub;
    const Folder dir;
    const QString tablet = dir.path("tablet");
    qputenv("HOME", dir.path("home").toUtf8());
    hub.start();
    hub.enrol(tablet);
    QCOMPARE(cli(tablet, {"log", "mitid-help"}).exitCode, 0);
    spoilWaiting(tablet);
    QCOMPARE(cli(tablet, {"log", "loan"}).exitCode, 0);
    const Ran ran = cli(tablet, {"sync"});
    QCOMPARE(ran.exitCode, 3);
    QVERIFY2(ran.out.contains("1 quarantined"), qPrintable(ran.out + ran.err));
    AppProcess app{tablet};
    app.hand("wait syncBadge wrong true");
    app.hand("tap syncBadge");
    QVERIFY(app.hand("get syncAside text").startsWith("1 registrering kan ikke læses"));
    app.hand("tap showAside");
    app.hand("wait aside-name-0 text MitID: hjælp og vejledning");
    QCOMPARE(app.hand("get aside-why-0 text"), QString{"Serveren kan ikke læse registreringen."});
    app.hand("tap retry-0");
    app.hand("wait asideNotice text Serveren kan stadig ikke læse 1 registrering.");
    app.hand("tap saveAside");
    app.hand("wait savedTo visible true");
    mendAll(tablet);
    app.hand("tap retry-0");
    app.hand("wait asideNotice text 1 registrering er sendt.");
    app.hand("wait asideText text *ikke lagt noget til side");
    app.hand("key Escape");
    app.hand("wait syncBadge text *Sendt");
    app.quit();
    QCOMPARE(hub.number("SELECT count(*) FROM entry WHERE held IS NULL"), 2);
    const QDir documents{dir.path("home/Documents")};
    QCOMPARE(documents.entryList({"vejviser-lagt-til-side-*.csv"}).size(), 1);
  }

  void whatTheHubHolds_isSeen_withWhy() {
    HubProcess hub;
    const Folder dir;
    const QString tablet = dir.path("tablet");
    hub.start();
    hub.enrol(tablet);
    QCOMPARE(cli(tablet, {"log", "loan", "--branch", "nowhere"}).exitCode, 0);
    QCOMPARE(cli(tablet, {"sync"}).exitCode, 0);
    AppProcess app{tablet};
    app.hand("tap syncBadge");
    app.hand("tap showAside");
    QVERIFY(app.hand("get aside-why-0 text").startsWith("Stedet findes ikke på kommunens liste."));
    app.hand("get retry-0 visible");
    QCOMPARE(app.hand("get retryAll visible"), QString{"false"});
    app.quit();
  }

  void theCommandLine_lists_releases_andExports() {
    HubProcess hub;
    const Folder dir;
    const QString tablet = dir.path("tablet");
    hub.start();
    hub.enrol(tablet);
    QCOMPARE(cli(tablet, {"log", "loan", "--count", "2"}).exitCode, 0);
    spoilWaiting(tablet);
    QCOMPARE(cli(tablet, {"log", "loan", "--branch", "nowhere"}).exitCode, 0);
    QCOMPARE(cli(tablet, {"sync", "--patience", "60"}).exitCode, 3);
    const QStringList ids = quarantinedIds(tablet);
    QCOMPARE(ids.size(), 2);

    QCOMPARE(cli(tablet, {"release"}).exitCode, 2);
    QCOMPARE(cli(tablet, {"release", "--all", ids[0]}).exitCode, 2);
    const Ran nonsense = cli(tablet, {"release", "nonsense"});
    QCOMPARE(nonsense.exitCode, 1);
    QVERIFY2(nonsense.err.contains("no entry's id"), qPrintable(nonsense.err));
    QCOMPARE(cli(tablet, {"release", ids[0]}).exitCode, 0);
    QCOMPARE(quarantinedIds(tablet), QStringList{ids[1]});
    const Ran twice = cli(tablet, {"release", ids[0]});
    QCOMPARE(twice.exitCode, 1);
    QVERIFY2(twice.err.contains("not in quarantine"), qPrintable(twice.err));

    const Ran exported = cli(tablet, {"export", "--set-aside"});
    QCOMPARE(exported.exitCode, 0);
    QCOMPARE(exported.out.count('\n'), 3);  // heading, one quarantined, one held
    QVERIFY(exported.out.contains("\nheld,unknown-branch,"));
    QVERIFY(exported.out.contains(ids[1]));
    QCOMPARE(cli(tablet, {"export"}).out.count('\n'), 4);

    const Ran all = cli(tablet, {"release", "--all"});
    QCOMPARE(all.exitCode, 0);
    QVERIFY2(all.out.startsWith("1 released"), qPrintable(all.out));
    mendAll(tablet);
    QCOMPARE(cli(tablet, {"sync"}).exitCode, 0);
    QCOMPARE(hub.number("SELECT count(*) FROM entry"), 3);
  }

  void aClockThatIsWrong_isSpokenOf_andHindersNothing() {
    HubProcess hub;
    const Folder dir;
    const QString tablet = dir.path("tablet");
    {
      const SteeredTime shifted{"+7m"};
      hub.start();
    }
    hub.enrol(tablet);
    QCOMPARE(cli(tablet, {"log", "loan"}).exitCode, 0);
    const Ran ran = cli(tablet, {"sync"});
    QCOMPARE(ran.exitCode, 0);
    QVERIFY2(ran.out.contains("clock is 7 minutes behind the hub's"), qPrintable(ran.out));
    AppProcess app{tablet};
    app.hand("tap syncBadge");
    app.hand("wait sendNow visible true");  // not while it sends already
    app.hand("tap sendNow");
    app.hand("wait syncClock text *Tablettens ur er 7 minutter bagud.");
    app.hand("key Escape");
    app.hand("tap tile-mitid-help");
    app.hand("wait syncBadge text *Sendt");
    app.quit();
    QCOMPARE(hub.number("SELECT count(*) FROM entry WHERE held IS NULL"), 2);
  }
};

QTEST_GUILESS_MAIN(TstSetAside)
#include "tst_set_aside.moc"
