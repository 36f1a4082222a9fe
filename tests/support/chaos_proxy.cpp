#include "tests/support/chaos_proxy.h"

#include "tests/support/programs.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <QTimer>
#include <sys/socket.h>

namespace vejviser::test {

namespace {

using std::chrono::milliseconds;

constexpr std::size_t kOldAnswers = 64;
constexpr milliseconds kTrickle{1000};

struct Named {
  Fault fault;
  const char* name;
};
constexpr Named kNames[] = {
    {Fault::None, "none"},
    {Fault::Delay, "delay"},
    {Fault::LoseAnswer, "lost answer"},
    {Fault::ResetRequest, "reset in mid-request"},
    {Fault::ResetAnswer, "reset in mid-answer"},
    {Fault::Truncate, "truncated answer"},
    {Fault::BlackHole, "black hole"},
    {Fault::Trickle, "trickle"},
    {Fault::CorruptRequest, "corrupt request"},
    {Fault::CorruptAnswer, "corrupt answer"},
    {Fault::ReplayOld, "old answer"},
    {Fault::ReplayLast, "last answer again"},
    {Fault::OtherHub, "another hub"},
    {Fault::PortalPage, "portal 200"},
    {Fault::PortalRedirect, "portal 302"},
    {Fault::PortalLogIn, "portal 511"},
    {Fault::BrokenGzip, "broken gzip"},
};

qsizetype bodyOf(const QByteArray& message) {
  const qsizetype head = message.indexOf("\r\n\r\n");
  return head < 0 ? -1 : head + 4;
}

/// True when `message` holds a whole HTTP message with a Content-Length, or one without a body.
bool isWhole(const QByteArray& message) {
  const qsizetype body = bodyOf(message);
  if (body < 0) return false;
  const QByteArray head = message.left(body).toLower();
  const qsizetype at = head.indexOf("content-length:");
  if (at < 0) return true;
  const qsizetype end = head.indexOf("\r\n", at);
  return message.size() >= body + head.mid(at + 15, end - at - 15).trimmed().toLongLong();
}

QByteArray page(const QByteArray& status, const QByteArray& extra = {}) {
  const QByteArray body = "<html><body>Log in to the guest network</body></html>";
  return "HTTP/1.1 " + status + "\r\nContent-Type: text/html\r\n" + extra +
         "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray brokenGzip() {
  const QByteArray body = "\x1f\x8b\x08 and then nothing that could be unpacked";
  return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\n"
         "Content-Length: " +
         QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QSslConfiguration configurationOf(const Certificate& files) {
  QFile cert{files.certFile};
  QFile key{files.keyFile};
  if (!cert.open(QIODevice::ReadOnly) || !key.open(QIODevice::ReadOnly)) qFatal("no certificate");
  QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
  configuration.setLocalCertificate(QSslCertificate{&cert});
  configuration.setPrivateKey(QSslKey{&key, QSsl::Rsa});
  configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
  return configuration;
}

/// Ends a connection with RST: whoever reads hears of a failure, not of an end.
void reset(QAbstractSocket& socket) {
  const linger now{1, 0};
  setsockopt(static_cast<int>(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
  socket.abort();
}

}  // namespace

const std::vector<Fault>& allFaults() {
  static const std::vector<Fault> kAll = [] {
    std::vector<Fault> all;
    for (const Named& named : kNames) {
      if (named.fault != Fault::None) all.push_back(named.fault);
    }
    return all;
  }();
  return kAll;
}

const char* nameOf(Fault fault) {
  for (const Named& named : kNames) {
    if (named.fault == fault) return named.name;
  }
  return "";
}

/// One client's connection: its requests, one after the other.
class ChaosProxy::Carrier : public QObject {
 public:
  Carrier(ChaosProxy& proxy, QSslSocket* client, QObject* parent)
      : QObject(parent), m_proxy(proxy), m_client(client) {
    client->setParent(this);
    connect(client, &QSslSocket::readyRead, this, [this] { read(); });
    connect(client, &QSslSocket::disconnected, this, &QObject::deleteLater);
  }

 private:
  void read() {
    const QByteArray bytes = m_client->readAll();
    m_proxy.m_up += bytes.size();
    m_request += bytes;
    if (!isWhole(m_request)) return;
    ++m_proxy.m_requests;
    carry(m_proxy.next(), std::exchange(m_request, {}));
  }

  void carry(Fault fault, QByteArray request) {
    switch (fault) {
      case Fault::PortalPage:
        return send(page("200 OK"));
      case Fault::PortalRedirect:
        return send(page("302 Found", "Location: http://login.example/\r\n"));
      case Fault::PortalLogIn:
        return send(page("511 Network Authentication Required"));
      case Fault::ReplayOld:
      case Fault::ReplayLast:
        return replay(fault);
      case Fault::ResetRequest:
        return cutShort(request);
      case Fault::CorruptRequest:
        flip(request, 1 << m_proxy.below(8));
        break;
      case Fault::OtherHub:  // the answer must be readable here
        request.replace("Accept-Encoding: gzip", "Accept-Encoding: identity");
        break;
      default:
        break;
    }
    ask(request, fault);
  }

  /// Asks the hub, on a connection of its own.
  void ask(const QByteArray& request, Fault fault) {
    auto* hub = new QTcpSocket(this);
    auto answer = std::make_shared<QByteArray>();
    const bool sync = request.startsWith("POST /v1/sync ");
    connect(hub, &QTcpSocket::readyRead, this, [this, hub, answer, sync, fault] {
      *answer += hub->readAll();
      if (!isWhole(*answer)) return;
      hub->disconnect(this);
      hub->abort();
      hub->deleteLater();
      if (sync && answer->startsWith("HTTP/1.1 200 ")) m_proxy.remember(*answer);
      deliver(fault, *answer);
    });
    connect(hub, &QTcpSocket::errorOccurred, this, [this] { reset(*m_client); });
    hub->connectToHost(QHostAddress::LocalHost, static_cast<quint16>(m_proxy.m_hubPort));
    hub->write(request);
  }

  void deliver(Fault fault, QByteArray answer) {
    switch (fault) {
      case Fault::Delay:
        return later(milliseconds{m_proxy.below(static_cast<int>(m_proxy.m_patience.count()) / 2)},
                     [this, answer] { send(answer); });
      case Fault::LoseAnswer:
        return reset(*m_client);
      case Fault::BlackHole:
        return later(m_proxy.m_patience, [this] { reset(*m_client); });
      case Fault::ResetAnswer:
        send(answer.left(answer.size() / 2));
        return reset(*m_client);
      case Fault::Truncate:
        send(answer.left(answer.size() / 2));
        return m_client->disconnectFromHost();
      case Fault::Trickle:
        later(m_proxy.m_patience, [this] { reset(*m_client); });
        return trickle(answer);
      case Fault::BrokenGzip:
        return send(brokenGzip());
      case Fault::CorruptAnswer:
        flip(answer, 0x80);  // a digit for a digit is what only TLS can see
        return send(answer);
      case Fault::OtherHub:
        if (const qsizetype at = answer.indexOf("\"hub\":\""); at >= 0) {
          answer.replace(at + 7, 8, "00000000");
        }
        return send(answer);
      default:
        return send(answer);
    }
  }

  void send(const QByteArray& bytes) {
    if (m_client->state() != QAbstractSocket::ConnectedState) return;
    m_proxy.m_down += bytes.size();
    m_client->write(bytes);
    m_client->flush();
  }

  void replay(Fault which) {
    const QByteArray old = m_proxy.old(which);
    if (old.isEmpty()) return reset(*m_client);
    send(old);
  }

  /// Half the request goes to the hub, then both connections are gone.
  void cutShort(const QByteArray& request) {
    auto* hub = new QTcpSocket(this);
    connect(hub, &QTcpSocket::bytesWritten, this, [this, hub] {
      reset(*hub);
      reset(*m_client);
    });
    connect(hub, &QTcpSocket::errorOccurred, this, [this] { reset(*m_client); });
    hub->connectToHost(QHostAddress::LocalHost, static_cast<quint16>(m_proxy.m_hubPort));
    hub->write(request.left((bodyOf(request) + request.size()) / 2));
  }

  void trickle(const QByteArray& rest) {
    if (rest.isEmpty()) return;
    send(rest.left(1));
    later(kTrickle, [this, rest] { trickle(rest.mid(1)); });
  }

  /// Changes the bits of `mask` in a byte of the body's second half: where every bit tells.
  void flip(QByteArray& message, int mask) {
    const qsizetype half = (bodyOf(message) + message.size()) / 2;
    if (half >= message.size()) return;
    const qsizetype at = half + m_proxy.below(static_cast<int>(message.size() - half));
    message[at] = static_cast<char>(message[at] ^ mask);
  }

  template <class Act>
  void later(milliseconds wait, Act act) {
    QTimer::singleShot(wait, this, act);
  }

  ChaosProxy& m_proxy;
  QSslSocket* m_client;
  QByteArray m_request;
};

class ChaosProxy::Server : public QTcpServer {
 public:
  explicit Server(ChaosProxy& proxy) : m_proxy(proxy) {}

  void open(int listener) {
    const bool open = listener >= 0 ? setSocketDescriptor(listener)
                                    : listen(QHostAddress::LocalHost, quint16(m_proxy.m_port));
    if (!open) qFatal("the proxy cannot listen: %s", qPrintable(errorString()));
  }

 protected:
  void incomingConnection(qintptr descriptor) override {
    auto* client = new QSslSocket;
    new Carrier(m_proxy, client, this);
    client->setSocketDescriptor(descriptor);
    if (!m_proxy.m_tls) return;
    const std::scoped_lock lock{m_proxy.m_mutex};
    client->setSslConfiguration(configurationOf(*m_proxy.m_certificate));
    client->startServerEncryption();
  }

 private:
  ChaosProxy& m_proxy;
};

ChaosProxy::ChaosProxy(int hubPort, ChaosOptions options)
    : m_hubPort(hubPort),
      m_patience(options.patience),
      m_tls(options.tls.has_value()),
      m_port(freePort()),
      m_random(options.seed),
      m_certificate(options.tls),
      m_server(new Server(*this)) {
  m_server->moveToThread(&m_thread);
  QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
  m_thread.start();
  QMetaObject::invokeMethod(
      m_server, [&] { m_server->open(options.listener); }, Qt::BlockingQueuedConnection);
}

ChaosProxy::~ChaosProxy() {
  m_thread.quit();
  m_thread.wait();
}

void ChaosProxy::setFault(Fault fault, int percent) {
  const std::scoped_lock lock{m_mutex};
  m_fault = fault;
  m_percent = percent;
}

void ChaosProxy::setAnyFault(int percent) {
  const std::scoped_lock lock{m_mutex};
  m_fault.reset();
  m_percent = percent;
}

void ChaosProxy::setCertificate(const Certificate& certificate) {
  const std::scoped_lock lock{m_mutex};
  m_certificate = certificate;
}

QString ChaosProxy::url() const {
  return QStringLiteral("%1://%2:%3")
      .arg(m_tls ? "https" : "http", m_tls ? "localhost" : "127.0.0.1")
      .arg(m_port);
}

int ChaosProxy::met(Fault fault) const {
  const std::scoped_lock lock{m_mutex};
  const auto it = m_met.find(fault);
  return it == m_met.end() ? 0 : it->second;
}

Fault ChaosProxy::next() {
  const std::scoped_lock lock{m_mutex};
  Fault fault = Fault::None;
  if (static_cast<int>(m_random() % 100) < m_percent) {
    fault = m_fault ? *m_fault : allFaults()[m_random() % allFaults().size()];
  }
  ++m_met[fault];
  return fault;
}

void ChaosProxy::remember(const QByteArray& answer) {
  const std::scoped_lock lock{m_mutex};
  m_old.push_back(answer);
  if (m_old.size() > kOldAnswers) m_old.pop_front();
}

QByteArray ChaosProxy::old(Fault which) {
  const std::scoped_lock lock{m_mutex};
  if (m_old.empty()) return {};
  return which == Fault::ReplayLast ? m_old.back() : m_old[m_random() % m_old.size()];
}

int ChaosProxy::below(int n) {
  const std::scoped_lock lock{m_mutex};
  return static_cast<int>(m_random() % static_cast<unsigned>(n));
}

}  // namespace vejviser::test
