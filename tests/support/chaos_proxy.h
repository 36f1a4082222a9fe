// A proxy between tablets and hub that does what bad networks do, one request at a time.
#pragma once

#include "tests/support/certificate.h"

#include <QByteArray>
#include <QString>
#include <QThread>
#include <atomic>
#include <chrono>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <random>
#include <vector>

namespace vejviser::test {

/// What befalls a request or its answer.
enum class Fault {
  None,            ///< handed on
  Delay,           ///< the answer comes late
  LoseAnswer,      ///< the hub answers; not a byte of it arrives
  ResetRequest,    ///< both connections are reset when half the request has gone to the hub
  ResetAnswer,     ///< the connection is reset when half the answer has arrived
  Truncate,        ///< half the answer, then an orderly end, whatever Content-Length says
  BlackHole,       ///< the hub gets the request; nothing comes back, and the connection stays
  Trickle,         ///< the answer comes at one byte a second
  CorruptRequest,  ///< one bit of the request's body is another
  CorruptAnswer,   ///< the highest bit of one byte of the answer's body is another
  ReplayOld,       ///< an earlier answer, whoever's it was; the hub gets nothing
  ReplayLast,      ///< the last answer that passed, whoever's it was
  OtherHub,        ///< handed on, but under another hub's id
  PortalPage,      ///< 200 with a log-in page; the hub gets nothing
  PortalRedirect,  ///< 302 to a log-in page
  PortalLogIn,     ///< 511
  BrokenGzip,      ///< the answer's body is garbage that calls itself gzip
};

/// All of them but None.
const std::vector<Fault>& allFaults();
const char* nameOf(Fault fault);

struct ChaosOptions {
  std::optional<Certificate> tls;  ///< speaks TLS with it; else plain HTTP
  int listener = -1;               ///< a socket that listens already, e.g. in another namespace
  /// How long a BlackHole or a Trickle lasts: then the proxy cuts the connection, as networks do
  /// some time. Shorter than a client's own patience, or tests would wait for that.
  std::chrono::milliseconds patience{700};
  unsigned seed = 1;
};

/// Works on a thread of its own. Takes whole requests with a Content-Length; any number of clients.
class ChaosProxy {
 public:
  explicit ChaosProxy(int hubPort, ChaosOptions options = {});
  ~ChaosProxy();
  ChaosProxy(const ChaosProxy&) = delete;
  ChaosProxy& operator=(const ChaosProxy&) = delete;

  /// From the next request on: `fault` befalls so many in a hundred.
  void setFault(Fault fault, int percent = 100);
  /// Any fault, chosen by the seed, befalls so many in a hundred.
  void setAnyFault(int percent = 100);
  /// Shows another certificate to connections made from now on.
  void setCertificate(const Certificate& certificate);

  int port() const { return m_port; }
  QString url() const;
  int requests() const { return m_requests; }  ///< whole ones that came
  int met(Fault fault) const;                  ///< requests that it befell
  qint64 bytesUp() const { return m_up; }      ///< from clients, before encryption
  qint64 bytesDown() const { return m_down; }

 private:
  class Server;
  class Carrier;

  Fault next();
  void remember(const QByteArray& answer);
  QByteArray old(Fault which);
  int below(int n);

  const int m_hubPort;
  const std::chrono::milliseconds m_patience;
  const bool m_tls;
  int m_port = 0;
  std::atomic<int> m_requests = 0;
  std::atomic<qint64> m_up = 0;
  std::atomic<qint64> m_down = 0;
  mutable std::mutex m_mutex;  ///< for what follows
  std::mt19937 m_random;
  std::optional<Fault> m_fault = Fault::None;  ///< nothing: any
  int m_percent = 100;
  std::map<Fault, int> m_met;
  std::deque<QByteArray> m_old;
  std::optional<Certificate> m_certificate;
  QThread m_thread;
  Server* m_server;  ///< lives on m_thread
};

}  // namespace vejviser::test
