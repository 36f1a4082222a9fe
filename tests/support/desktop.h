// A desktop session of a test's own: a session bus, and GNOME Keyring on it when it is started. It
// knows nothing of the desktop that the test runs in, nor that of it.
#pragma once

#include "tests/support/programs.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QDir>
#include <QFile>
#include <csignal>

namespace vejviser::test {

/// Takes the place of the window that asks for a password, and counts how often it is wanted.
class Prompter final : public QDBusVirtualObject {
 public:
  QString introspect(const QString&) const override { return {}; }
  bool handleMessage(const QDBusMessage&, const QDBusConnection&) override {
    ++asked;
    return false;
  }

  int asked = 0;
};

/// While it lives, this process and the programs it starts belong to the session.
class Desktop {
 public:
  Desktop() {
    QFile config{m_dir.path("bus.conf")};
    if (!config.open(QIODevice::WriteOnly)) qFatal("no folder for a session bus");
    // Without service folders: what has ended stays ended, instead of being started by the bus.
    config.write(
        "<busconfig><type>session</type><listen>unix:dir=/tmp</listen><policy context=\"default\">"
        "<allow send_destination=\"*\" eavesdrop=\"true\"/><allow eavesdrop=\"true\"/>"
        "<allow own=\"*\"/></policy></busconfig>");
    config.close();
    m_bus.start("dbus-daemon", {"--nofork", "--print-address", "--config-file", config.fileName()});
    if (!m_bus.waitForStarted()) return;
    while (!m_bus.canReadLine() && m_bus.waitForReadyRead()) {
    }
    m_address = m_bus.readLine().trimmed();
    join();
    m_name = QStringLiteral("desktop%1").arg(m_bus.processId());
    connection().registerVirtualObject("/", &prompter, QDBusConnection::SubPath);
    connection().registerService("org.gnome.keyring.SystemPrompter");
  }

  ~Desktop() {
    leave();
    stopKeyring();
    QDBusConnection::disconnectFromBus(m_name);
    endBus();
  }

  void join() const { qputenv("DBUS_SESSION_BUS_ADDRESS", m_address); }
  static void leave() { qputenv("DBUS_SESSION_BUS_ADDRESS", ""); }

  QString address() const { return QString::fromLatin1(m_address); }

  /// False when there is none on this machine; why() then says more.
  bool startKeyring(bool unlocked = true) {
    if (m_address.isEmpty()) return false;
    auto environment = QProcessEnvironment::systemEnvironment();
    const QString home = m_dir.path("home");
    QDir{}.mkpath(home);
    environment.insert("HOME", home);
    environment.insert("XDG_DATA_HOME", home);
    environment.insert("XDG_RUNTIME_DIR", home);
    environment.insert("DBUS_SESSION_BUS_ADDRESS", address());
    m_keyring.setProcessEnvironment(environment);
    QStringList arguments{"--foreground", "--components=secrets", "--control-directory", home};
    if (unlocked) arguments << "--unlock";
    m_keyring.start("gnome-keyring-daemon", arguments);
    if (!m_keyring.waitForStarted()) return false;
    m_keyring.write("pw");
    m_keyring.closeWriteChannel();
    return eventually([&] {
             return m_keyring.state() == QProcess::NotRunning ||
                    (isThere() && (!unlocked || locked() == QVariant{false}));
           }) &&
           m_keyring.state() == QProcess::Running;
  }

  void stopKeyring() {
    m_keyring.kill();
    m_keyring.waitForFinished();
  }

  void lock() {
    auto message =
        QDBusMessage::createMethodCall("org.freedesktop.secrets", "/org/freedesktop/secrets",
                                       "org.freedesktop.Secret.Service", "Lock");
    message << QVariant::fromValue(QList<QDBusObjectPath>{QDBusObjectPath{kKeyring}});
    connection().call(message);
    if (locked() != QVariant{true}) qFatal("the keyring cannot be locked");
  }

  /// As if the key store, or the bus, had come to a stop in the middle of its work.
  void freezeKeyring() { kill(static_cast<pid_t>(m_keyring.processId()), SIGSTOP); }
  void thawKeyring() { kill(static_cast<pid_t>(m_keyring.processId()), SIGCONT); }
  void freezeBus() { kill(static_cast<pid_t>(m_bus.processId()), SIGSTOP); }
  void thawBus() { kill(static_cast<pid_t>(m_bus.processId()), SIGCONT); }

  void endBus() {
    m_bus.kill();
    m_bus.waitForFinished();
  }
  qsizetype clients() const {
    return connection().interface()->registeredServiceNames().value().size();
  }

  QString why() {
    QProcess& missing = m_address.isEmpty() ? m_bus : m_keyring;
    return "cannot be started here: " + missing.program() + ": " + missing.errorString() + ' ' +
           QString::fromUtf8(missing.readAllStandardError()).simplified();
  }

  Prompter prompter;

 private:
  static constexpr const char* kKeyring = "/org/freedesktop/secrets/collection/login";

  QDBusConnection connection() const { return QDBusConnection::connectToBus(address(), m_name); }
  bool isThere() const {
    return connection().interface() != nullptr &&
           connection().interface()->isServiceRegistered("org.freedesktop.secrets");
  }
  QVariant locked() const {
    auto message = QDBusMessage::createMethodCall("org.freedesktop.secrets", kKeyring,
                                                  "org.freedesktop.DBus.Properties", "Get");
    message << "org.freedesktop.Secret.Collection"
            << "Locked";
    const QList<QVariant> answer = connection().call(message).arguments();
    return answer.isEmpty() ? QVariant{} : answer.first().value<QDBusVariant>().variant();
  }

  Folder m_dir;
  QProcess m_bus;
  QProcess m_keyring;
  QByteArray m_address;
  QString m_name;
};

}  // namespace vejviser::test
