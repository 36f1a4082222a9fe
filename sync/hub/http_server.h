// The hub's sockets: HTTP/1.1 over TCP, and over a unix socket for administration. Boost.Beast
// stays behind this header.
#pragma once

#include "src/base/result.h"
#include "sync/hub/http_types.h"
#include "sync/hub/worker_pool.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace vejviser::hub {

/// What a server counts about its connections.
struct ConnectionCounts {
  std::atomic<std::uint64_t> total = 0;
  std::atomic<std::uint64_t> refused = 0;  ///< beyond the limit: closed at once
  std::atomic<std::int64_t> open = 0;
};

struct ServerOptions {
  std::string address = "127.0.0.1";
  unsigned short port = 8480;        ///< 0: any free one
  std::filesystem::path unixSocket;  ///< empty: none
  std::size_t headerLimit = 8 * 1024;
  std::size_t bodyLimit = 1024 * 1024 + 64 * 1024;  ///< as sent; inflated bodies have their own
  int connectionLimit = 5000;
  std::chrono::seconds headTimeout{10};   ///< for a whole request head, however slowly it drips
  std::chrono::seconds bodyTimeout{30};   ///< for a whole body: 35 kB/s for the largest
  std::chrono::seconds idleTimeout{120};  ///< between requests; longer than the tablets' pace
  std::chrono::seconds sendTimeout{60};
  std::shared_ptr<ConnectionCounts> connections = std::make_shared<ConnectionCounts>();
};

class HttpServer {
 public:
  /// Answers that the server gives itself (413, 431, 400) are made by `faulty(status)`; so is the
  /// one to a request that the handler forgot (500).
  using Faulty = std::function<Response(int status)>;

  /// Listens at once; requests are handled on `workers`. Error Refused when the address is taken.
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
