// A key store that does nothing without asking a person first, and nobody is there: some are set up
// to. It answers from a thread of its own, as the test waits for it.
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QThread>
#include <atomic>

namespace vejviser::test {

class AskingService final : public QDBusVirtualObject {
 public:
  /// On the session bus at `address`.
  explicit AskingService(const QString& address)
      : m_connection(QDBusConnection::connectToBus(address, "asking")) {
    m_connection.registerVirtualObject(kRoot, this, QDBusConnection::SubPath);
    moveToThread(&m_thread);
    m_thread.start();
    m_connection.registerService("org.freedesktop.secrets");
  }

  ~AskingService() override {
    QDBusConnection::disconnectFromBus("asking");
    m_thread.quit();
    m_thread.wait();
  }

  QString introspect(const QString&) const override { return {}; }

  bool handleMessage(const QDBusMessage& message, const QDBusConnection& connection) override {
    if (message.member() == "Prompt") {
      ++asked;
      return connection.send(message.createReply());
    }
    const QVariantList answer = answerTo(message);
    return connection.send(answer.isEmpty()
                               ? message.createErrorReply(QDBusError::NotSupported, "not here")
                               : message.createReply(answer));
  }

  std::atomic<int> asked = 0;
  std::atomic<int> wanted = 0;  ///< how often it would have asked

 private:
  static constexpr const char* kRoot = "/org/freedesktop/secrets";

  static QVariant path(const QString& name) {
    return QVariant::fromValue(QDBusObjectPath{kRoot + name});
  }
  static QVariant paths(const QStringList& names) {
    QList<QDBusObjectPath> all;
    for (const QString& name : names) all.append(QDBusObjectPath{kRoot + name});
    return QVariant::fromValue(all);
  }

  /// Empty: the call fails.
  QVariantList answerTo(const QDBusMessage& message) {
    const QString call = message.member();
    const QVariant nothing = QVariant::fromValue(QDBusObjectPath{"/"});
    if (call == "GetAll") return {QVariantMap{{"Locked", false}, {"Collections", paths({})}}};
    if (call == "ReadAlias") return {path("/collection/x")};
    if (call == "SearchItems") return {paths({"/collection/x/1"}), paths({})};
    if (call == "OpenSession" && message.arguments().first() == "plain") {
      return {QVariant::fromValue(QDBusVariant{""}), path("/session/1")};
    }
    if (call == "CreateItem" || call == "Delete") ++wanted;
    if (call == "CreateItem") return {nothing, path("/prompt/1")};
    if (call == "Delete") return {path("/prompt/1")};
    return {};
  }

  QThread m_thread;
  QDBusConnection m_connection;
};

}  // namespace vejviser::test
