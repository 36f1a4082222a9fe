// Goal: starting the app again shows the window that is open; nothing that ended in a bad way, and
// nothing that is no app, stands in for it.
// Method: the real programs on one folder, killed, stopped and started at once; two windows on an
// X server. The window that a test looks at is always the first one.
#include "tests/support/programs.h"
#include "tests/support/screen.h"

#include <QFile>
#include <QTest>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

using namespace vejviser::test;

namespace {

const QStringList kOffscreen{"QT_QPA_PLATFORM=offscreen", "QT_QUICK_BACKEND=software"};
const QString kShown{"vejviser: its window was open already and has been brought to the front\n"};

QStringList inRuntimeDir(const QStringList& environment, const QString& tablet) {
  return environment + QStringList{"XDG_RUNTIME_DIR=" + tablet};
}

/// Starts the app again; one that does not end by itself is a failure, and ended.
Ran startAgain(const QString& tablet, const QStringList& environment) {
  return runProgram("timeout", {"60", programPath("vejviser"), "--data", tablet}, {}, environment);
}

Ran startAgain(const QString& tablet) {
  return startAgain(tablet, inRuntimeDir(kOffscreen, tablet));
}

void expectShown(const Ran& second) {
  QCOMPARE(second.err, kShown);
  QCOMPARE(second.exitCode, 0);
}

/// The process whose window a person would hit.
qint64 frontmost(const XServer& screen) {
  const Ran ran = runProgram("sh",
                             {"-c",
                              "xdotool mousemove 640 400 && eval $(xdotool getmouselocation "
                              "--shell) && xdotool getwindowpid $WINDOW"},
                             {}, {screen.display()});
  return ran.out.trimmed().toLongLong();
}

/// The process that has the folder, or had it last.
qint64 holderOf(const QString& tablet) {
  QFile lock{tablet + "/lock"};
  return lock.open(QIODevice::ReadOnly) ? lock.readAll().toLongLong() : 0;
}

/// What the system calls the folder's doorbell.
QByteArray doorOf(const QString& tablet) {
  struct stat folder {};
  stat(qPrintable(tablet), &folder);
  return "vejviser-" + QByteArray::number(static_cast<qulonglong>(folder.st_dev)) + '-' +
         QByteArray::number(static_cast<qulonglong>(folder.st_ino));
}

/// True when somebody has rung and nobody has come.
bool somebodyWaitsAt(const QString& tablet) {
  QFile sockets{"/proc/net/unix"};
  return sockets.open(QIODevice::ReadOnly) &&
         sockets.readAll().count('@' + doorOf(tablet) + '\n') == 2;
}

/// Rings with another program than ours, as a user; what it hears, "" for nothing.
QString ringAs(uid_t user, const QString& tablet) {
  QProcess bell;
  bell.setChildProcessModifier([user] {
    if (setuid(user) != 0) _exit(1);
  });
  bell.start("/usr/bin/python3",
             {"-c",
              "import socket, sys\nbell = socket.socket(socket.AF_UNIX)\n"
              "bell.connect('\\0' + sys.argv[1])\nprint('heard', bell.recv(1).decode())",
              doorOf(tablet)});
  bell.waitForFinished();
  return QString::fromUtf8(bell.readAllStandardOutput() + bell.readAllStandardError()).trimmed();
}

}  // namespace

class TstSingleInstance : public QObject {
  Q_OBJECT

 private slots:
  void aSecondStart_showsTheFirstWindow_andEndsWell() {
    const Folder dir;
    AppProcess app{dir.path("tablet")};
    app.hand("minimize");
    app.hand("wait window visibility Minimized");
    expectShown(startAgain(dir.path("tablet")));
    app.hand("wait window visibility Windowed");
    app.hand("minimize");
    expectShown(startAgain(dir.path("tablet") + "/."));  // by another path
    app.hand("wait window visibility Windowed");
  }

  void aSecondStart_bringsTheWindow_beforeAllOthers() {
    const XServer screen;
    const QStringList onScreen{"QT_QPA_PLATFORM=xcb", screen.display()};
    const Folder dir;
    AppProcess app{dir.path("tablet"), AppProcess::Start::AndWait, {{}, onScreen}};
    AppProcess other{dir.path("other"), AppProcess::Start::AndWait, {{}, onScreen}};
    QVERIFY(eventually([&] { return frontmost(screen) == other.pid(); }));
    expectShown(startAgain(dir.path("tablet"), inRuntimeDir(onScreen, dir.path("tablet"))));
    QVERIFY(eventually([&] { return frontmost(screen) == app.pid(); }));
    app.hand("wait window active true");
    QCOMPARE(other.hand("get window active"), QString{"false"});
  }

  void aFolderOfTheCommandLine_showsWhyNot_untilItIsFree() {
    HubProcess hub;
    const Folder dir;
    const QString tablet = dir.path("tablet");
    hub.start();
    hub.enrol(tablet);
    QCOMPARE(cli(tablet, {"log", "mitid-help"}).exitCode, 0);
    hub.stop();
    Servant sync;
    sync.start(programPath("vejviser-cli"), {"--data", tablet, "sync", "--patience", "600"});
    QVERIFY(eventually([&] { return holderOf(tablet) == sync.processId(); }));
    AppProcess refused{tablet};
    QVERIFY(refused.hand("get errorAdvice text").startsWith("Brug det vindue"));
    sync.kill();
    sync.waitForFinished();
    AppProcess app{tablet};  // the window that says why not does not stand in for it
    app.hand("get search text");
  }

  void afterKill9_theNextStart_hasAWindowOfItsOwn() {
    const Folder dir;
    for (int i = 0; i < 3; ++i) {
      AppProcess app{dir.path("tablet")};
      app.hand(i == 0 ? "tap welcome-library" : "get search text");
      app.killHard();
    }
  }

  void whoRingsAtOneThatHangs_isToldThatItIsInUse() {
    const Folder dir;
    AppProcess app{dir.path("tablet")};
    kill(static_cast<pid_t>(app.pid()), SIGSTOP);
    {
      AppProcess second{dir.path("tablet")};
      QVERIFY(second.hand("get errorAdvice text").startsWith("Brug det vindue"));
    }
    kill(static_cast<pid_t>(app.pid()), SIGCONT);
    app.hand("tap welcome-library");
    expectShown(startAgain(dir.path("tablet")));
  }

  void whoRings_whenTheOtherIsKilled_opensTheFolder() {
    const Folder dir;
    AppProcess app{dir.path("tablet")};
    app.hand("tap welcome-library");
    kill(static_cast<pid_t>(app.pid()), SIGSTOP);
    AppProcess second{dir.path("tablet"), AppProcess::Start::AndGoOn};
    QVERIFY(eventually([&] { return somebodyWaitsAt(dir.path("tablet")); }));
    app.killHard();
    QVERIFY(second.ready());
    second.hand("tap tile-mitid-help");
    expectShown(startAgain(dir.path("tablet")));  // and it can be called itself
  }

  void startsAtOnce_makeOneWindow() {
    const Folder dir;
    constexpr int kImpatience = 6;
    std::vector<std::unique_ptr<Servant>> apps;
    for (int i = 0; i < kImpatience; ++i) {
      apps.push_back(std::make_unique<Servant>());
      apps.back()->setEnvironment(QProcess::systemEnvironment() +
                                  inRuntimeDir(kOffscreen, dir.path()));
      apps.back()->start(programPath("vejviser"), {"--data", dir.path("tablet")});
    }
    const auto open = [&] {
      return std::count_if(apps.begin(), apps.end(),
                           [](auto& app) { return app->state() == QProcess::Running; });
    };
    QVERIFY(eventually([&] { return open() == 1; }, 60));
    for (auto& app : apps) {
      if (app->state() != QProcess::Running)
        expectShown({app->exitCode(), {}, app->readAllStandardError()});
    }
    expectShown(startAgain(dir.path("tablet")));
    QCOMPARE(open(), 1);
  }

  void aPathThatIsTooLongForASocket_isNoObstacle() {
    const Folder dir;
    const QString tablet = dir.path(QStringList(4, QString(60, 'x')).join('/'));
    AppProcess app{tablet, AppProcess::Start::AndWait, {{}, {"XDG_RUNTIME_DIR=" + dir.path()}}};
    app.hand("minimize");
    expectShown(startAgain(tablet, inRuntimeDir(kOffscreen, dir.path())));
    app.hand("wait window visibility Windowed");
  }

  void otherUsers_areNotHeard() {
    // Only root may become another user; the tests may be run by anybody.
    if (getuid() != 0) QSKIP("needs root, to be somebody else");
    const Folder dir;
    AppProcess app{dir.path("tablet")};
    app.hand("minimize");
    constexpr uid_t kNobody = 65534;
    QCOMPARE(ringAs(kNobody, dir.path("tablet")), QString{"heard"});
    app.hand("wait window visibility Minimized");
    QCOMPARE(ringAs(0, dir.path("tablet")),
             QString{"heard !"});  // it is the user that makes the difference
    app.hand("wait window visibility Windowed");
  }
};

QTEST_GUILESS_MAIN(TstSingleInstance)
#include "tst_single_instance.moc"
