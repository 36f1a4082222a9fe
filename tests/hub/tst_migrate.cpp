// Goal: a database of an older version is brought up to date when somebody decides so, after a
// backup and with nothing lost; a plan changes nothing. Backups are kept by number, and none goes
// before a newer one is proved.
// Method: the real program on real files of versions 1 and 2 with real entries in them.
#include "sync/hub/sqlite_schema.h"
#include "tests/hub/hub_requests.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTest>
#include <SQLiteCpp/SQLiteCpp.h>

using namespace vejviser;
using namespace vejviser::test;

namespace {

constexpr int kHelps = 40;

QByteArray hashOf(const QString& path) {
  QFile file{path};
  if (!file.open(QIODevice::ReadOnly)) qFatal("%s cannot be read", qPrintable(path));
  return QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256);
}

QStringList filesIn(const QString& folder, const QString& pattern) {
  return QDir{folder}.entryList({pattern}, QDir::Files, QDir::Name);
}

void change(const QString& database, const QString& sql) {
  SQLite::Database{database.toStdString(), SQLite::OPEN_READWRITE}.exec(sql.toStdString());
}

/// A hub's folder with a database as an older program left it: nothing of it counted yet.
struct OldHub {
  explicit OldHub(std::size_t version) {
    QDir{}.mkpath(folder);
    const platform::FileKind kind{hub::kHubFile.applicationId,
                                  hub::kHubFile.migrations.first(version)};
    const auto db = platform::openWriter(database.toStdString(), kind).value();
    const std::string at = version == 1 ? "" : ", 70";
    db->exec("INSERT INTO clk VALUES(1, 7, 0); INSERT INTO timeline VALUES(7, 70" + at +
             "); INSERT INTO hub VALUES(1, x'0123456789abcdef0123456789abcdef', 'By', 1);"
             "INSERT INTO device VALUES(1, x'01', 'A', 1, '', 1, x'0a', NULL, NULL, 0)");
    SQLite::Statement add{*db,
                          "INSERT INTO entry(id, subject, inst, n, device, received, body)"
                          " VALUES(?, NULL, x'0123456789abcdef', ?, 1, 1, ?)"};
    EntryMaker maker;
    for (int i = 0; i < kHelps; ++i) {
      const Entry entry = maker.help("loan");
      platform::run(add, entry.id, entry.n, wire::encodeEntry(entry));
    }
  }

  Ran command(const QStringList& arguments) const {
    return runProgram(programPath("vejviser-hub"), QStringList{"--data", folder} + arguments);
  }
  qint64 number(const QString& sql) const {
    SQLite::Database db{database.toStdString(), SQLite::OPEN_READONLY};
    return db.execAndGet(sql.toStdString()).getInt64();
  }
  qint64 version() const { return number("PRAGMA user_version"); }

  Folder dir;
  QString folder = dir.path("hub");
  QString database = folder + "/hub.db";
  QString backups = dir.path("backups");
};

}  // namespace

class TstMigrate : public QObject {
  Q_OBJECT

 private slots:
  void dryRun_saysWhatWouldBeDone_andChangesNothing_data() {
    QTest::addColumn<int>("version");
    QTest::newRow("version 1") << 1;
    QTest::newRow("version 2") << 2;
  }

  void dryRun_saysWhatWouldBeDone_andChangesNothing() {
    QFETCH(int, version);
    const OldHub old{static_cast<std::size_t>(version)};
    const QByteArray before = hashOf(old.database);
    const Ran ran = old.command({"migrate", "--dry-run"});
    QVERIFY2(ran.exitCode == 0, qPrintable(ran.err));
    QCOMPARE(hashOf(old.database), before);
    const QString from = QString::number(version);
    const QString newest = QString::number(hub::kHubFile.migrations.size());
    for (const QString& text :
         {"from version " + from + " to version " + newest + ", 40 entries",
          QString{"CREATE TABLE document("}, QString{"takes about 1 seconds, with counting"},
          QString{"MiB are free"}, QString{"no folder for backups is set"},
          QString{"nothing was changed"}}) {
      QVERIFY2(ran.out.contains(text), qPrintable(text + " is not in\n" + ran.out));
    }
    QCOMPARE(ran.out.contains("CREATE TABLE numbering("), version == 1);
  }

  void dryRun_saysWhetherABackupIsNewerThanADay() {
    const OldHub old{1};
    const QStringList dryRun{"--backups", old.backups, "migrate", "--dry-run"};
    QVERIFY(old.command(dryRun).out.contains("no backup in " + old.backups));
    QCOMPARE(old.command({"backup", "--into", old.backups}).exitCode, 0);
    QVERIFY(old.command(dryRun).out.contains("newer than a day"));
    QDir folder{old.backups};
    QVERIFY(folder.rename(folder.entryList(QDir::Files).first(),
                          "vejviser-hub-01234567-2026-01-02-030405.678.db"));
    QVERIFY(old.command(dryRun).out.contains("OLDER THAN A DAY"));
  }

  void migrate_makesABackup_bringsItUpToDate_andCountsAnew_data() {
    dryRun_saysWhatWouldBeDone_andChangesNothing_data();
  }

  void migrate_makesABackup_bringsItUpToDate_andCountsAnew() {
    QFETCH(int, version);
    const OldHub old{static_cast<std::size_t>(version)};
    const Ran ran = old.command({"migrate"});
    QVERIFY2(ran.exitCode == 0, qPrintable(ran.err));
    QCOMPARE(old.version(), qint64(hub::kHubFile.migrations.size()));
    QCOMPARE(old.number("SELECT count(*) FROM entry"), kHelps);
    QCOMPARE(old.number("SELECT sum(n) FROM cell WHERE series = 1"), kHelps);
    QCOMPARE(old.command({"recount"}).exitCode, 0);
    const QStringList kept = filesIn(old.folder, "hub.db.before-migrate-*");
    QCOMPARE(kept.size(), 1);
    const Ran verified = old.command({"verify", old.folder + "/" + kept.first()});
    QCOMPARE(verified.exitCode, 0);
    QVERIFY2(verified.out.contains("version " + QString::number(version) + ", 40 entries"),
             qPrintable(verified.out));
    QVERIFY(verified.out.contains("counted anew when it is restored"));
    QVERIFY(old.command({"migrate"}).out.contains("nothing to do"));
    QCOMPARE(filesIn(old.folder, "hub.db.before-migrate-*").size(), 1);
  }

  void migrate_putsItsBackupWhereBackupsAre_orMakesNone() {
    const OldHub into{1};
    QCOMPARE(into.command({"--backups", into.backups, "migrate"}).exitCode, 0);
    QCOMPARE(filesIn(into.backups, "vejviser-hub-01234567-*.db").size(), 1);
    QCOMPARE(filesIn(into.folder, "*before-migrate*").size(), 0);
    const OldHub none{1};
    QCOMPARE(none.command({"migrate", "--no-backup"}).exitCode, 0);
    QCOMPARE(none.version(), qint64(hub::kHubFile.migrations.size()));
    QCOMPARE(filesIn(none.folder, "*before-migrate*").size(), 0);
  }

  void migrate_withoutABackup_thatWasWanted_doesNothing() {
    const OldHub old{1};
    const QByteArray before = hashOf(old.database);
    const Ran ran = old.command({"--backups", "/dev/null/backups", "migrate"});
    QCOMPARE(ran.exitCode, 1);
    QCOMPARE(hashOf(old.database), before);
  }

  void migrate_whileAHubIsAtWork_isRefused() {
    HubProcess hub;
    hub.start();
    const Ran ran = hub.command({"migrate"});
    QCOMPARE(ran.exitCode, 1);
    QVERIFY2(ran.err.contains("in use"), qPrintable(ran.err));
  }

  void withNoAutoMigrate_nothingBringsItUpToDate_untilItIsAsked() {
    const OldHub old{2};
    const QByteArray before = hashOf(old.database);
    for (const QStringList& command :
         {QStringList{"serve", "--listen", "127.0.0.1:0"}, QStringList{"branch", "add", "hb", "H"},
          QStringList{"prune"}, QStringList{"recount"}}) {
      const Ran ran = old.command(QStringList{"--no-auto-migrate"} + command);
      QCOMPARE(ran.exitCode, 1);
      QVERIFY2(ran.err.contains("is of version 2") && ran.err.contains("vejviser-hub migrate"),
               qPrintable(ran.err));
      QCOMPARE(hashOf(old.database), before);
    }
    QCOMPARE(old.command({"--no-auto-migrate", "migrate"}).exitCode, 0);
    QCOMPARE(old.command({"--no-auto-migrate", "branch", "add", "hb", "H"}).exitCode, 0);
  }

  void withoutIt_aCommandBringsItUpToDate_asAlways() {
    const OldHub old{1};
    QCOMPARE(old.command({"branch", "add", "hb", "H"}).exitCode, 0);
    QCOMPARE(old.version(), qint64(hub::kHubFile.migrations.size()));
  }

  void backups_areKeptByNumber_andOnlyThoseOfThisHub() {
    HubProcess hub;
    const Folder dir;
    QDir folder{dir.path("backups")};
    folder.mkpath(".");
    const QStringList others{"vejviser-hub-ffffffff-2026-01-02-030405.678.db", "notes.txt",
                             "vejviser-hub-2026.db"};
    for (const QString& name : others) {
      QFile file{folder.filePath(name)};
      QVERIFY(file.open(QIODevice::WriteOnly));
    }
    QStringList made;
    for (int i = 0; i < 5; ++i) {
      const Ran ran = hub.command({"backup", "--into", folder.path(), "--keep", "3"});
      QVERIFY2(ran.exitCode == 0, qPrintable(ran.err));
      made << QFileInfo{ran.out.section(": ", 0, 0)}.fileName();
    }
    QCOMPARE(folder.entryList(QDir::Files).size(), 3 + others.size());
    for (const QString& name : made.mid(2) + others)
      QVERIFY2(folder.exists(name), qPrintable(name));
    QCOMPARE(hub.command({"verify", folder.filePath(made.last())}).exitCode, 0);
    QCOMPARE(hub.command({"backup", "--into", folder.path(), "--keep", "0"}).exitCode, 2);
    QCOMPARE(hub.command({"backup", "--into", hub.folder()}).exitCode, 1);
    QCOMPARE(hub.command({"backup"}).exitCode, 1);
    QCOMPARE(hub.command({"--backups", folder.path(), "backup"}).exitCode, 0);
  }

  void backup_whoseFiguresDiffer_isSaid_andNoOlderOneGoes() {
    HubProcess hub;
    const Folder dir;
    const QString folder = dir.path("backups");
    const QStringList keepOne{"backup", "--into", folder, "--keep", "1"};
    QCOMPARE(hub.command(keepOne).exitCode, 0);
    change(hub.folder() + "/hub.db", "INSERT INTO cell VALUES(20000, 1, 'hb', 1, 'loan', 5, 1)");
    const Ran ran = hub.command(keepOne);
    QCOMPARE(ran.exitCode, 1);
    QVERIFY2(ran.err.contains("differ"), qPrintable(ran.err));
    const QStringList both = filesIn(folder, "*.db");
    QCOMPARE(both.size(), 2);
    QCOMPARE(hub.command({"verify", folder + "/" + both.first()}).exitCode, 0);
    QCOMPARE(hub.command({"verify", folder + "/" + both.last()}).exitCode, 3);
  }

  void verify_readsOnly_andRefusesWhatIsNoBackup() {
    HubProcess hub;
    const Folder dir;
    const QString file = dir.path("b.db");
    QCOMPARE(hub.command({"backup", file}).exitCode, 0);
    const QByteArray before = hashOf(file);
    const Ran good = hub.command({"verify", file});
    QVERIFY2(good.out.contains("0 differ"), qPrintable(good.out));
    QCOMPARE(hashOf(file), before);
    QCOMPARE(hub.command({"verify", dir.path("none")}).exitCode, 1);
    QFile damaged{file};
    QVERIFY(damaged.open(QIODevice::ReadWrite));
    const QByteArray junk(900, '\x5a');
    for (qint64 page = 8192; page < damaged.size(); page += 4096) {
      damaged.seek(page + 100);
      damaged.write(junk);
    }
    damaged.close();
    QCOMPARE(hub.command({"verify", file}).exitCode, 1);
  }

  void timer_andItsService_areGoodUnits() {
    const Folder dir;
    for (const char* ending : {"service", "timer"}) {
      const QString name = QString{"vejviser-hub-backup."} + ending;
      QFile file{QStringLiteral(VEJVISER_SOURCE "/platform/systemd/") + name};
      QVERIFY(file.open(QIODevice::ReadOnly));
      QFile copy{dir.path(name)};
      QVERIFY(copy.open(QIODevice::WriteOnly));
      copy.write(file.readAll().replace("/usr/local/bin/vejviser-hub",
                                        programPath("vejviser-hub").toUtf8()));
    }
    const Ran ran = runProgram("systemd-analyze", {"verify", "--man=no", "--recursive-errors=no",
                                                   dir.path("vejviser-hub-backup.timer"),
                                                   dir.path("vejviser-hub-backup.service")});
    QVERIFY2(ran.exitCode == 0, qPrintable(ran.err));
    QVERIFY2(!ran.err.contains("vejviser-hub-backup"), qPrintable(ran.err));
  }
};

QTEST_GUILESS_MAIN(TstMigrate)
#include "tst_migrate.moc"
