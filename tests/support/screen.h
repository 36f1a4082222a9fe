// Screens of a test's own: an X server, and weston as it runs on a kiosk.
#pragma once

#include "tests/support/programs.h"

#include <QDir>
#include <QFile>
#include <csignal>
#include <sys/prctl.h>

namespace vejviser::test {

/// A program that serves a test and never outlives it.
class Servant : public QProcess {
 public:
  Servant() {
    setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
  }
  ~Servant() override {
    terminate();
    if (!waitForFinished()) kill();
  }
};

/// Xvfb on a display that nobody had before. No window manager, so windows do as they are told.
class XServer {
 public:
  XServer() {
    m_server.start(
        "Xvfb", {"-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"});
    while (!m_server.canReadLine() && m_server.waitForReadyRead()) {
    }
    m_display = ':' + QString::fromUtf8(m_server.readLine().trimmed());
    if (m_display.size() < 2) qFatal("Xvfb does not start");
  }

  QString display() const { return "DISPLAY=" + m_display; }

 private:
  Servant m_server;
  QString m_display;
};

/// Weston with one program at a time on its screen.
class Weston {
 public:
  static constexpr int kWidth = 1024;  // not what the app's window has by itself
  static constexpr int kHeight = 640;

  explicit Weston(const QStringList& arguments = {"--no-config", "--shell=kiosk-shell.so"},
                  const QStringList& environment = {}) {
    QFile::setPermissions(m_dir.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const bool nested = environment.join(' ').contains("DISPLAY=");
    m_weston.setEnvironment(QProcess::systemEnvironment() + environment +
                            QStringList{"XDG_RUNTIME_DIR=" + m_dir.path()});
    m_weston.start(
        "weston", QStringList{nested ? "--backend=x11-backend.so" : "--backend=headless-backend.so",
                              "--use-pixman", "--socket=screen", "--log=" + m_dir.path("log"),
                              QStringLiteral("--width=%1").arg(kWidth),
                              QStringLiteral("--height=%1").arg(kHeight)} +
                      arguments);
    m_weston.waitForStarted();
    if (!eventually([&] { return QFile::exists(m_dir.path("screen")) || !running(); }, 60) ||
        !running()) {
      qFatal("weston does not start: %s", qPrintable(log()));
    }
  }

  bool running() { return m_weston.state() == QProcess::Running; }
  QString log() const {
    QFile file{m_dir.path("log")};
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString{};
  }
  /// For programs that are to be seen on it.
  QStringList client() const {
    return {"QT_QPA_PLATFORM=wayland", "WAYLAND_DISPLAY=screen", "XDG_RUNTIME_DIR=" + m_dir.path()};
  }

 private:
  Folder m_dir;
  Servant m_weston;
};

}  // namespace vejviser::test
