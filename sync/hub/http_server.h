// The hub's sockets: HTTP/1.1 over TCP or TLS, and over a unix socket for administration.
// Boost.Beast stays behind this header.
#pragma once

#include "src/base/result.h"
#include "sync/hub/http_types.h"
#include "sync/hub/tls.h"
#include "sync/hub/worker_pool.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace vejviser::hub {

/// What a server counts since its start.
struct ConnectionCounts {
  std::atomic<std::uint64_t> total = 0;
  std::atomic<std::uint64_t> refused = 0;  ///< too many, of all or of one address: closed at once
  std::atomic<std::uint64_t> slowedDown = 0;  ///< requests answered 429: too often or too many
  std::atomic<std::int64_t> open = 0;
};

struct ServerOptions {
  std::string address = "127.0.0.1";
  unsigned short port = 8480;        ///< 0: any free one
  std::filesystem::path unixSocket;  ///< empty: none
  std::size_t headerLimit = 8 * 1024;
  std::size_t bodyLimit = 1024 * 1024 + 64 * 1024;  ///< as sent; inflated bodies have their own
  int connectionLimit = 5000;
  /// Of one address; a library's tablets share one. Behind a trusted proxy: requests at a time.
  int perAddress = 250;
  std::shared_ptr<TlsCertificate> tls;  ///< empty: plain HTTP
  bool plainHttp = false;               ///< also where others than this machine can reach it
  /// Their X-Forwarded-For and -Proto are believed.
  std::vector<std::string> trustedProxies = {"127.0.0.1", "::1"};
  std::chrono::seconds headTimeout{10};   ///< TLS, and a whole request head, however it drips
  std::chrono::seconds idleTimeout{120};  ///< between requests; longer than the tablets' pace
  std::chrono::seconds grace{10};         ///< for a body or an answer, and a second more for
  std::size_t slowest = 4 * 1024;         ///< each of so many bytes: half of a 64 kbit/s line
  std::shared_ptr<ConnectionCounts> connections = std::make_shared<ConnectionCounts>();
};

class HttpServer {
 public:
  /// Answers that the server gives itself (400, 413, 429, 431) are made by `faulty(status)`; so is
  /// the one to a request that the handler forgot (500).
  using Faulty = std::function<Response(int status)>;

  /// Listens at once; requests are handled on `workers`. Errors: Refused (the address is
  /// taken), Invalid (it is none, or open to others without TLS).
  static Result<std::unique_ptr<HttpServer>> start(const ServerOptions& options,
                                                   WorkerPool& workers, Handler handler,
                                                   Faulty faulty);
  /// Takes no new requests, lets those in flight finish (10 s at most), and stops.
  ~HttpServer();

  unsigned short port() const;

 private:
  class Impl;
  explicit HttpServer(std::shared_ptr<Impl> impl);

  std::shared_ptr<Impl> m_impl;  ///< shared with answers that come too late
};

}  // namespace vejviser::hub
