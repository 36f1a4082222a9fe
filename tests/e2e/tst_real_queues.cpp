// Goal: real input in real amounts. Two weeks of called tickets of 21 citizen-service offices
// become helps on 21 tablets, offline; then all of it is on one hub, exactly once, and every figure
// equals a count made straight from the file by other means. Method: the importer, the tablets and
// the hub as they are; awk for the count. The data are read in place; without them the test is
// skipped.
#include "tests/support/programs.h"

#include <QFile>
#include <QTest>

using namespace vejviser;
using namespace vejviser::test;

namespace {

const QString kData = QStringLiteral(
    VEJVISER_SOURCE "/../shared/data/warsaw-queues/calls_2019-12-30_2020-01-10.csv.gz");

/// One office's clocks never called a ticket in the file: its tablet has nothing to say, and says
/// so.
const QString kSilentOffice = "UD_Srodmiescie_2";

const QString kPeriod = "from=2019-12-01&to=2020-12-31";
const QStringList kDays = {"--from", "2019-12-01", "--to", "2020-12-31"};

/// Sums the called tickets by an awk expression over date, time, office and called.
std::map<QString, qint64> countStraight(const QString& key, const QString& condition) {
  const QString script =
      QStringLiteral(
          "zcat '%1' | tail -n +2 | awk -v FPAT='([^,]*)|(\"[^\"]*\")' '"
          "{ gsub(/\"/, \"\"); n = split($0, c, \",\"); called = c[n-2]; date = c[1];"
          " hour = substr(c[2], 1, 2) + 0; office = tolower(c[3]); if (%3) sum[%2] += called }"
          " END { for (k in sum) print k, sum[k] }'")
          .arg(kData, key, condition);
  std::map<QString, qint64> sums;
  for (const QString& line :
       runProgram("bash", {"-c", script}).out.split('\n', Qt::SkipEmptyParts)) {
    sums[line.section(' ', 0, 0)] = line.section(' ', 1).toLongLong();
  }
  return sums;
}

const QString kPossible = "date < \"2020-06-01\"";
const QString kImpossible = "date >= \"2020-06-01\"";

qint64 total(const std::map<QString, qint64>& sums) {
  qint64 all = 0;
  for (const auto& [key, n] : sums) all += n;
  return all;
}

}  // namespace

class TstRealQueues : public QObject {
  Q_OBJECT

 private:
  Folder m_dir;
  std::unique_ptr<HubProcess> m_hub;
  QStringList m_offices;

  QString tablet(const QString& office) const { return m_dir.path(office); }
  static QString branch(const QString& office) { return office.toLower(); }
  Ran import(const QString& office) const {
    return cli(tablet(office),
               {"import", "--preset", "queue-snapshots", "--office", office, "--map",
                QStringLiteral(VEJVISER_SOURCE "/tests/e2e/warsaw_topics.csv"), "--report",
                m_dir.path(office + "-report.csv"), kData});
  }
  qint64 setAside(const QString& office) const {
    return cli(tablet(office), {"status", "--set-aside"}).out.count("held\tclock\t");
  }

 private slots:
  void initTestCase() {
    if (!QFile::exists(kData)) QSKIP("the queue data are not beside this checkout");
    const QString offices =
        runProgram("bash",
                   {"-c", "zcat '" + kData + "' | tail -n +2 | cut -d, -f3 | tr -d '\"' | sort -u"})
            .out;
    m_offices = offices.split('\n', Qt::SkipEmptyParts) << kSilentOffice;
    QCOMPARE(m_offices.size(), 21);
    QStringList branches;
    for (const QString& office : m_offices) branches << branch(office) + "=" + office;
    m_hub = std::make_unique<HubProcess>(branches);
    m_hub->start();
    for (const QString& office : m_offices)
      m_hub->enrol(tablet(office), "citizen_service", branch(office));
    m_hub->stop();
  }

  void import_offline_recordsEveryCalledTicket_andSetsImpossibleClocksApart() {
    const auto straight = countStraight("office", "1");
    const auto impossible = countStraight("office", kImpossible);
    for (const QString& office : m_offices) {
      const Ran ran = import(office);
      QVERIFY2(ran.exitCode == 0, qPrintable(ran.err));
      const qint64 tickets = straight.contains(branch(office)) ? straight.at(branch(office)) : 0;
      const qint64 held = impossible.contains(branch(office)) ? impossible.at(branch(office)) : 0;
      QVERIFY2(ran.out.contains(QStringLiteral("%1 read, %1 added").arg(tickets)),
               qPrintable(ran.out));
      QVERIFY2(ran.out.contains(QStringLiteral("%1 of them held").arg(held)), qPrintable(ran.out));
      QCOMPARE(cliFigures(tablet(office), kDays)["helps"].toInteger(), tickets - held);
    }
    QFile report{m_dir.path("UD_Bemowo-report.csv")};
    QVERIFY(report.open(QIODevice::ReadOnly));
    QCOMPARE(report.readAll().contains("held,\"the clock says 2020-12-3"),
             impossible.contains("ud_bemowo"));
  }

  void sync_bringsEverythingToOneHub_once() {
    m_hub->start();
    for (const QString& office : m_offices) {
      const Ran ran = cli(tablet(office), {"sync"});
      QVERIFY2(ran.exitCode == 0, qPrintable(ran.err));
    }
    QCOMPARE(m_hub->number("SELECT count(*) FROM entry"), total(countStraight("office", "1")));
    QCOMPARE(m_hub->number("SELECT count(*) FROM entry WHERE held = 'clock'"),
             total(countStraight("office", kImpossible)));
    QCOMPARE(m_hub->number("SELECT count(*) FROM entry WHERE held IS NOT NULL AND held <> 'clock'"),
             0);
    QCOMPARE(m_hub->command({"recount"}).exitCode, 0);
  }

  void figures_perOfficeHourAndDay_equalTheCountFromTheFile() {
    const auto byDay = countStraight("office \"/\" date", kPossible);
    const auto byHour = countStraight("office \"/\" hour", kPossible);
    std::map<QString, qint64> days;
    std::map<QString, qint64> hours;
    for (const QString& office : m_offices) {
      const QJsonObject figures =
          statistics(*m_hub, tablet(office), kPeriod + "&branch=" + branch(office));
      for (const auto& [day, n] : tableOf(figures, "by_day", {"day"}))
        days[branch(office) + "/" + day] = n;
      for (const auto& [hour, n] : tableOf(figures, "by_hour", {"hour"}))
        hours[branch(office) + "/" + hour] = n;
    }
    QVERIFY(days.size() > 100);
    QVERIFY(hours.size() > 150);
    QCOMPARE(days, byDay);
    QCOMPARE(hours, byHour);
    const QJsonObject all = statistics(*m_hub, tablet(m_offices[0]), kPeriod);
    QCOMPARE(all["helps"].toInteger(), total(byDay));
    QCOMPARE(tableOf(all, "by_day", {"day"}), countStraight("date", kPossible));
    QCOMPARE(tableOf(all, "by_hour", {"hour"}), countStraight("hour", kPossible));
  }

  void figures_ofEachTablet_equalTheHubsForItsScope() {
    for (const QString& office : m_offices) {
      const QJsonObject own = cliFigures(tablet(office), kDays);
      const QJsonObject hub =
          statistics(*m_hub, tablet(office), kPeriod + "&branch=" + branch(office));
      for (const char* table : {"by_topic", "by_day", "by_hour", "by_branch", "helps", "people"}) {
        QCOMPARE(own[table], hub[table]);
      }
    }
    const QString last = m_offices.last();  // pulled last: it has what all have sent
    const QJsonObject shared = cliFigures(tablet(last), QStringList{"--shared"} + kDays);
    QCOMPARE(shared["by_day"], statistics(*m_hub, tablet(last), kPeriod)["by_day"]);
  }

  void heldRows_areListedAndCounted_onTabletAndHub() {
    const auto impossible = countStraight("office", kImpossible);
    qint64 listed = 0;
    for (const QString& office : m_offices) {
      const qint64 held = impossible.contains(branch(office)) ? impossible.at(branch(office)) : 0;
      QCOMPARE(setAside(office), held);
      listed += held;
    }
    QVERIFY(listed > 10'000);
    const Ran status = m_hub->command({"status"});
    QVERIFY2(status.out.contains(QString::number(listed)), qPrintable(status.out));
    QCOMPARE(m_hub->command({"held", "--most", "1000000"}).out.count('\n'), listed);
  }

  void secondImport_andSecondSync_addNothing() {
    const qint64 before = m_hub->number("SELECT count(*) FROM entry");
    const qint64 pos = m_hub->number("SELECT pos FROM clk");
    for (const QString& office : m_offices) {
      const Ran ran = import(office);
      QVERIFY2(ran.out.contains(" 0 added"), qPrintable(ran.out));
      QCOMPARE(cli(tablet(office), {"sync"}).exitCode, 0);
    }
    QCOMPARE(m_hub->number("SELECT count(*) FROM entry"), before);
    QCOMPARE(m_hub->number("SELECT pos FROM clk"), pos);
    QCOMPARE(m_hub->command({"recount"}).exitCode, 0);
  }

  void export_ofATablet_importedElsewhere_givesTheSameFigures() {
    const QString office = "USC_Smyczkowa";
    const Ran exported = cli(tablet(office), {"export"});
    QCOMPARE(exported.exitCode, 0);
    QFile file{m_dir.path("export.csv")};
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(exported.out.toUtf8());
    file.close();
    const Ran ran =
        cli(m_dir.path("elsewhere"), {"import", "--preset", "vejviser", file.fileName()});
    QVERIFY2(ran.exitCode == 0, qPrintable(ran.err));
    QCOMPARE(cliFigures(m_dir.path("elsewhere"), kDays), cliFigures(tablet(office), kDays));
  }
};

QTEST_GUILESS_MAIN(TstRealQueues)
#include "tst_real_queues.moc"
