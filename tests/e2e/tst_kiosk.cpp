// Goal: the app is at home on a desktop and alone on a tablet: it fills the screen, nobody can
// close it, it comes back when it dies, it goes on when it was stopped, and what one writes on the
// screen's keys is in sight.
// Method: the real app on weston, as on a kiosk, with the very files of platform/kiosk; SIGSTOP
// stands for a tablet that sleeps. What a desktop is told is installed and checked with its tools.
#include "platform/doorbell.h"
#include "tests/support/programs.h"
#include "tests/support/screen.h"

#include <QColor>
#include <QFileInfo>
#include <QImage>
#include <QTest>

using namespace vejviser::test;

namespace {

using Start = AppProcess::Start;

const QString kPlatform = QStringLiteral(VEJVISER_SOURCE "/platform/");
const QStringList kKeys{"QT_IM_MODULE=qtvirtualkeyboard"};

/// {left, top, right, bottom} of what can be seen.
QList<int> where(AppProcess& app, const QString& name) {
  QList<int> edges;
  for (const QString& edge : app.hand("where " + name).split(' ')) edges << edge.toInt();
  return edges;
}

bool isStopped(qint64 pid) {
  QFile file{QStringLiteral("/proc/%1/stat").arg(pid)};
  return file.open(QIODevice::ReadOnly) && file.readAll().contains(") T ");
}

QByteArray contentOf(const QString& path) {
  QFile file{path};
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

/// A kiosk's weston.ini, with the app's starter from the source folder.
QString kioskConfig(const Folder& dir) {
  QByteArray text = contentOf(kPlatform + "kiosk/weston.ini");
  const QByteArray installed = "path=/usr/local/bin/vejviser-kiosk\n";
  if (text.count(installed) != 1) qFatal("weston.ini starts something else");
  text.replace(installed, "path=" + (kPlatform + "kiosk/vejviser-kiosk\n").toUtf8());
  QFile file{dir.path("weston.ini")};
  if (!file.open(QIODevice::WriteOnly) || file.write(text) < 0) qFatal("no weston.ini");
  return file.fileName();
}

/// The app's process, once it can be called; 0 when it does not come.
qint64 runningApp(const QString& tablet) {
  const bool open =
      eventually([&] { return vejviser::platform::ringDoorbell(tablet.toStdString()); }, 60);
  return open ? contentOf(tablet + "/lock").toLongLong() : 0;
}

}  // namespace

class TstKiosk : public QObject {
  Q_OBJECT

 private slots:
  void theApp_fillsTheScreen() {
    Weston screen;
    const Folder dir;
    AppProcess app{dir.path("tablet"), Start::AndWait, {{"--kiosk"}, screen.client()}};
    app.hand("tap welcome-library");
    app.hand("wait window visibility FullScreen");
    QCOMPARE(app.hand("get window width").toInt(), Weston::kWidth);
    QCOMPARE(app.hand("get window height").toInt(), Weston::kHeight);
    app.hand("grab " + dir.path("picture.png"));
    const QImage picture{dir.path("picture.png")};
    QCOMPARE(picture.size(), QSize(Weston::kWidth, Weston::kHeight));
    const QRgb rail = picture.pixel(8, Weston::kHeight - 8);
    const QRgb paper = picture.pixel(Weston::kWidth - 4, Weston::kHeight - 4);
    QCOMPARE(QColor{rail}.name(), QString{"#ffffff"});
    QCOMPARE(QColor{paper}.name(), QString{"#f6f5f1"});
  }

  void nobodyCanClose_theAppOfAKiosk() {
    const Folder dir;
    AppProcess app{dir.path("tablet"), Start::AndWait, {{"--kiosk"}, {}}};
    app.hand("tap welcome-library");
    for (const char* way : {"key Alt+F4", "key Ctrl+Q", "key Ctrl+W", "key Escape", "key F11"}) {
      app.hand(way);
    }
    QVERIFY(!app.attempt("close"));
    QCOMPARE(app.hand("get window visible"), QString{"true"});
    QCOMPARE(app.hand("get window visibility"), QString{"FullScreen"});
    app.hand("tap tile-mitid-help");
    AppProcess window{dir.path("other")};  // where it is one among others, it closes
    window.hand("close");
  }

  void aTabletThatSlept_goesOn_andSends() {
    Weston screen;
    HubProcess hub;
    const Folder dir;
    const QString tablet = dir.path("tablet");
    hub.start();
    hub.enrol(tablet);
    AppProcess app{tablet, Start::AndWait, {{"--kiosk"}, screen.client()}};
    app.hand("tap tile-mitid-help");
    app.hand("wait syncBadge text *Sendt");
    kill(static_cast<pid_t>(app.pid()), SIGSTOP);
    QVERIFY(eventually([&] { return isStopped(app.pid()); }));
    hub.killHard();  // the connection that the app listens on is gone when it wakes
    hub.start();
    kill(static_cast<pid_t>(app.pid()), SIGCONT);
    app.hand("tap tile-mitid-help");
    app.hand("wait syncBadge text *Sendt");
    QVERIFY(eventually([&] { return hub.entries().size() == 2; }));
    QCOMPARE(app.hand("get window width").toInt(), Weston::kWidth);
  }

  void whatTheTabletBootsInto_isStartedAnew_whenItDies() {
    const Folder dir;
    const QString data = dir.path("data");
    const QString tablet = data + "/vejviser";
    const QStringList arguments{"--config=" + kioskConfig(dir)};
    const QStringList environment{"PATH=" + programPath(":") + qEnvironmentVariable("PATH"),
                                  "XDG_DATA_HOME=" + data};
    qint64 before = 0;
    for (int boot = 0; boot < 2; ++boot) {
      Weston screen{arguments, environment};
      const qint64 app = runningApp(tablet);
      QVERIFY2(app > 0 && app != before, qPrintable(screen.log()));
      const QByteArray line = contentOf(QStringLiteral("/proc/%1/cmdline").arg(app));
      QCOMPARE(line.split('\0'), (QByteArrayList{"vejviser", "--kiosk", ""}));
      QVERIFY(screen.running());
      kill(static_cast<pid_t>(app), SIGKILL);
      QVERIFY2(eventually([&] { return !screen.running(); }, 60),
               "weston must end with the app: only then systemd starts both");
      before = app;
    }
  }

  void theUnit_isSound_andNeverGivesUp() {
    const QString unit = kPlatform + "kiosk/vejviser-kiosk.service";
    const QByteArray text = contentOf(unit);
    for (const char* line : {"\nRestart=always\n", "\nStartLimitIntervalSec=0\n",
                             "\nExecStart=/usr/bin/weston --config=/etc/vejviser/weston.ini\n"}) {
      QVERIFY2(text.contains(line), line);
    }
    const Ran ran = runProgram("systemd-analyze", {"verify", "--man=no", unit});
    QCOMPARE(ran.err, QString{});
    QCOMPARE(ran.exitCode, 0);
  }

  void theKeys_areDanish_andHideNothing_data() {
    QTest::addColumn<QString>("size");
    QTest::newRow("tablet") << "1280 800";
    QTest::newRow("tablet upright") << "800 1280";
    QTest::newRow("phone") << "400 800";
    QTest::newRow("small tablet") << "1024 600";
  }

  void theKeys_areDanish_andHideNothing() {
    QFETCH(QString, size);
    const Folder dir;
    AppProcess app{dir.path("tablet"), Start::AndWait, {{}, kKeys + QStringList{"LC_ALL=C.UTF-8"}}};
    app.hand("size " + size);
    app.hand("tap welcome-library");
    QCOMPARE(app.hand("get touchKeyboard visible"), QString{"false"});
    app.hand("tap search");
    app.hand("wait touchKeyboard visible true");
    const QList<int> keys = where(app, "keys");
    const int letter = (keys[2] - keys[0]) / 11;
    const int row = (keys[3] - keys[1]) / 4;
    const auto press = [&](int column, int line) {
      app.hand(QStringLiteral("press %1 %2")
                   .arg(keys[0] + letter * column + letter / 2)
                   .arg(keys[1] + row * line + row / 2));
    };
    press(9, 1);
    press(10, 1);
    press(10, 0);
    app.hand("wait search text Æøå");
    app.hand("key Escape");
    app.hand("tap tile-mitid-help");  // a tap on something else puts them away
    app.hand("wait touchKeyboard visible false");
    app.hand("go settings");
    for (const char* field : {"enrolCode", "hubAddress"}) {
      app.hand(QStringLiteral("tap ") + field);
      app.hand("wait touchKeyboard visible true");
      const QList<int> place = where(app, field);
      const QList<int> keyboard = where(app, "touchKeyboard");
      QVERIFY2(place[3] <= keyboard[1], qPrintable(QStringLiteral("%1 ends at %2, keys begin at %3")
                                                       .arg(field)
                                                       .arg(place[3])
                                                       .arg(keyboard[1])));
      app.hand("tap hideKeyboard");
      app.hand("wait touchKeyboard visible false");
    }
    QCOMPARE(where(app, "window")[3], size.section(' ', 1, 1).toInt());
  }

  void theKeys_comeUpOnWeston() {
    const XServer server;
    Weston screen{{"--no-config", "--shell=kiosk-shell.so"}, {server.display()}};
    const Folder dir;
    AppProcess app{dir.path("tablet"), Start::AndWait, {{"--kiosk"}, screen.client() + kKeys}};
    app.hand("wait window active true");
    app.hand("tap welcome-library");
    app.hand("tap search");
    app.hand("wait touchKeyboard visible true");
    QCOMPARE(where(app, "touchKeyboard")[3], Weston::kHeight);
    QCOMPARE(app.hand("get window active"), QString{"true"});  // the keys are in its own window
  }

  void aDesktop_isTold_whatTheAppIs() {
    const Folder dir;
    const Ran ran = runProgram(
        "cmake", {"--install", VEJVISER_BUILD, "--component", "tablet", "--prefix", dir.path()});
    QVERIFY2(ran.exitCode == 0, qPrintable(ran.err));
    const QString entry = dir.path("share/applications/vejviser.desktop");
    const Ran check = runProgram("desktop-file-validate", {entry});
    QCOMPARE(check.out + check.err, QString{});
    QCOMPARE(check.exitCode, 0);
    const QByteArray text = contentOf(entry);
    const QByteArray program = text.mid(text.indexOf("\nExec=") + 6).split('\n').first();
    QVERIFY(QFileInfo{dir.path("bin/" + program)}.isExecutable());
    const QByteArray icon = text.mid(text.indexOf("\nIcon=") + 6).split('\n').first();
    const QImage picture{dir.path("share/icons/hicolor/scalable/apps/" + icon + ".svg")};
    QVERIFY(!picture.isNull());
    QCOMPARE(QColor{picture.pixel(picture.width() / 2, 10)}.name(), QString{"#0f6b6b"});
  }

  void theWindow_hasTheSameIcon() {
    const Folder dir;
    AppProcess app{dir.path("tablet")};
    app.hand("icon " + dir.path("icon.png"));
    const QImage drawn{kPlatform + "desktop/vejviser.svg"};
    const QImage shown{dir.path("icon.png")};
    QCOMPARE(shown.size(), drawn.size());
    QCOMPARE(shown.convertToFormat(QImage::Format_ARGB32),
             drawn.convertToFormat(QImage::Format_ARGB32));
  }
};

QTEST_GUILESS_MAIN(TstKiosk)
#include "tst_kiosk.moc"
