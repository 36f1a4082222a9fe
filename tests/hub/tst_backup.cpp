// Goal: a backup is one whole view of the hub, made while it works; going back to one loses nothing
// that tablets still have and counts nothing twice; and whatever goes wrong, what was there is
// there. Method: the real programs; every backup is proved by restoring it; files that are none,
// damaged, newer or older; no room on the disk.
#include "sync/hub/sqlite_schema.h"
#include "tests/hub/hub_requests.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>
#include <SQLiteCpp/SQLiteCpp.h>
#include <atomic>
#include <set>
#include <thread>

using namespace vejviser;
using namespace vejviser::test;

namespace {

QByteArray contentOf(const QString& path) {
  QFile file{path};
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

void put(const QString& path, const QByteArray& content) {
  QFile file{path};
  if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
    qFatal("%s cannot be written", qPrintable(path));
  }
}

void change(const QString& database, const QString& sql) {
  SQLite::Database{database.toStdString(), SQLite::OPEN_READWRITE}.exec(sql.toStdString());
}

/// A hub's command on any folder.
Ran on(const QString& folder, const QStringList& arguments) {
  return runProgram(programPath("vejviser-hub"), QStringList{"--data", folder} + arguments);
}

QStringList filesIn(const QString& folder) {
  return QDir{folder}.entryList(QDir::AllEntries | QDir::NoDotAndDotDot, QDir::Name);
}

QString formerIn(const QString& folder) {
  const QStringList found = QDir{folder}.entryList({"hub.db.before-restore-*"});
  return found.isEmpty() ? QString{} : folder + "/" + found.first();
}

struct Site {
  explicit Site(int helps = 0) {
    hub.start();
    hub.enrol(tablet);
    log(helps);
  }

  void log(int helps) const {
    if (helps == 0) return;
    QCOMPARE(cli(tablet, {"log", "loan", "--count", QString::number(helps)}).exitCode, 0);
    QCOMPARE(cli(tablet, {"sync"}).exitCode, 0);
  }
  qint64 helps() const {
    return hub.number("SELECT coalesce(sum(n), 0) FROM cell WHERE series = 1");
  }
  Ran backUp() const { return hub.command({"backup", backup}); }

  HubProcess hub;
  Folder dir;
  QString tablet = dir.path("tablet");
  QString backup = dir.path("backup.db");
};

}  // namespace

class TstBackup : public QObject {
  Q_OBJECT

 private slots:
  void backup_whileTheHubTakesEntries_isOneWholeViewEachTime() {
    Site site{5};
    const QStringList headers{"Authorization: Bearer " + tokenOf(site.tablet), kJson};
    std::atomic<bool> enough = false;
    std::atomic<int> pushed = 0;
    std::thread pushing{[&] {
      EntryMaker maker;
      while (!enough) {
        std::vector<Entry> entries;
        for (int i = 0; i < 50; ++i) entries.push_back(maker.help("print"));
        const Answer answer =
            request("POST", site.hub.url() + "/v1/sync", pushOf(entries), headers);
        if (answer.status != 200) qFatal("%d", answer.status);
        pushed += 50;
      }
    }};
    bool good = true;
    std::set<qint64> seen;
    for (int i = 0; i < 6; ++i) {
      const QString file = site.dir.path("b" + QString::number(i));
      const QString other = site.dir.path("other" + QString::number(i));
      good = good && site.hub.command({"backup", file}).exitCode == 0;
      good = good && on(other, {"restore", file}).exitCode == 0;
      const Ran recount = on(other, {"recount"});
      good = good && recount.exitCode == 0;
      seen.insert(recount.out.section(' ', 0, 0).toLongLong());
    }
    enough = true;
    pushing.join();
    QVERIFY(good);
    QVERIFY2(seen.size() > 2, "the hub took nothing meanwhile");
    QCOMPARE(site.helps(), 5 + pushed);
  }

  void backup_isItsOwnersAlone_andLeavesNothingElse() {
    Site site{1};
    const Ran ran = site.backUp();
    QCOMPARE(ran.exitCode, 0);
    QVERIFY2(ran.out.contains("Prøvekøbing Kommune, 1 entries"), qPrintable(ran.out));
    QCOMPARE(QFile::permissions(site.backup) & 0x0777,
             (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser) & 0x0777);
    QCOMPARE(filesIn(site.dir.path()), (QStringList{"backup.db", "tablet"}));
  }

  void backup_replacesAFile_onlyWhenItIsForced() {
    Site site{1};
    put(site.backup, "precious");
    const Ran ran = site.backUp();
    QCOMPARE(ran.exitCode, 1);
    QVERIFY2(ran.err.contains("--force"), qPrintable(ran.err));
    QCOMPARE(contentOf(site.backup), QByteArray{"precious"});
    QCOMPARE(site.hub.command({"backup", "--force", site.backup}).exitCode, 0);
    QVERIFY(contentOf(site.backup).startsWith("SQLite format 3"));
  }

  void backup_toAPlaceThatCannotBe_isRefused_data() {
    QTest::addColumn<QString>("place");
    QTest::newRow("the hub's own folder") << "HUB/copy.db";
    QTest::newRow("the database itself") << "HUB/hub.db";
    QTest::newRow("a folder") << "HUB";
    QTest::newRow("a folder that is not there") << "HUB/no/copy.db";
    QTest::newRow("no folder") << "/dev/null/copy.db";
  }

  void backup_toAPlaceThatCannotBe_isRefused() {
    QFETCH(QString, place);
    Site site{1};
    const QStringList before = filesIn(site.hub.folder());
    const Ran ran =
        site.hub.command({"backup", "--force", place.replace("HUB", site.hub.folder())});
    QCOMPARE(ran.exitCode, 1);
    QVERIFY(!ran.err.isEmpty());
    QCOMPARE(filesIn(site.hub.folder()), before);
    site.log(1);
    QCOMPARE(site.helps(), 2);
  }

  void backup_withoutRoom_leavesNothing_andTheOldOne() {
    Site site{300};
    QCOMPARE(site.backUp().exitCode, 0);
    const QByteArray old = contentOf(site.backup);
    site.log(1);
    const Ran ran = runProgram("bash", {"-c", "trap '' XFSZ; ulimit -f 100; exec \"$@\"", "bash",
                                        programPath("vejviser-hub"), "--data", site.hub.folder(),
                                        "backup", "--force", site.backup});
    QCOMPARE(ran.exitCode, 1);
    QVERIFY(!ran.err.isEmpty());
    QCOMPARE(filesIn(site.dir.path()), (QStringList{"backup.db", "tablet"}));
    QVERIFY(contentOf(site.backup) == old);
  }

  void backup_ofAHubThatIsNotSetUp_isRefused() {
    Site site{1};
    site.hub.stop();
    change(site.hub.folder() + "/hub.db", "DELETE FROM hub");
    QCOMPARE(site.backUp().exitCode, 1);
    QVERIFY(!QFile::exists(site.backup));
    QVERIFY(!QFile::exists(site.backup + ".new"));
  }

  void restore_makesAnotherHistory_andTabletsBringBackWhatCameAfter() {
    Site site{3};
    QCOMPARE(site.backUp().exitCode, 0);
    const qint64 position = site.hub.number("SELECT pos FROM clk");
    site.log(4);
    QCOMPARE(site.helps(), 7);
    site.hub.stop();
    const Ran ran = site.hub.command({"restore", site.backup});
    QVERIFY2(ran.exitCode == 0, qPrintable(ran.err));
    QVERIFY(ran.out.contains("3 entries"));
    QCOMPARE(site.hub.number("SELECT pos FROM clk"), position + 1);
    QCOMPARE(site.helps(), 3);
    site.hub.start();
    QCOMPARE(cli(site.tablet, {"sync"}).exitCode, 0);
    QCOMPARE(site.helps(), 7);
    QCOMPARE(site.hub.command({"recount"}).exitCode, 0);
    QCOMPARE(site.hub.number("SELECT highest - arrived FROM numbering"), 0);
    const QJsonObject here = cliFigures(site.tablet, {"--shared"});
    QCOMPARE(here["helps"].toInt(), 7);
  }

  void restore_ofAStampFromAfterTheBackup_is409() {
    Site site{1};
    QCOMPARE(site.backUp().exitCode, 0);
    const QStringList headers{"Authorization: Bearer " + tokenOf(site.tablet), kJson};
    EntryMaker maker;
    const Entry held = maker.help("weather");  // takes one position, as the restore does
    const Answer after = request("POST", site.hub.url() + "/v1/sync", pushOf({held}), headers);
    const QByteArray stamp = '"' + after.json()["stamp"].toString().toUtf8() + '"';
    site.hub.stop();
    QCOMPARE(site.hub.command({"restore", site.backup}).exitCode, 0);
    site.hub.start();
    QCOMPARE(request("POST", site.hub.url() + "/v1/sync", pushOf({}, stamp), headers).status, 409);
  }

  void restore_keepsWhatWasThere_withTheLogOfAHubThatWasKilled() {
    Site site{2};
    QCOMPARE(site.backUp().exitCode, 0);
    site.log(3);
    site.hub.killHard();
    QVERIFY(QFile{site.hub.folder() + "/hub.db-wal"}.size() > 0);
    QCOMPARE(site.hub.command({"restore", site.backup}).exitCode, 0);
    QCOMPARE(site.helps(), 2);
    const QString former = formerIn(site.hub.folder());
    QVERIFY(QFile::exists(former + "-wal"));
    QCOMPARE(site.hub.command({"restore", former}).exitCode, 0);
    QCOMPARE(site.helps(), 5);
    QCOMPARE(site.hub.command({"recount"}).exitCode, 0);
  }

  void restore_whileTheHubWorks_isRefused() {
    Site site{1};
    QCOMPARE(site.backUp().exitCode, 0);
    const QStringList before = filesIn(site.hub.folder());
    const Ran ran = site.hub.command({"restore", site.backup});
    QCOMPARE(ran.exitCode, 1);
    QVERIFY2(ran.err.contains("in use"), qPrintable(ran.err));
    QCOMPARE(filesIn(site.hub.folder()), before);
    site.log(1);
    QCOMPARE(site.helps(), 2);
  }

  void restore_ofWhatIsNoBackup_changesNothing_data() {
    QTest::addColumn<QString>("what");
    for (const char* what : {"missing", "folder", "empty", "text", "foreign", "tablet", "newer",
                             "damaged", "cut", "no hub"}) {
      QTest::newRow(what) << what;
    }
  }

  void restore_ofWhatIsNoBackup_changesNothing() {
    QFETCH(QString, what);
    Site site{200};
    QCOMPARE(site.backUp().exitCode, 0);
    site.hub.stop();
    QByteArray bytes = contentOf(site.backup);
    const QString file = site.dir.path("file");
    if (what == "folder") QVERIFY(QDir{}.mkdir(file));
    if (what == "empty") put(file, {});
    if (what == "text") put(file, QByteArray(5000, 'x'));
    if (what == "foreign") SQLite::Database{file.toStdString(), 6}.exec("CREATE TABLE t(x)");
    if (what == "tablet") put(file, contentOf(site.tablet + "/tablet.db"));
    if (what == "cut") put(file, bytes.left(bytes.size() / 2));
    if (what == "damaged") {
      for (qsizetype page = 8192; page < bytes.size(); page += 4096) {
        bytes.replace(page + 100, 900, QByteArray(900, '\x5a'));
      }
    }
    if (what == "newer" || what == "damaged" || what == "no hub") put(file, bytes);
    if (what == "newer") change(file, "PRAGMA user_version=99");
    if (what == "no hub") change(file, "DELETE FROM hub");

    const QByteArray before = contentOf(site.hub.folder() + "/hub.db");
    const QStringList names = filesIn(site.hub.folder());
    const Ran ran = site.hub.command({"restore", file});
    QCOMPARE(ran.exitCode, 1);
    QVERIFY2(ran.err.contains("file"), qPrintable(ran.err));
    QVERIFY(contentOf(site.hub.folder() + "/hub.db") == before);
    QCOMPARE(filesIn(site.hub.folder()), names);
    site.hub.start();
    QCOMPARE(site.helps(), 200);
  }

  void restore_withoutRoom_changesNothing() {
    Site site{300};
    QCOMPARE(site.backUp().exitCode, 0);
    site.hub.stop();
    const QByteArray before = contentOf(site.hub.folder() + "/hub.db");
    const QStringList names = filesIn(site.hub.folder());
    const Ran ran = runProgram(
        "bash", {"-c", "trap '' XFSZ; ulimit -f 100; exec \"$@\"", "bash",
                 programPath("vejviser-hub"), "--data", site.hub.folder(), "restore", site.backup});
    QCOMPARE(ran.exitCode, 1);
    QVERIFY(contentOf(site.hub.folder() + "/hub.db") == before);
    QCOMPARE(filesIn(site.hub.folder()), names);
  }

  void restore_ofTheFirstVersion_isBroughtUpToDate() {
    const Folder dir;
    const QString file = dir.path("old.db");
    const platform::FileKind first{hub::kHubFile.applicationId, hub::kHubFile.migrations.first(1)};
    platform::openWriter(file.toStdString(), first)
        .value()
        ->exec(
            "INSERT INTO clk VALUES(1, 7, 0); INSERT INTO timeline VALUES(7, 70);"
            "INSERT INTO hub VALUES(1, randomblob(16), 'By', 1)");
    const Ran ran = on(dir.path("hub"), {"restore", file});
    QVERIFY2(ran.exitCode == 0, qPrintable(ran.err));
    QVERIFY(on(dir.path("hub"), {"status"}).out.contains("position 8"));
  }

  void restore_intoAnEmptyPlace_makesAHub_forItsOwnerAlone() {
    Site site{3};
    QCOMPARE(site.backUp().exitCode, 0);
    const QString place = site.dir.path("new/hub");
    QCOMPARE(on(place, {"restore", site.backup}).exitCode, 0);
    QCOMPARE(filesIn(place), (QStringList{"hub.db", "lock"}));
    QCOMPARE(QFile::permissions(place) & 0x0077, QFile::Permissions{});
    QCOMPARE(QFile::permissions(place + "/hub.db") & 0x0077, QFile::Permissions{});
    QCOMPARE(on(place, {"recount"}).exitCode, 0);
  }
};

QTEST_GUILESS_MAIN(TstBackup)
#include "tst_backup.moc"
