#include "sync/hub/http_server.h"

#include "sync/hub/http_io.h"
#include "sync/hub/limits.h"
#include "sync/hub/peers.h"
#include "sync/hub/security_headers.h"
#include "sync/hub/tls.h"

#include <atomic>
#include <list>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

namespace vejviser::hub {

namespace {

constexpr int kIoThreads = 2;
constexpr std::chrono::seconds kGrace{10};
/// What the kernel may keep of answers that a client does not read; without a bound some MB each.
constexpr int kSendBuffer = 64 * 1024;
constexpr std::chrono::seconds kComeBack{5};  // when a proxy's client has all its seats taken

/// Who is at the other end of a connection.
struct Client {
  std::string address;
  bool local = false;   ///< over the administration socket
  bool secure = false;  ///< over TLS
};

}  // namespace

class HttpServer::Impl : public std::enable_shared_from_this<Impl> {
 public:
  Impl(const ServerOptions& options, WorkerPool& workers, Handler handler, Faulty faulty)
      : m_options(options),
        m_workers(workers),
        m_handler(std::move(handler)),
        m_faulty(std::move(faulty)),
        m_seats(options.perAddress),
        m_tcp(m_io),
        m_local(m_io) {}

  Status listen() {
    error_code error;
    const auto address = asio::ip::make_address(m_options.address, error);
    if (error) return Error{ErrorCode::Invalid, "listen", m_options.address + " is no IP address"};
    if (!m_options.tls && !m_options.plainHttp && !address.is_loopback()) {
      return Error{ErrorCode::Invalid, "listen",
                   m_options.address +
                       " can be reached from elsewhere: give --tls-certificate and --tls-key, or "
                       "--plain-http when a proxy in front has TLS"};
    }
    auto proxies = Proxies::read(m_options.trustedProxies);
    if (!proxies) return proxies.error();
    m_proxies = std::move(*proxies);
    const asio::ip::tcp::endpoint endpoint{address, m_options.port};
    m_tcp.open(endpoint.protocol(), error);
    if (!error) m_tcp.set_option(asio::socket_base::reuse_address{true}, error);
    if (!error) m_tcp.bind(endpoint, error);
    if (!error) m_tcp.listen(asio::socket_base::max_listen_connections, error);
    if (error) return Error{ErrorCode::Refused, "listen", error.message()};
    return m_options.unixSocket.empty() ? Status{} : listenLocally();
  }

  void run() {
    asio::co_spawn(m_io, accept(m_tcp), asio::detached);
    if (m_local.is_open()) asio::co_spawn(m_io, accept(m_local), asio::detached);
    for (int i = 0; i < kIoThreads; ++i) m_threads.emplace_back([this] { m_io.run(); });
  }

  void stop() {
    asio::post(m_io, [this] {
      error_code ignored;
      m_tcp.close(ignored);
      m_local.close(ignored);
    });
    m_stopping = true;
    closeIdle();
    const auto deadline = std::chrono::steady_clock::now() + kGrace;
    {
      std::unique_lock lock{m_mutex};
      m_gone.wait_until(lock, deadline, [this] { return m_connections == 0; });
    }
    m_io.stop();
    for (std::thread& thread : m_threads) thread.join();
    if (!m_options.unixSocket.empty()) unlink(m_options.unixSocket.c_str());
  }

  unsigned short port() const { return m_tcp.local_endpoint().port(); }

 private:
  Status listenLocally() {
    error_code error;
    unlink(m_options.unixSocket.c_str());  // of a hub that was killed; the folder's lock is ours
    const std::string path = m_options.unixSocket.string();
    if (path.size() >= sizeof(sockaddr_un::sun_path)) {
      return Error{ErrorCode::Invalid, path, "is too long for a socket; choose a shorter folder"};
    }
    const asio::local::stream_protocol::endpoint endpoint{path};
    m_local.open(endpoint.protocol(), error);
    if (!error) m_local.bind(endpoint, error);
    if (!error) m_local.listen(asio::socket_base::max_listen_connections, error);
    if (error) return Error{ErrorCode::Storage, m_options.unixSocket.string(), error.message()};
    return {};
  }

  template <class Acceptor>
  awaitable<void> accept(Acceptor& acceptor) {
    while (acceptor.is_open()) {
      auto [error, socket] = co_await acceptor.async_accept(asio::make_strand(m_io), kQuiet);
      if (error == asio::error::operation_aborted || error == asio::error::bad_descriptor) break;
      if (error) {  // out of file descriptors: give others time to finish
        asio::steady_timer pause{m_io, std::chrono::milliseconds{50}};
        co_await pause.async_wait(kQuiet);
        continue;
      }
      if (!enter()) continue;  // the socket closes
      auto executor = socket.get_executor();
      asio::co_spawn(executor, welcome(std::move(socket)),
                     [this](const std::exception_ptr&) { leave(); });
    }
  }

  awaitable<void> welcome(asio::local::stream_protocol::socket socket) {
    const Client visitor{{}, true, false};  // g++ 12 would end a temporary one twice
    co_await serve(std::make_shared<LocalStream>(std::move(socket)), visitor);
  }

  awaitable<void> welcome(asio::ip::tcp::socket socket) {
    error_code error;
    const auto peer = socket.remote_endpoint(error);
    if (error) co_return;  // gone already
    const std::string address = peer.address().to_string();
    const Client visitor{plainAddress(address).value_or(address), false, m_options.tls != nullptr};
    std::optional<Seat> seat;
    if (!m_proxies.trusts(visitor.address)) {
      seat.emplace(m_seats, countedAs(visitor.address));
      if (!seat->taken()) {
        ++m_options.connections->refused;
        co_return;
      }
    }
    socket.set_option(asio::socket_base::send_buffer_size{kSendBuffer}, error);
    if (m_options.tls) {
      co_await shakeHands(std::move(socket), visitor);
    } else {
      co_await serve(std::make_shared<PlainStream>(std::move(socket)), visitor);
    }
  }

  awaitable<void> shakeHands(asio::ip::tcp::socket socket, const Client& visitor) {
    asio::ssl::context context{m_options.tls->share()};  // the stream keeps what it needs of it
    auto stream = std::make_shared<TlsStream>(std::move(socket), context);
    stream->next_layer().expires_after(m_options.headTimeout);
    auto [error] = co_await stream->async_handshake(asio::ssl::stream_base::server, kQuiet);
    if (!error) {
      co_await serve(stream, visitor);
    } else if (isPlainHttp(static_cast<unsigned long>(error.value()))) {
      const Client plain{visitor.address};
      co_await refuse(stream->next_layer(), fault(400, plain));
    }
  }

  /// One connection, from its first request to its last.
  template <class Stream>
  awaitable<void> serve(std::shared_ptr<Stream> connection, const Client& visitor) {
    Stream& stream = *connection;
    beast::flat_buffer buffer;
    buffer.reserve(kReadBuffer);
    auto pause = m_options.headTimeout;  // who connects has something to say
    for (bool open = true; open && !m_stopping; pause = m_options.idleTimeout) {
      if (buffer.size() == 0 && !co_await waitForRequest(connection, buffer, pause)) break;
      Parser parser;
      parser.header_limit(static_cast<std::uint32_t>(m_options.headerLimit));
      parser.body_limit(m_options.bodyLimit);
      if (const error_code error = co_await receive(stream, buffer, parser, m_options)) {
        const int status = statusOf(error);
        if (status != 0) co_await refuse(stream, fault(status, visitor));
        break;
      }
      auto message = parser.release();
      open = message.keep_alive();
      const bool head = message.method() == http::verb::head;
      if (head) message.method(http::verb::get);
      Response response = co_await answer(fromBeast(std::move(message)), visitor);
      open = open && !m_stopping;
      open = co_await send(stream, toBeast(std::move(response), open), head, m_options) && open;
    }
    co_await hangUp(stream);
  }

  /// Reads the first bytes of a request. False when the client went away, took too long or the hub
  /// stops.
  template <class Stream>
  awaitable<bool> waitForRequest(std::shared_ptr<Stream> stream, beast::flat_buffer& buffer,
                                 std::chrono::seconds patience) {
    const auto place = addIdle([stream] {
      asio::post(stream->get_executor(), [stream] { beast::get_lowest_layer(*stream).cancel(); });
    });
    std::size_t size = 0;
    if (!m_stopping) {  // else closeIdle() may have passed before this one was in the list
      beast::get_lowest_layer(*stream).expires_after(patience);
      auto [error, read] = co_await stream->async_read_some(buffer.prepare(kReadBuffer), kQuiet);
      size = error ? 0 : read;
    }
    dropIdle(place);
    buffer.commit(size);
    co_return size > 0 && !m_stopping;
  }

  /// The answer of the handler, or why it is not asked.
  awaitable<Response> answer(Request request, const Client& visitor) {
    request.local = visitor.local;
    request.connectedFrom = visitor.address;
    request.peer = visitor.address;
    request.secure = visitor.secure;
    m_proxies.identify(request);
    const bool secure = request.secure;
    Response response = co_await admit(std::move(request), visitor);
    addSecurityHeaders(response, secure);
    co_return response;
  }

  /// This machine itself, over its socket or as a proxy that names no client, may ask as it likes.
  awaitable<Response> admit(Request request, const Client& visitor) {
    if (request.local || m_proxies.trusts(request.peer)) {
      co_return co_await handle(std::move(request));
    }
    if (const auto wait = m_rates.wait(request, std::chrono::steady_clock::now())) {
      co_return later(*wait);
    }
    if (request.peer == visitor.address) co_return co_await handle(std::move(request));
    const Seat seat{m_seats, countedAs(request.peer)};  // of a proxy's client
    if (!seat.taken()) co_return later(kComeBack);
    co_return co_await handle(std::move(request));
  }

  Response later(std::chrono::seconds wait) {
    ++m_options.connections->slowedDown;
    Response response = m_faulty(429);
    response.headers.emplace_back("Retry-After", std::to_string(wait.count()));
    return response;
  }

  Response fault(int status, const Client& visitor) {
    Response response = m_faulty(status);
    addSecurityHeaders(response, visitor.secure);
    return response;
  }

  /// The one answer to a request: given when asked, or a fault when nobody gave one.
  template <class Continue>
  class OneAnswer {
   public:
    OneAnswer(std::shared_ptr<Impl> server, Continue continueWith)
        : m_server(std::move(server)), m_continue(std::move(continueWith)) {}
    ~OneAnswer() {
      if (!m_given) give(m_server->m_faulty(500));
    }
    OneAnswer(const OneAnswer&) = delete;
    OneAnswer& operator=(const OneAnswer&) = delete;

    void give(Response response) {
      if (m_given.exchange(true)) return;
      auto executor = asio::get_associated_executor(m_continue);
      asio::post(executor, [go = std::move(m_continue), response = std::move(response)]() mutable {
        go(std::move(response));
      });
    }

   private:
    std::shared_ptr<Impl> m_server;  ///< may outlive the HttpServer: what is posted goes nowhere
    Continue m_continue;
    std::atomic<bool> m_given = false;
  };

  awaitable<Response> handle(Request request) {
    auto start = [this](auto handler, Request asked) {
      auto answer =
          std::make_shared<OneAnswer<decltype(handler)>>(shared_from_this(), std::move(handler));
      auto respond = [answer](Response response) { answer->give(std::move(response)); };
      m_workers.post([this, asked = std::move(asked), respond = std::move(respond)]() mutable {
        m_handler(std::move(asked), std::move(respond));
      });
    };
    co_return co_await asio::async_initiate<decltype(use_awaitable), void(Response)>(
        std::move(start), use_awaitable, std::move(request));
  }

  bool enter() {
    const std::scoped_lock lock{m_mutex};
    if (m_connections >= m_options.connectionLimit) {
      ++m_options.connections->refused;
      return false;
    }
    ++m_connections;
    ++m_options.connections->total;
    m_options.connections->open = m_connections;
    return true;
  }

  void leave() {
    const std::scoped_lock lock{m_mutex};
    --m_connections;
    m_options.connections->open = m_connections;
    m_gone.notify_all();
  }

  using Closers = std::list<std::function<void()>>;

  Closers::iterator addIdle(std::function<void()> closer) {
    const std::scoped_lock lock{m_mutex};
    return m_idle.insert(m_idle.end(), std::move(closer));
  }

  void dropIdle(Closers::iterator place) {
    const std::scoped_lock lock{m_mutex};
    m_idle.erase(place);
  }

  void closeIdle() {
    const std::scoped_lock lock{m_mutex};
    for (const auto& closer : m_idle) closer();
  }

  ServerOptions m_options;
  WorkerPool& m_workers;
  Handler m_handler;
  Faulty m_faulty;
  Proxies m_proxies;
  Seats m_seats;
  Rates m_rates;
  asio::io_context m_io{kIoThreads};
  asio::ip::tcp::acceptor m_tcp;
  asio::local::stream_protocol::acceptor m_local;
  std::vector<std::thread> m_threads;
  std::atomic<bool> m_stopping = false;
  std::mutex m_mutex;
  std::condition_variable m_gone;
  Closers m_idle;
  int m_connections = 0;
};

Result<std::unique_ptr<HttpServer>> HttpServer::start(const ServerOptions& options,
                                                      WorkerPool& workers, Handler handler,
                                                      Faulty faulty) {
  auto impl = std::make_shared<Impl>(options, workers, std::move(handler), std::move(faulty));
  if (const Status status = impl->listen(); !status) return status.error();
  impl->run();
  return std::unique_ptr<HttpServer>(new HttpServer(std::move(impl)));
}

HttpServer::HttpServer(std::shared_ptr<Impl> impl) : m_impl(std::move(impl)) {}
HttpServer::~HttpServer() {
  m_impl->stop();
}
unsigned short HttpServer::port() const {
  return m_impl->port();
}
}  // namespace vejviser::hub
