// Goal: answers that are lost, old, or somebody else's lose nothing and double nothing.
// Method: the real tablet and the real hub with a proxy between them that misbehaves on command.
#include "tests/support/interceptor.h"
#include "tests/support/programs.h"

#include <QFile>
#include <QTest>

using namespace vejviser;
using namespace vejviser::test;

namespace {

/// A tablet, a hub and what lies between them.
struct Line {
  Line() : between(hub.port()) {
    hub.start();
    const Ran ran = runProgramBeside(programPath("vejviser-cli"),
                                     {"--data", tablet, "enrol", between.url(), hub.enrolCode()});
    if (ran.exitCode != 0) qFatal("not enrolled: %s", qPrintable(ran.err));
  }

  Ran sync() const {
    return runProgramBeside(programPath("vejviser-cli"), {"--data", tablet, "sync"});
  }
  int waiting() const {
    return cli(tablet, {"status"})
        .out.section("waiting", 1)
        .simplified()
        .section(' ', 0, 0)
        .toInt();
  }

  HubProcess hub;
  Interceptor between;
  Folder dir;
  QString tablet = dir.path("tablet");
};

}  // namespace

class TstBadNetworks : public QObject {
  Q_OBJECT

 private slots:
  void lostAnswers_loseNothing_andDoubleNothing() {
    Line line;
    QCOMPARE(cli(line.tablet, {"log", "mitid-help", "--count", "40"}).exitCode, 0);
    line.between.setMode(Interceptor::Mode::LoseAnswers);
    for (int i = 0; i < 4; ++i) {
      const Ran ran = line.sync();
      QCOMPARE(ran.exitCode, 3);
      QVERIFY2(ran.err.contains("kept"), qPrintable(ran.err));
    }
    QVERIFY(line.between.answersLost() >= 4);
    QCOMPARE(line.hub.number("SELECT count(*) FROM entry"), 40);  // it had them all along
    QCOMPARE(line.waiting(), 40);                                 // the tablet cannot know
    line.between.setMode(Interceptor::Mode::Pass);
    QCOMPARE(line.sync().exitCode, 0);
    QCOMPARE(line.waiting(), 0);
    QCOMPARE(line.hub.number("SELECT count(*) FROM entry"), 40);
    QCOMPARE(statistics(line.hub, line.tablet, "")["helps"].toInt(), 40);
    QCOMPARE(cliFigures(line.tablet, {"--shared"})["helps"].toInt(), 40);
    QCOMPARE(line.hub.command({"recount"}).exitCode, 0);
  }

  void answersOfOthers_areNotBelieved_data() {
    QTest::addColumn<int>("mode");
    QTest::newRow("a portal answers 200 with a page")
        << static_cast<int>(Interceptor::Mode::Portal);
    QTest::newRow("a portal redirects") << static_cast<int>(Interceptor::Mode::Redirect);
    QTest::newRow("an old answer comes again") << static_cast<int>(Interceptor::Mode::ReplayOld);
    QTest::newRow("another hub answers") << static_cast<int>(Interceptor::Mode::OtherHub);
  }

  void answersOfOthers_areNotBelieved() {
    QFETCH(int, mode);
    Line line;
    QCOMPARE(line.sync().exitCode, 0);
    QCOMPARE(cli(line.tablet, {"log", "mitid-help", "--count", "7"}).exitCode, 0);
    line.between.setMode(static_cast<Interceptor::Mode>(mode));
    for (int i = 0; i < 3; ++i) QCOMPARE(line.sync().exitCode, 3);
    QCOMPARE(line.waiting(), 7);
    line.between.setMode(Interceptor::Mode::Pass);
    QCOMPARE(line.sync().exitCode, 0);
    QCOMPARE(line.waiting(), 0);
    QCOMPARE(line.hub.number("SELECT count(*) FROM entry"), 7);
    QCOMPARE(statistics(line.hub, line.tablet, "")["helps"].toInt(), 7);
  }

  void theHubKilled_inTheMiddleOfPushes_losesNothing() {
    Line line;
    QCOMPARE(cli(line.tablet, {"log", "mitid-help", "--count", "1500"}).exitCode, 0);
    for (int i = 0; i < 5; ++i) {
      QProcess sync;
      sync.start(programPath("vejviser-cli"), {"--data", line.tablet, "sync"});
      const int before = line.between.requests();
      eventually(
          [&] { return line.between.requests() > before || sync.state() == QProcess::NotRunning; });
      line.hub.killHard();
      eventually([&] { return sync.state() == QProcess::NotRunning; }, 60);
      line.hub.start();
    }
    QVERIFY(eventually([&] { return line.sync().exitCode == 0; }));
    QCOMPARE(line.hub.number("SELECT count(*) FROM entry"), 1500);
    QCOMPARE(statistics(line.hub, line.tablet, "")["helps"].toInt(), 1500);
    QCOMPARE(line.hub.command({"recount"}).exitCode, 0);
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
    QCOMPARE(line.hub.number("SELECT count(*) FROM entry"), 5);
    QCOMPARE(line.sync().exitCode, 0);
    QCOMPARE(line.hub.number("SELECT count(*) FROM entry"), 10);
    QCOMPARE(cliFigures(line.tablet, {"--shared"})["helps"].toInt(), 10);
  }

  void theBadge_saysWhy_andLoggingGoesOn() {
    Line line;
    QCOMPARE(line.sync().exitCode, 0);
    line.between.setMode(Interceptor::Mode::Portal);
    QProcess app;
    app.setEnvironment(QProcess::systemEnvironment() + QStringList{"QT_QPA_PLATFORM=offscreen"});
    app.start(programPath("vejviser-driver"), {"--data", line.tablet});
    const auto hand = [&](const QByteArray& command) {
      app.write(command + '\n');
      eventually([&] { return app.canReadLine(); }, 60);
      return app.readLine().trimmed();
    };
    eventually([&] { return app.canReadLine(); }, 60);
    QCOMPARE(app.readLine().trimmed(), QByteArray{"ok ready"});
    QCOMPARE(hand("tap tile-mitid-help"), QByteArray{"ok tile-mitid-help"});
    QCOMPARE(hand("tap syncBadge"), QByteArray{"ok syncBadge"});
    QCOMPARE(hand("tap sendNow"), QByteArray{"ok sendNow"});
    const QByteArray why = hand("wait syncTrouble text *gæstenettet");
    QVERIFY2(why.startsWith("ok"), why);
    QCOMPARE(hand("get syncBadge text"), QByteArray{"ok 1 venter"});
    QCOMPARE(hand("key Escape"), QByteArray{"ok Escape"});
    QCOMPARE(hand("tap tile-mitid-business"), QByteArray{"ok tile-mitid-business"});
    QVERIFY(hand("get syncBadge text").startsWith("ok 2 venter"));
    line.between.setMode(Interceptor::Mode::Pass);
    hand("tap syncBadge");
    hand("tap sendNow");
    const QByteArray sent = hand("wait syncBadge text *Sendt");
    QVERIFY2(sent.startsWith("ok"), sent);
    app.write("quit\n");
    eventually([&] { return app.state() == QProcess::NotRunning; });
    QCOMPARE(line.hub.number("SELECT count(*) FROM entry"), 2);
  }
};

QTEST_GUILESS_MAIN(TstBadNetworks)
#include "tst_bad_networks.moc"
