#include "tests/support/interceptor.h"

#include "tests/support/programs.h"

namespace vejviser::test {

namespace {

/// True when `message` holds a whole HTTP message with a Content-Length.
bool isWhole(const QByteArray& message) {
  const qsizetype head = message.indexOf("\r\n\r\n");
  if (head < 0) return false;
  const QByteArray lower = message.left(head).toLower();
  const qsizetype at = lower.indexOf("content-length:");
  if (at < 0) return true;
  const qsizetype end = lower.indexOf("\r\n", at);
  const qint64 length = lower.mid(at + 15, (end < 0 ? head : end) - at - 15).trimmed().toLongLong();
  return message.size() >= head + 4 + length;
}

QByteArray page(const QByteArray& status, const QByteArray& extra) {
  const QByteArray body = "<html><body>Log in to the guest network</body></html>";
  return "HTTP/1.1 " + status + "\r\nContent-Type: text/html\r\n" + extra +
         "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

}  // namespace

Interceptor::Interceptor(int hubPort) : m_hubPort(hubPort) {
  m_server.listen(QHostAddress::LocalHost, static_cast<quint16>(freePort()));
  connect(&m_server, &QTcpServer::newConnection, this, [this] {
    while (QTcpSocket* client = m_server.nextPendingConnection()) serve(client);
  });
}

QString Interceptor::url() const {
  return QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort());
}

void Interceptor::serve(QTcpSocket* client) {
  auto request = std::make_shared<QByteArray>();
  connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
  connect(client, &QTcpSocket::readyRead, this, [this, client, request] {
    *request += client->readAll();
    if (!isWhole(*request)) return;
    ++m_requests;
    const QByteArray whole = *request;
    request->clear();
    if (m_mode == Mode::Portal) return reply(client, page("200 OK", ""));
    if (m_mode == Mode::Redirect) {
      return reply(client, page("302 Found", "Location: http://login.example/\r\n"));
    }
    if (m_mode == Mode::ReplayOld) return reply(client, m_first);
    forward(client, whole);
  });
}

void Interceptor::forward(QTcpSocket* client, const QByteArray& request) {
  auto* hub = new QTcpSocket(client);
  auto answer = std::make_shared<QByteArray>();
  connect(hub, &QTcpSocket::readyRead, this, [this, hub, client, answer] {
    *answer += hub->readAll();
    if (!isWhole(*answer)) return;
    hub->disconnectFromHost();
    if (m_first.isEmpty()) m_first = *answer;
    if (m_mode == Mode::LoseAnswers) {
      ++m_lost;
      client->abort();
      return;
    }
    reply(client, *answer);
  });
  connect(hub, &QTcpSocket::errorOccurred, client, [client, answer] {
    if (answer->isEmpty()) client->abort();
  });
  hub->connectToHost(QHostAddress::LocalHost, static_cast<quint16>(m_hubPort));
  QByteArray plain = request;  // answers must be readable here
  hub->write(plain.replace("Accept-Encoding: gzip", "Accept-Encoding: identity"));
}

void Interceptor::reply(QTcpSocket* client, QByteArray answer) {
  if (m_mode == Mode::OtherHub) {
    const qsizetype at = answer.indexOf("\"hub\":\"");
    if (at >= 0) answer.replace(at + 7, 8, "00000000");
  }
  client->write(answer);
}

}  // namespace vejviser::test
