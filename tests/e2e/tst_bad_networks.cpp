// Goal: answers that are lost, late, broken, old, or somebody else's lose nothing and double
// nothing. Method: the real tablet and the real hub with a proxy between them that misbehaves on
// command.
#include "tests/support/chaos_proxy.h"
#include "tests/support/programs.h"

#include <QFile>
#include <QTest>
#include <csignal>

using namespace vejviser;
using namespace vejviser::test;

namespace {

/// A tablet, a hub and what lies between them.
struct Line {
  explicit Line(const ChaosOptions& options = {}) : between(hub.port(), options) {
    hub.start();
    if (options.tls) trusting = {"--ca-file", options.tls->certFile};
    const Ran ran = cli(tablet, trusting + QStringList{"enrol", between.url(), hub.enrolCode()});
    if (ran.exitCode != 0) qFatal("not enrolled: %s", qPrintable(ran.err));
  }

  Ran sync() const { return cli(tablet, trusting + QStringList{"sync"}); }
  void startSync(QProcess& process) const {
    process.start(programPath("vejviser-cli"), {"--data", tablet, "sync"});
  }
  /// A number of `status`, such as "waiting".
  int status(const QString& word) const {
    return cli(tablet, {"status"}).out.section(word, 1).simplified().section(' ', 0, 0).toInt();
  }
  qint64 onHub() const { return hub.number("SELECT count(*) FROM entry"); }

  HubProcess hub;
  ChaosProxy between;
  Folder dir;
  QString tablet = dir.path("tablet");
  QStringList trusting;
};

/// Faults that the hub does not see: it gets the request, and has what was in it.
bool reachesTheHub(Fault fault) {
  switch (fault) {
    case Fault::ResetRequest:
    case Fault::ReplayOld:
    case Fault::ReplayLast:
    case Fault::PortalPage:
    case Fault::PortalRedirect:
    case Fault::PortalLogIn:
      return false;
    default:
      return true;
  }
}

bool ended(const QProcess& process, int seconds = 120) {
  return eventually([&] { return process.state() == QProcess::NotRunning; }, seconds);
}

}  // namespace

class TstBadNetworks : public QObject {
  Q_OBJECT

 private slots:
  void everyFault_losesNothing_andDoublesNothing_data() {
    QTest::addColumn<int>("number");
    for (Fault fault : allFaults()) QTest::newRow(nameOf(fault)) << static_cast<int>(fault);
  }

  void everyFault_losesNothing_andDoublesNothing() {
    QFETCH(int, number);
    const auto fault = static_cast<Fault>(number);
    Line line;
    QCOMPARE(line.sync().exitCode, 0);
    QCOMPARE(cli(line.tablet, {"log", "mitid-help", "--count", "7"}).exitCode, 0);
    line.between.setFault(fault);
    const bool late = fault == Fault::Delay;
    for (int i = 0; i < 3; ++i) {
      const Ran ran = line.sync();
      QCOMPARE(ran.exitCode, late ? 0 : 3);
      QVERIFY2(late || ran.err.contains("kept"), qPrintable(ran.err));
    }
    QVERIFY(line.between.met(fault) >= 3);
    // A byte of the head that nobody needs, or of gzip's, may be the one that is corrupted.
    const bool perhaps = fault == Fault::CorruptRequest;
    QVERIFY(perhaps || line.onHub() == (reachesTheHub(fault) ? 7 : 0));
    // What the hub could not read is quarantined until a person, or a sync, says "send now".
    const int quarantined = line.status("quarantined");
    QVERIFY(quarantined == 0 || perhaps);
    QVERIFY(perhaps || line.status("waiting") + quarantined == (late ? 0 : 7));
    line.between.setFault(Fault::None);
    QCOMPARE(line.sync().exitCode, 0);
    QCOMPARE(line.status("waiting"), 0);
    QCOMPARE(line.onHub(), 7);
    QCOMPARE(statistics(line.hub, line.tablet, "")["helps"].toInt(), 7);
    QCOMPARE(cliFigures(line.tablet, {"--shared"})["helps"].toInt(), 7);
    QCOMPARE(line.hub.command({"recount"}).exitCode, 0);
  }

  void anAnswerToAnother_isNotTakenForOnesOwn() {
    Line line;
    const QString other = line.dir.path("other");
    line.hub.enrol(other, "library", "hb", line.between.url());
    QCOMPARE(line.sync().exitCode, 0);
    for (const char* topic : {"loan", "print"}) {  // the second answer does not speak of loans
      QCOMPARE(cli(other, {"log", topic}).exitCode, 0);
      QCOMPARE(cli(other, {"sync"}).exitCode, 0);
    }
    line.between.setFault(Fault::ReplayLast);
    QCOMPARE(line.sync().exitCode, 3);
    line.between.setFault(Fault::None);
    QCOMPARE(line.sync().exitCode, 0);
    QCOMPARE(cliFigures(line.tablet, {"--shared"})["by_topic"],
             statistics(line.hub, line.tablet, "")["by_topic"]);
  }

  void silence_isGivenUpByTheTabletItself_andLosesNothing() {
    HubProcess hub;
    hub.start();
    const Folder dir;
    const ChaosOptions lasting{.tls = {}, .patience = std::chrono::hours{1}};
    ChaosProxy hole{hub.port(), lasting};
    ChaosProxy trickle{hub.port(), lasting};
    hub.enrol(dir.path("a"), "library", "hb", hole.url());
    hub.enrol(dir.path("b"), "library", "hb", trickle.url());
    hole.setFault(Fault::BlackHole);
    trickle.setFault(Fault::Trickle);
    QProcess syncs[2];  // both at once: each takes as long as the client's patience
    for (int i : {0, 1}) {
      const QString tablet = dir.path(i == 0 ? "a" : "b");
      QCOMPARE(cli(tablet, {"log", "print", "--count", "3"}).exitCode, 0);
      syncs[i].start(programPath("vejviser-cli"), {"--data", tablet, "sync"});
    }
    for (const QProcess& sync : syncs) {
      QVERIFY(ended(sync));
      QCOMPARE(sync.exitCode(), 3);
    }
    hole.setFault(Fault::None);
    trickle.setFault(Fault::None);
    for (const char* name : {"a", "b"}) QCOMPARE(cli(dir.path(name), {"sync"}).exitCode, 0);
    QCOMPARE(hub.number("SELECT count(*) FROM entry"), 6);
    QCOMPARE(statistics(hub, dir.path("a"), "")["helps"].toInt(), 6);
  }

  void aStrangersCertificate_isNotTrusted_andNothingIsSent() {
    const Folder own;
    const Folder strange;
    const Certificate certificate = makeCertificate(own.path(), "DNS:localhost");
    Line line{{.tls = certificate}};
    QCOMPARE(cli(line.tablet, {"log", "mitid-help", "--count", "2"}).exitCode, 0);
    const int before = line.between.requests();
    line.between.setCertificate(makeCertificate(strange.path(), "DNS:localhost"));
    const Ran ran = line.sync();
    QCOMPARE(ran.exitCode, 3);
    QVERIFY2(ran.err.contains("certificate"), qPrintable(ran.err));
    line.between.setCertificate(makeCertificate(own.path(), "DNS:hub.example"));
    QCOMPARE(line.sync().exitCode, 3);
    QCOMPARE(line.between.requests(), before);
    QCOMPARE(line.onHub(), 0);
    line.between.setCertificate(makeCertificate(own.path(), "DNS:localhost"));
    QCOMPARE(line.sync().exitCode, 0);
    QCOMPARE(line.onHub(), 2);
  }

  void theHubKilled_inTheMiddleOfPushes_losesNothing() {
    Line line;
    QCOMPARE(cli(line.tablet, {"log", "mitid-help", "--count", "1500"}).exitCode, 0);
    for (int i = 0; i < 5; ++i) {
      QProcess sync;
      const int before = line.between.requests();
      line.startSync(sync);
      QVERIFY(eventually([&] {
        return line.between.requests() > before || sync.state() == QProcess::NotRunning;
      }));
      line.hub.killHard();
      QVERIFY(ended(sync));
      line.hub.start();
    }
    QVERIFY(eventually([&] { return line.sync().exitCode == 0; }));
    QCOMPARE(line.onHub(), 1500);
    QCOMPARE(statistics(line.hub, line.tablet, "")["helps"].toInt(), 1500);
    QCOMPARE(line.hub.command({"recount"}).exitCode, 0);
  }

  void theHubStopped_inTheMiddleOfASync_goesOnAsIfNothingHadBeen() {
    Line line;
    QCOMPARE(cli(line.tablet, {"log", "mitid-help", "--count", "40"}).exitCode, 0);
    const int before = line.between.requests();
    line.hub.signal(SIGSTOP);
    QProcess sync;
    line.startSync(sync);
    QVERIFY(eventually([&] { return line.between.requests() > before; }));
    QCOMPARE(sync.state(), QProcess::Running);  // it waits
    line.hub.signal(SIGCONT);
    QVERIFY(ended(sync));
    QCOMPARE(sync.exitCode(), 0);
    QCOMPARE(line.onHub(), 40);
  }

  void theTabletStopped_inTheMiddleOfASync_goesOn_andKilledThere_losesNothing() {
    Line line;
    for (const bool dies : {false, true}) {
      QCOMPARE(cli(line.tablet, {"log", "mitid-help", "--count", "40"}).exitCode, 0);
      const int before = line.between.requests();
      const qint64 had = line.onHub();
      line.hub.signal(SIGSTOP);
      QProcess sync;
      line.startSync(sync);
      QVERIFY(eventually([&] { return line.between.requests() > before; }));
      kill(static_cast<pid_t>(sync.processId()), SIGSTOP);
      line.hub.signal(SIGCONT);
      QVERIFY(eventually([&] { return line.onHub() == had + 40; }));
      kill(static_cast<pid_t>(sync.processId()), dies ? SIGKILL : SIGCONT);
      QVERIFY(ended(sync));
      QCOMPARE(sync.exitStatus(), dies ? QProcess::CrashExit : QProcess::NormalExit);
      QCOMPARE(line.status("waiting"), dies ? 40 : 0);  // the dead one did not read the answer
    }
    QCOMPARE(line.sync().exitCode, 0);
    QCOMPARE(line.status("waiting"), 0);
    QCOMPARE(line.onHub(), 80);
    QCOMPARE(statistics(line.hub, line.tablet, "")["helps"].toInt(), 80);
  }

  void aHubMadeAnew_orRestored_getsEverythingAgain() {
    Line line;
    QCOMPARE(cli(line.tablet, {"log", "mitid-help", "--count", "5"}).exitCode, 0);
    QCOMPARE(line.sync().exitCode, 0);
    line.hub.stop();
    const QString database = line.hub.folder() + "/hub.db";
    QVERIFY(QFile::copy(database, line.dir.path("backup.db")));
    line.hub.start();
    QCOMPARE(cli(line.tablet, {"log", "print", "--count", "5"}).exitCode, 0);
    QCOMPARE(line.sync().exitCode, 0);
    line.hub.stop();
    QVERIFY(QFile::remove(database) && QFile::copy(line.dir.path("backup.db"), database));
    line.hub.start();
    QCOMPARE(line.onHub(), 5);
    QCOMPARE(line.sync().exitCode, 0);
    QCOMPARE(line.onHub(), 10);
    QCOMPARE(cliFigures(line.tablet, {"--shared"})["helps"].toInt(), 10);
  }

  void theBadge_saysWhy_andLoggingGoesOn() {
    Line line;
    QCOMPARE(line.sync().exitCode, 0);
    line.between.setFault(Fault::PortalPage);
    AppProcess app{line.tablet};
    app.hand("tap tile-mitid-help");
    app.hand("tap syncBadge");
    app.hand("wait sendNow visible true");  // not while it sends already
    app.hand("tap sendNow");
    app.hand("wait syncTrouble text *gæstenettet");
    QCOMPARE(app.hand("get syncBadge text"), "1 venter");
    app.hand("key Escape");
    app.hand("tap tile-mitid-business");
    QVERIFY(app.hand("get syncBadge text").startsWith("2 venter"));
    line.between.setFault(Fault::None);
    app.hand("tap syncBadge");
    app.hand("wait sendNow visible true");  // not while it sends already
    app.hand("tap sendNow");
    app.hand("wait syncBadge text *Sendt");
    app.quit();
    QCOMPARE(line.onHub(), 2);
  }
};

QTEST_GUILESS_MAIN(TstBadNetworks)
#include "tst_bad_networks.moc"
