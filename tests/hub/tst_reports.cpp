// Goal: for each whole week or month there is a report, once, whoever else writes there; late
// entries give a further one, and nothing that was written is ever changed. Method: the hub's rules
// on both engines with a clock that the test owns; then the real program.
#include "platform/csv.h"
#include "platform/files.h"
#include "sync/hub/report.h"
#include "tests/hub/hub_requests.h"
#include "tests/hub/hub_world.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <future>
#include <set>

using namespace vejviser;
using namespace vejviser::test;
using hub::ReportEvery;

namespace {

Instant at(const char* time) {
  return fromLocal(*parseLocalTime(time));
}

/// A hub with a folder for its reports.
struct Desk {
  HubWorld world;
  Folder folder;
  EntryMaker maker;

  Desk() { world.seeExact(); }

  Result<int> write(const char* now, ReportEvery every = ReportEvery::Week) {
    world.clock.set(at(now));
    return hub::writeReports(*world.storage, {folder.path().toStdString(), every}, at(now));
  }
  /// A help that happened then.
  void help(const char* when) {
    Entry entry = maker.help();
    entry.at = at(when);
    world.clock.set(at(when));
    world.reading = {at(when), entry.boot, entry.up};
    world.push({entry});
  }
  QString stem() {
    return "vejviser-" +
           QString::fromStdString(
               toString(world.ask([](hub::WriteTx& tx) { return tx.info(); }).id).substr(0, 8)) +
           "-";
  }
  /// Reports, without the name of the hub in front.
  QStringList files() {
    QStringList names = QDir{folder.path()}.entryList({"*.xlsx"}, QDir::Files | QDir::Hidden);
    for (QString& name : names) name.replace(stem(), "");
    return names;
  }
  QByteArray bytes(const QString& name) {
    QFile file{folder.path(stem() + name)};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
  }
  std::vector<std::vector<std::string>> list() {
    return platform::readCsv(bytes("reports.csv").toStdString()).value();
  }
  /// What a sheet's row says, below its heading.
  QJsonArray row(const QString& name, int sheet, int row) {
    const Ran ran = runProgram("/usr/bin/python3", {VEJVISER_SOURCE "/tests/hub/read_xlsx.py",
                                                    folder.path(stem() + name)});
    if (ran.exitCode != 0) qFatal("no workbook: %s", qPrintable(ran.err));
    const QJsonObject said = QJsonDocument::fromJson(ran.out.toUtf8()).object();
    const QJsonArray sheets = said["sheets"].toArray();
    return sheets[sheet].toObject()["rows"].toArray()[row].toArray();
  }
  qint64 helpsIn(const QString& name) { return row(name, 1, 1)[1].toInteger(); }
};

/// What a hub's metrics say of itself; -1 where they do not.
double metric(const HubProcess& hub, const QString& name) {
  const QString text = QString::fromUtf8(request("GET", hub.url() + "/metrics").body);
  const auto found = QRegularExpression{"^" + name + "\\{hub=\"/\"\\} (\\S+)$",
                                        QRegularExpression::MultilineOption}
                         .match(text);
  return found.hasMatch() ? found.captured(1).toDouble() : -1;
}

/// Of the program's server; the worlds above are in its other one.
QString anotherDatabase() {
  static PostgresServer server;
  return server.url();
}

}  // namespace

class TstReports : public QObject {
  Q_OBJECT

 private slots:
  void lastWholePeriod_isTheOneThatEnded_data() {
    QTest::addColumn<int>("every");
    QTest::addColumn<QString>("day");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    const int week = static_cast<int>(ReportEvery::Week);
    const int month = static_cast<int>(ReportEvery::Month);
    QTest::newRow("Monday") << week << "2026-11-23"
                            << "2026-11-16"
                            << "2026-11-22";
    QTest::newRow("Sunday") << week << "2026-11-22"
                            << "2026-11-09"
                            << "2026-11-15";
    QTest::newRow("new year's week") << week << "2027-01-04"
                                     << "2026-12-28"
                                     << "2027-01-03";
    QTest::newRow("first") << month << "2026-03-01"
                           << "2026-02-01"
                           << "2026-02-28";
    QTest::newRow("last") << month << "2026-03-31"
                          << "2026-02-01"
                          << "2026-02-28";
    QTest::newRow("January") << month << "2027-01-15"
                             << "2026-12-01"
                             << "2026-12-31";
    QTest::newRow("leap") << month << "2028-03-02"
                          << "2028-02-01"
                          << "2028-02-29";
  }
  void lastWholePeriod_isTheOneThatEnded() {
    QFETCH(int, every);
    QFETCH(QString, day);
    QFETCH(QString, from);
    QFETCH(QString, to);
    const Period period =
        hub::lastWhole(static_cast<ReportEvery>(every), *parseDay(day.toStdString()));
    QCOMPARE(QString::fromStdString(toString(period.from)), from);
    QCOMPARE(QString::fromStdString(toString(period.to)), to);
  }

  void report_isDueAtNoonAfterThePeriod_once() {
    Desk desk;
    desk.help("2026-11-11 10:00");
    desk.help("2026-11-18 10:00");
    QCOMPARE(desk.write("2026-11-23 11:59").value(), 1);
    QCOMPARE(desk.files(), QStringList{"2026-W46.xlsx"});
    QCOMPARE(desk.write("2026-11-23 12:00").value(), 1);
    QCOMPARE(desk.files(), (QStringList{"2026-W46.xlsx", "2026-W47.xlsx"}));
    QCOMPARE(desk.helpsIn("2026-W47.xlsx"), 1);
    for (const char* later : {"2026-11-23 12:01", "2026-11-24 12:00", "2026-11-30 11:59"}) {
      QCOMPARE(desk.write(later).value(), 0);
    }
    QCOMPARE(desk.write("2026-11-30 12:00").value(), 1);
  }

  void monthly_isOfTheMonth() {
    Desk desk;
    desk.help("2026-10-01 00:30");
    desk.help("2026-10-31 22:30");
    desk.help("2026-11-01 00:30");
    QCOMPARE(desk.write("2026-11-15 09:00", ReportEvery::Month).value(), 1);
    QCOMPARE(desk.files(), QStringList{"2026-10.xlsx"});
    QCOMPARE(desk.helpsIn("2026-10.xlsx"), 2);
  }

  void weeks_areNamedAsISOHasIt() {
    Desk desk;
    QCOMPARE(desk.write("2027-01-04 12:00").value(), 1);
    QCOMPARE(desk.files(), QStringList{"2026-W53.xlsx"});
    QCOMPARE(desk.write("2027-01-11 12:00").value(), 1);
    QCOMPARE(desk.files(), (QStringList{"2026-W53.xlsx", "2027-W01.xlsx"}));
  }

  void report_saysWhatItIs_inDanish() {
    Desk desk;
    QCOMPARE(desk.write("2026-11-23 12:00").value(), 1);
    QCOMPARE(desk.row("2026-W47.xlsx", 0, 1), (QJsonArray{"Kommune", "By"}));
    QCOMPARE(desk.row("2026-W47.xlsx", 0, 2),
             (QJsonArray{"Periode fra", QJsonObject{{"day", "2026-11-16"}}}));
    QCOMPARE(desk.row("2026-W47.xlsx", 0, 5),
             (QJsonArray{"Dannet den", QJsonObject{{"day", "2026-11-23"}}}));
    QCOMPARE(desk.row("2026-W47.xlsx", 0, 6), (QJsonArray{"Udgave", 1}));
    QCOMPARE(QFile::permissions(desk.folder.path(desk.stem() + "2026-W47.xlsx")) &
                 (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther),
             QFile::Permissions{QFile::ReadGroup});
  }

  void lateEntry_givesAFurtherEdition_andLeavesTheFirst() {
    Desk desk;
    desk.help("2026-11-18 10:00");
    QCOMPARE(desk.write("2026-11-23 12:00").value(), 1);
    const QByteArray first = desk.bytes("2026-W47.xlsx");
    desk.help("2026-11-19 10:00");
    QCOMPARE(desk.write("2026-11-23 15:00").value(), 0);  // one a day
    QCOMPARE(desk.write("2026-11-24 00:01").value(), 1);
    QCOMPARE(desk.files(), (QStringList{"2026-W47-2.xlsx", "2026-W47.xlsx"}));
    QCOMPARE(desk.helpsIn("2026-W47-2.xlsx"), 2);
    QCOMPARE(desk.row("2026-W47-2.xlsx", 0, 6), (QJsonArray{"Udgave", 2}));
    QVERIFY(desk.bytes("2026-W47.xlsx") == first);
    QCOMPARE(desk.write("2026-11-25 12:00").value(), 0);
    const auto list = desk.list();
    QCOMPARE(list.size(), std::size_t{3});
    QCOMPARE(list[2][0] + " " + list[2][3] + " " + list[2][4],
             std::string{"2026-W47 2 2026-11-24"});
    QCOMPARE(QString::fromStdString(list[2][5]), desk.stem() + "2026-W47-2.xlsx");
  }

  void earlierWeek_isRestatedFor35Days_andOneThatHadNoReportIsNotMade() {
    Desk desk;
    QCOMPARE(desk.write("2026-11-02 12:00").value(), 1);  // W44, ended on 1 November
    QCOMPARE(desk.write("2026-11-16 12:00").value(), 1);  // W46
    desk.help("2026-10-28 10:00");
    desk.help("2026-11-04 10:00");  // W45
    QCOMPARE(desk.write("2026-11-17 12:00").value(), 1);
    QCOMPARE(desk.files(), (QStringList{"2026-W44-2.xlsx", "2026-W44.xlsx", "2026-W46.xlsx"}));
    desk.help("2026-10-29 10:00");
    QCOMPARE(desk.write("2026-12-06 11:00").value(), 2);  // the last day; and W48
    QVERIFY(desk.files().contains("2026-W44-3.xlsx"));
    desk.help("2026-10-30 10:00");
    QCOMPARE(desk.write("2026-12-07 11:00").value(), 0);
  }

  void reportThatWasWrittenButNotListed_isWrittenAgainInItsPlace() {
    Desk desk;
    desk.help("2026-11-18 10:00");
    QCOMPARE(desk.write("2026-11-23 12:00").value(), 1);
    const QByteArray whole = desk.bytes("2026-W47.xlsx");
    QVERIFY(QFile::remove(desk.folder.path(desk.stem() + "reports.csv")));  // as after a crash
    QFile torn{desk.folder.path("." + desk.stem() + "2026-W47.xlsx.new")};
    QVERIFY(torn.open(QIODevice::WriteOnly) && torn.write("half") == 4);
    torn.close();
    QCOMPARE(desk.write("2026-11-23 13:00").value(), 1);
    QCOMPARE(desk.files(), QStringList{"2026-W47.xlsx"});
    QVERIFY(desk.bytes("2026-W47.xlsx") == whole);
    QVERIFY(!torn.exists());
  }

  void everyEdition_isThereForReadingToo() {
    Desk desk;
    desk.help("2026-11-18 10:00");
    QCOMPARE(desk.write("2026-11-23 12:00").value(), 1);
    desk.help("2026-11-19 10:00");
    QCOMPARE(desk.write("2026-11-24 12:00").value(), 1);
    const auto text = [&desk](const char* name) {
      const Ran ran =
          runProgram("/usr/bin/pdftotext", {"-layout", desk.folder.path(desk.stem() + name), "-"});
      return ran.out.simplified();
    };
    const QString first = text("2026-W47.pdf");
    QVERIFY2(first.contains("Henvendelser 1 "), qPrintable(first));
    QVERIFY(first.contains("16-11-2026 – 22-11-2026 · Alle steder · Dannet den 23-11-2026"));
    const QString second = text("2026-W47-2.pdf");
    QVERIFY2(second.contains("Henvendelser 2 ") && second.contains("Udgave 2"), qPrintable(second));
    QCOMPARE(desk.list().size(), std::size_t{3});
  }

  void anotherWriter_isNotDisturbed() {
    Desk desk;
    {
      const auto lock = platform::FolderLock::take(desk.folder.path().toStdString());
      QVERIFY(lock.ok());
      QCOMPARE(desk.write("2026-11-23 12:00").error().code, ErrorCode::Refused);
      QCOMPARE(desk.files(), QStringList{});
    }
    QCOMPARE(desk.write("2026-11-23 12:00").value(), 1);
  }

  void manyAtOnce_writeItOnce() {
    Desk desk;
    const Instant now = at("2026-11-23 12:00");
    const hub::ReportOptions options{desk.folder.path().toStdString(), ReportEvery::Week};
    std::vector<std::future<int>> writers;
    for (int i = 0; i < 8; ++i) {
      writers.push_back(std::async(std::launch::async, [&] {
        for (;;) {
          const auto written = hub::writeReports(*desk.world.storage, options, now);
          if (written) return *written;
          if (written.error().code != ErrorCode::Refused) return -1;
        }
      }));
    }
    std::multiset<int> written;
    for (auto& writer : writers) written.insert(writer.get());
    QVERIFY(written == (std::multiset<int>{0, 0, 0, 0, 0, 0, 0, 1}));
    QCOMPARE(desk.files(), QStringList{"2026-W47.xlsx"});
    QCOMPARE(desk.list().size(), std::size_t{2});
  }

  void folderOrListThatCannotBeUsed_isAnError_andNothingIsLost() {
    Desk desk;
    const hub::ReportOptions none{desk.folder.path("none").toStdString(), ReportEvery::Week};
    QCOMPARE(hub::writeReports(*desk.world.storage, none, at("2026-11-23 12:00")).error().code,
             ErrorCode::Storage);
    QVERIFY(!QFile::exists(desk.folder.path("none")));
    QCOMPARE(desk.write("2026-11-23 12:00").value(), 1);
    for (const char* text : {"", "a,b\n", "period,from,to,edition,made_on,file,figures\nx,y\n"}) {
      QFile list{desk.folder.path(desk.stem() + "reports.csv")};
      QVERIFY(list.open(QIODevice::WriteOnly) && list.write(text) >= 0);
      list.close();
      const auto written = desk.write("2026-11-30 12:00");
      QCOMPARE(written.error().code, ErrorCode::Invalid);
      QVERIFY(written.error().text().find("no list of reports") != std::string::npos);
      QVERIFY(desk.bytes("reports.csv") == text);
    }
    QCOMPARE(desk.files(), QStringList{"2026-W47.xlsx"});
  }

  void hubsOfOneDatabase_writeOneReport() {
    const QString database = onPostgres() ? anotherDatabase() : QString{};
    Folder folder;
    const QStringList options = {"--report", "weekly", "--report-folder", folder.path()};
    HubProcess one{QStringList{}, database};
    one.start(options);
    QVERIFY(one.logs("reports are up to date"));
    QCOMPARE(metric(one, "vejviser_reports_written_total"), 1.);
    const QStringList written = QDir{folder.path()}.entryList(QDir::Files | QDir::Hidden);
    QCOMPARE(written.size(), 4);  // the report as a workbook and as a PDF, the list, the lock
    if (!onPostgres()) one.stop();
    std::unique_ptr<HubProcess> other;
    if (onPostgres()) other = HubProcess::beside(database);
    HubProcess& second = other ? *other : one;
    second.start(options);
    QVERIFY(second.logs("reports are up to date"));
    QVERIFY(metric(second, "vejviser_reports_checked_timestamp_seconds") > 1e9);
    QCOMPARE(metric(second, "vejviser_reports_written_total"), 0.);
    QCOMPARE(metric(second, "vejviser_reports_failing"), 0.);
    QCOMPARE(QDir{folder.path()}.entryList(QDir::Files | QDir::Hidden), written);
  }

  void folderThatIsGone_showsInTheMetrics_andTheHubWorks() {
    HubProcess hub;
    hub.start({"--report", "monthly", "--report-folder", "/nowhere/reports"});
    QVERIFY(hub.logs("no report: "));
    QCOMPARE(metric(hub, "vejviser_reports_failing"), 1.);
    QCOMPARE(request("GET", hub.url() + "/ready").status, 200);
  }

  void settings_goTogether() {
    HubProcess hub;
    const Ran alone = hub.command({"config", "check", "--report", "weekly"});
    QCOMPARE(alone.exitCode, 2);
    QVERIFY(alone.err.contains("report and report-folder: both or neither"));
    const Ran never = hub.command({"config", "check", "--report", "daily"});
    QCOMPARE(never.exitCode, 2);
    QVERIFY2(never.err.contains("weekly or monthly"), qPrintable(never.err));
    const QStringList good = {"config", "check", "--report", "weekly", "--report-folder", "/srv"};
    QCOMPARE(hub.command(good).exitCode, 0);
  }
};

QTEST_GUILESS_MAIN(TstReports)
#include "tst_reports.moc"
