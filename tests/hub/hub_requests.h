// Requests to a hub as tablets, browsers and worse send them.
#pragma once

#include "sync/wire/messages.h"
#include "tests/support/exchanges.h"
#include "tests/support/programs.h"
#include "tests/support/worlds.h"

#include <QByteArray>
#include <QRegularExpression>
#include <QString>
#include <QTcpSocket>
#include <vector>

namespace vejviser::test {

/// The body of a push. `stamp` as JSON.
inline QByteArray pushOf(const std::vector<Entry>& entries, const QByteArray& stamp = "null") {
  std::vector<std::string> bodies;
  for (const Entry& entry : entries) bodies.push_back(wire::encodeEntry(entry));
  wire::SyncRequest request;
  request.clock = {fromMs(1'795'000'000'000), "0badcafe", milliseconds{5}};
  QByteArray text =
      QByteArray::fromStdString(wire::encode(request, {bodies.begin(), bodies.end()}));
  return text.replace("\"stamp\":null", "\"stamp\":" + stamp);
}

inline const QString kJson = "Content-Type: application/json";

/// Sends bytes as they are; everything that comes back until the hub hangs up or falls silent.
inline QByteArray raw(int port, const QByteArray& bytes) {
  QTcpSocket socket;
  socket.connectToHost("127.0.0.1", static_cast<quint16>(port));
  socket.waitForConnected();
  socket.write(bytes);
  socket.waitForBytesWritten();
  QByteArray answer;
  while (socket.waitForReadyRead(30'000)) answer += socket.readAll();
  answer += socket.readAll();
  keepExchange(exchangeOf(bytes, answer));
  return answer;
}

/// The header that a browser sends once it is logged in at a municipality's address; empty when the
/// hub said no.
inline QString logInAt(const HubProcess& hub, const QString& base, const QByteArray& name,
                       const QByteArray& password) {
  const QByteArray form = "name=" + name + "&password=" + password;
  const QByteArray answer =
      raw(hub.port(), "POST " + base.toUtf8() +
                          "/login HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://127.0.0.1\r\n"
                          "Connection: close\r\nContent-Length: " +
                          QByteArray::number(form.size()) + "\r\n\r\n" + form);
  static const QRegularExpression kCookie{"(__Host-)?vejviser_session[a-z_]*=[0-9a-f]{64}"};
  const QString cookie = kCookie.match(QString::fromUtf8(answer)).captured();
  return cookie.isEmpty() ? QString{} : "Cookie: " + cookie;
}

inline QString logIn(const HubProcess& hub, const QByteArray& name, const QByteArray& password) {
  return logInAt(hub, {}, name, password);
}

/// What a form on this page must carry; empty when the page has none.
inline QByteArray formToken(const QByteArray& page) {
  static const QRegularExpression kToken{"name=\"csrf\" value=\"([0-9a-f]{64})\""};
  return kToken.match(QString::fromUtf8(page)).captured(1).toUtf8();
}

}  // namespace vejviser::test
