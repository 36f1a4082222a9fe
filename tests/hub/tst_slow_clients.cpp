// Goal: slow clients take nothing from the others and are shown out.
// Method: slowhttptest attacks the real program, with slow heads, slow bodies and slow reading,
// while tablets and browsers ask; every one of them must be answered, and the hub must be rid of
// all the attack's connections while it goes on. What counts is answers, not time. The attack comes
// from 127.0.0.1, which no limit per address holds back: only the deadlines do.
#include "tests/hub/hub_requests.h"

#include <QDir>
#include <QStandardPaths>
#include <QTest>

using namespace vejviser;
using namespace vejviser::test;

namespace {
constexpr int kAttackers = 800;
constexpr int kLongest_s = 240;  // the attack would go on so long
const QString kTool = QStringLiteral("slowhttptest");

/// How many files and sockets a process has open.
qsizetype descriptorsOf(qint64 pid) {
  return QDir{QStringLiteral("/proc/%1/fd").arg(pid)}
      .entryList(QDir::Files | QDir::System | QDir::NoDotAndDotDot)
      .size();
}
}  // namespace

class TstSlowClients : public QObject {
  Q_OBJECT

 private slots:
  void slowClients_takeNothingFromOthers_andAreCut_data() {
    QTest::addColumn<QStringList>("kind");
    QTest::addColumn<QString>("path");
    QTest::newRow("heads") << QStringList{"-H", "-i", "5", "-x", "24"} << "/v1/sync";
    QTest::newRow("bodies") << QStringList{"-B", "-i", "5", "-s", "65536", "-x", "10"}
                            << "/v1/sync";
    QTest::newRow("reading") << QStringList{"-X", "-w", "1",  "-y", "2", "-n",
                                            "5",  "-z", "16", "-k", "9"}
                             << "/openapi.yaml";
  }

  void slowClients_takeNothingFromOthers_andAreCut() {
    if (QStandardPaths::findExecutable(kTool).isEmpty()) QSKIP("slowhttptest is not installed");
    QFETCH(QStringList, kind);
    QFETCH(QString, path);
    const Folder dir;
    HubProcess hub;
    hub.start();
    hub.enrol(dir.path("tablet"));
    const QString bearer = "Authorization: Bearer " + tokenOf(dir.path("tablet"));
    const qsizetype before = descriptorsOf(hub.pid());
    QProcess attack;
    attack.setProcessChannelMode(QProcess::MergedChannels);
    attack.start(
        kTool, kind + QStringList{"-c", QString::number(kAttackers), "-r", "400", "-l",
                                  QString::number(kLongest_s), "-p", "2", "-u", hub.url() + path});
    QVERIFY(attack.waitForStarted());
    EntryMaker maker{"1111111111111111"};
    int asked = 0;
    qsizetype most = 0;
    bool cut = false;
    while (!cut) {
      ++asked;
      QCOMPARE(request("GET", hub.url() + "/health").status, 200);
      QCOMPARE(
          request("POST", hub.url() + "/v1/sync", pushOf({maker.help()}), {bearer, kJson}).status,
          200);
      QCOMPARE(request("GET", hub.url() + "/login").status, 200);
      const qsizetype open = descriptorsOf(hub.pid()) - before;
      most = std::max(most, open);
      cut = most > kAttackers / 2 && open < kAttackers / 20;
      attack.waitForFinished(200);
      QVERIFY2(!attack.readAll().contains("Hit test time limit"), "the attack held out");
    }
    attack.kill();
    attack.waitForFinished();
    QVERIFY(asked >= 10);
    QCOMPARE(hub.number("SELECT count(*) FROM entry"), asked);
    qInfo("%d rounds of three requests, all answered; %lld connections, then none", asked,
          static_cast<long long>(most));
  }
};

QTEST_GUILESS_MAIN(TstSlowClients)
#include "tst_slow_clients.moc"
