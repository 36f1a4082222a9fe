// Goal: whatever is wrong, input, disk, files, rights, the person is told what, and nothing is
// lost. Method: the real programs; a small disk of its own, a folder nobody may write to, broken
// files.
#include "platform/sqlite.h"
#include "tests/support/chaos_proxy.h"
#include "tests/support/programs.h"
#include "tests/support/small_disk.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <csignal>
#include <unistd.h>

using namespace vejviser;
using namespace vejviser::test;

namespace {

void writeFile(const QString& path, const QByteArray& content) {
  QFile file{path};
  if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
    qFatal("%s cannot be written", qPrintable(path));
  }
}

qint64 entriesOn(const QString& tablet) {
  SQLite::Database db{(tablet + "/tablet.db").toStdString(), SQLite::OPEN_READONLY};
  return db.execAndGet("SELECT count(*) FROM journal").getInt64();
}

}  // namespace

class TstBadInput : public QObject {
  Q_OBJECT

 private slots:
  void unknownTopic_andWrongWords_areRefused_andStoreNothing_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QString>("says");
    QTest::newRow("topic") << QStringList{"log", "weather"} << 1 << "weather";
    QTest::newRow("outcome") << QStringList{"log", "loan", "--outcome", "fine"} << 1 << "outcome";
    QTest::newRow("unit") << QStringList{"log", "loan", "--unit", "police"} << 1 << "unit";
    QTest::newRow("branch") << QStringList{"log", "loan", "--branch", "A/B"} << 1 << "branch";
    QTest::newRow("refer to itself")
        << QStringList{"log", "loan", "--refer", "library"} << 1 << "other unit";
    QTest::newRow("people") << QStringList{"log", "loan", "--people", "0"} << 2 << "people";
    QTest::newRow("no topic") << QStringList{"log"} << 2 << "topic";
    QTest::newRow("no command") << QStringList{} << 2 << "subcommand";
    QTest::newRow("plain http") << QStringList{"enrol", "http://hub.kommune.dk", "ABCDEFGH"} << 1
                                << "https";
    QTest::newRow("no address") << QStringList{"enrol", "", "ABCDEFGH"} << 1 << "address";
    QTest::newRow("no file") << QStringList{"import", "--preset", "vejviser", "/no/such"} << 1
                             << "cannot be read";
    QTest::newRow("no preset") << QStringList{"import", "--preset", "excel", "/etc/hostname"} << 1
                               << "preset";
    QTest::newRow("sync of nobody") << QStringList{"sync"} << 1 << "enrol";
    QTest::newRow("figures") << QStringList{"figures", "--from", "soon"} << 1 << "days";
  }

  void unknownTopic_andWrongWords_areRefused_andStoreNothing() {
    QFETCH(QStringList, arguments);
    QFETCH(int, exitCode);
    QFETCH(QString, says);
    const Folder dir;
    const Ran ran = cli(dir.path("tablet"), arguments);
    QCOMPARE(ran.exitCode, exitCode);
    QVERIFY2((ran.err + ran.out).contains(says, Qt::CaseInsensitive),
             qPrintable(ran.err + ran.out));
    QVERIFY(!QFile::exists(dir.path("tablet/tablet.db")) || entriesOn(dir.path("tablet")) <= 1);
  }

  void programs_explainThemselves() {
    for (const char* program : {"vejviser", "vejviser-cli", "vejviser-hub"}) {
      const Ran ran = runProgram(programPath(program), {"--help"});
      QCOMPARE(ran.exitCode, 0);
      QVERIFY(ran.out.contains("Exit codes"));
    }
    QCOMPARE(runProgram(programPath("vejviser"), {"--no-such"}).exitCode, 2);
    QCOMPARE(runProgram(programPath("vejviser-hub"), {"--no-such"}).exitCode, 2);
  }

  void catalogueFile_thatIsBroken_isRefused_andTheHubIsNotMade() {
    const Folder dir;
    writeFile(
        dir.path("topics.csv"),
        "id,name_da,name_en,group,authority,weight,home_unit,kle,self_service,typical_minutes\n"
        "pas,Pas,Passport,id,perhaps,light,both,,none,5\n");
    const Ran ran = runProgram(programPath("vejviser-hub"),
                               {"--data", dir.path("hub"), "init", "--municipality", "By",
                                "--topics", dir.path("topics.csv")});
    QCOMPARE(ran.exitCode, 1);
    QVERIFY2(ran.err.contains("line 2") && ran.err.contains("authority"), qPrintable(ran.err));
    QVERIFY(!QFile::exists(dir.path("hub/hub.db")));
    QCOMPARE(runProgram(programPath("vejviser-hub"), {"--data", dir.path("hub"), "serve"}).exitCode,
             1);
  }

  void aCatalogueOfTheMunicipality_reachesTheTablets() {
    const Folder dir;
    writeFile(
        dir.path("topics.csv"),
        "id,name_da,name_en,group,authority,weight,home_unit,kle,self_service,typical_minutes\n"
        "havn,Havnekort,Harbour card,id,no,light,both,,none,5\n");
    runProgram(programPath("vejviser-hub"), {"--data", dir.path("hub"), "init", "--municipality",
                                             "By", "--topics", dir.path("topics.csv")});
    const Ran ran = runProgram(programPath("vejviser-hub"),
                               {"--data", dir.path("hub"), "init", "--municipality", "By"});
    QCOMPARE(ran.exitCode, 1);  // a second time
    QVERIFY(ran.err.contains("already"));
  }

  void fullDisk_onTheTablet_saysSo_keepsWhatWasSaved_andGoesOnAfterwards() {
    const SmallDisk disk{"700k"};
    if (!disk.isThere()) QSKIP(kNoMount);
    const QString tablet = disk.path("tablet");
    const Ran ran = cli(tablet, {"log", "loan", "--count", "100000"});
    QCOMPARE(ran.exitCode, 1);
    QVERIFY2(ran.err.contains("disk is full"), qPrintable(ran.err));
    const auto saved = ran.out.count("saved ");
    QVERIFY(saved > 10);
    QCOMPARE(entriesOn(tablet), saved);
  }

  void fullDisk_underTheApp_isShown_andTheNextTapSucceedsOnceThereIsRoom() {
    const SmallDisk disk{"1200k"};
    if (!disk.isThere()) QSKIP(kNoMount);
    const QString tablet = disk.path("tablet");
    QCOMPARE(cli(tablet, {"log", "loan"}).exitCode, 0);
    AppProcess app{tablet};
    app.hand("tap welcome-library");
    disk.fill();
    QString said;
    for (int i = 0; i < 40 && !said.startsWith("Ikke gemt"); ++i) {
      app.hand("tap tile-mitid-help");  // the log file may still have room for a few
      said = app.hand("get barTitle text");
    }
    QVERIFY2(said.contains("disk er fuld"), qPrintable(said));
    const qint64 saved = entriesOn(tablet);
    disk.empty();
    app.hand("tap tile-mitid-help");
    app.hand("wait barTitle text *Gemt på denne tablet");
    app.quit();
    QCOMPARE(entriesOn(tablet), saved + 1);
  }

  void fullDisk_underTheHub_losesNothing_andHeals() {
    const SmallDisk disk{"1500k"};
    if (!disk.isThere()) QSKIP(kNoMount);
    HubProcess hub;
    const Folder dir;
    const QString tablet = dir.path("tablet");
    hub.start();
    hub.enrol(tablet);
    hub.stop();
    QCOMPARE(runProgram("mv", {hub.folder(), disk.path("hub")}).exitCode, 0);
    QCOMPARE(runProgram("ln", {"-s", disk.path("hub"), hub.folder()}).exitCode, 0);
    hub.start();
    disk.fill();
    QCOMPARE(cli(tablet, {"log", "loan", "--count", "3000"}).exitCode, 0);
    const Ran ran = cli(tablet, {"sync"});
    QCOMPARE(ran.exitCode, 3);
    QVERIFY2(ran.err.contains("503"), qPrintable(ran.err));
    disk.empty();
    hub.stop();
    QCOMPARE(runProgram("rm", {hub.folder()}).exitCode, 0);
    QCOMPARE(runProgram("cp", {"-a", disk.path("hub"), hub.folder()}).exitCode, 0);
    hub.start();
    QCOMPARE(cli(tablet, {"sync"}).exitCode, 0);
    QCOMPARE(hub.number("SELECT count(*) FROM entry"), 3000);
    QCOMPARE(hub.command({"recount"}).exitCode, 0);
  }

  void fullDisk_reachedByAHubAtWork_isMendedWithoutAnotherStart() {
    const SmallDisk disk{"1500k"};
    if (!disk.isThere()) QSKIP(kNoMount);
    HubProcess hub;
    const Folder dir;
    const QString tablet = dir.path("tablet");
    QCOMPARE(runProgram("mv", {hub.folder(), disk.path("hub")}).exitCode, 0);
    QCOMPARE(runProgram("ln", {"-s", disk.path("hub"), hub.folder()}).exitCode, 0);
    hub.start();
    hub.enrol(tablet);
    QCOMPARE(cli(tablet, {"log", "loan", "--count", "6000"}).exitCode, 0);
    const Ran ran = cli(tablet, {"sync"});
    QCOMPARE(ran.exitCode, 3);
    QVERIFY2(ran.err.contains("503"), qPrintable(ran.err));
    const qint64 before = hub.number("SELECT count(*) FROM entry");
    QVERIFY(before > 0 && before < 6000);
    QCOMPARE(hub.command({"recount"}).exitCode, 0);  // whole batches only
    disk.resize("16m");
    QCOMPARE(cli(tablet, {"sync"}).exitCode, 0);
    QCOMPARE(hub.number("SELECT count(*) FROM entry"), 6000);
    QCOMPARE(hub.command({"recount"}).exitCode, 0);
  }

  void fullDisk_whenTheAnswerComes_losesNothing_andDoublesNothing() {
    const SmallDisk disk{"4m"};
    if (!disk.isThere()) QSKIP(kNoMount);
    HubProcess hub;
    hub.start();
    const ChaosProxy between{hub.port()};  // sees when the request is on its way
    const QString tablet = disk.path("tablet");
    hub.enrol(tablet, "library", "hb", between.url());
    QCOMPARE(cli(tablet, {"log", "loan", "--count", "50"}).exitCode, 0);
    const int before = between.requests();
    hub.signal(SIGSTOP);
    QProcess sync;
    sync.start(programPath("vejviser-cli"), {"--data", tablet, "sync"});
    QVERIFY(eventually([&] { return between.requests() > before; }));
    disk.fill();
    hub.signal(SIGCONT);
    QVERIFY(sync.waitForFinished());
    QCOMPARE(sync.exitCode(), 3);
    const QString said = QString::fromUtf8(sync.readAllStandardError());
    QVERIFY2(said.contains("disk is full"), qPrintable(said));
    QCOMPARE(hub.number("SELECT count(*) FROM entry"), 50);
    disk.empty();
    QCOMPARE(entriesOn(tablet), 50);
    QCOMPARE(cli(tablet, {"sync"}).exitCode, 0);
    QCOMPARE(hub.number("SELECT count(*) FROM entry"), 50);
    QCOMPARE(statistics(hub, tablet, "")["helps"].toInt(), 50);
  }

  void readOnlyData_areRefusedClearly() {
    const SmallDisk disk{"2m"};
    if (!disk.isThere()) QSKIP(kNoMount);
    const QString tablet = disk.path("tablet");
    QCOMPARE(cli(tablet, {"log", "loan"}).exitCode, 0);
    disk.makeReadOnly();
    const Ran ran = cli(tablet, {"log", "loan"});
    QCOMPARE(ran.exitCode, 1);
    QVERIFY2(ran.err.contains("Read-only") || ran.err.contains("cannot be"), qPrintable(ran.err));
    AppProcess app{tablet};
    app.hand("wait errorAdvice visible true");
    app.quit();
  }

  void commandLine_onAnAppsFolder_saysWhoHasIt() {
    const Folder dir;
    const QString tablet = dir.path("tablet");
    AppProcess first{tablet};
    const Ran ran = cli(tablet, {"log", "loan"});
    QCOMPARE(ran.exitCode, 1);
    QVERIFY2(ran.err.contains("in use by another Vejviser"), qPrintable(ran.err));
    first.hand("tap welcome-library");
    first.hand("tap tile-mitid-help");
    first.quit();
    QCOMPARE(entriesOn(tablet), 1);
  }

  void damagedData_areShown_andLeftAsTheyAre() {
    const Folder dir;
    QDir{}.mkpath(dir.path("tablet"));
    const QByteArray garbage(20'000, 'g');
    writeFile(dir.path("tablet/tablet.db"), garbage);
    const Ran ran = cli(dir.path("tablet"), {"status"});
    QCOMPARE(ran.exitCode, 1);
    QVERIFY2(ran.err.contains("damaged"), qPrintable(ran.err));
    AppProcess app{dir.path("tablet")};
    app.hand("wait errorAdvice visible true");
    app.quit();
    QFile file{dir.path("tablet/tablet.db")};
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), garbage);
  }

  void aTabletTheHubForgot_keepsItsQueue_andSaysWhatToDo() {
    HubProcess hub;
    const Folder dir;
    const QString tablet = dir.path("tablet");
    hub.start();
    hub.enrol(tablet);
    hub.stop();
    QCOMPARE(runProgram("sqlite3", {hub.folder() + "/hub.db", "UPDATE device SET token = x'00'"})
                 .exitCode,
             0);
    hub.start();
    QCOMPARE(cli(tablet, {"log", "loan"}).exitCode, 0);
    const Ran ran = cli(tablet, {"sync"});
    QCOMPARE(ran.exitCode, 3);
    QVERIFY2(ran.err.contains("does not know this tablet"), qPrintable(ran.err));
    {
      AppProcess app{tablet};
      app.hand("wait syncBadge wrong true");
      app.hand("tap syncBadge");
      QVERIFY(app.hand("get syncTrouble text").contains("ny kode"));
      app.hand("key Escape");
      app.hand("tap tile-mitid-help");
      app.quit();
    }
    hub.enrol(tablet);
    QCOMPARE(cli(tablet, {"sync"}).exitCode, 0);
    QCOMPARE(hub.number("SELECT count(*) FROM entry WHERE held IS NULL"), 2);
  }

  void aMovedDatabase_withoutItsToken_keepsItsQueue() {
    HubProcess hub;
    const Folder dir;
    hub.start();
    hub.enrol(dir.path("tablet"));
    QCOMPARE(cli(dir.path("tablet"), {"log", "loan"}).exitCode, 0);
    QDir{}.mkpath(dir.path("moved"));
    QVERIFY(QFile::copy(dir.path("tablet/tablet.db"), dir.path("moved/tablet.db")));
    const Ran ran = cli(dir.path("moved"), {"sync"});
    QCOMPARE(ran.exitCode, 3);
    QVERIFY2(ran.err.contains("no token"), qPrintable(ran.err));
    hub.enrol(dir.path("moved"));
    QCOMPARE(cli(dir.path("moved"), {"sync"}).exitCode, 0);
    QCOMPARE(cli(dir.path("tablet"), {"sync"}).exitCode, 0);
    QCOMPARE(hub.number("SELECT count(*) FROM entry"), 1);  // the same help, from both: once
  }
};

QTEST_GUILESS_MAIN(TstBadInput)
#include "tst_bad_input.moc"
