#include "sync/hub/http_server.h"

#include <atomic>
#include <boost/asio.hpp>
#include <boost/asio/experimental/awaitable_operators.hpp>
#include <boost/beast.hpp>
#include <list>
#include <sys/un.h>
#include <thread>
#include <unistd.h>

namespace vejviser::hub {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::as_tuple;
using asio::awaitable;
using asio::use_awaitable;
using boost::system::error_code;

constexpr auto kQuiet = as_tuple(use_awaitable);  // errors as values
constexpr int kIoThreads = 2;
constexpr std::size_t kReadBuffer = 8192;  // an empty buffer would grow from 512 bytes per read
constexpr std::chrono::seconds kGrace{10};
constexpr std::chrono::seconds kLinger{2};  // for a client to see why its body was refused

using Parser = http::request_parser<http::string_body>;

/// Where a connection comes from.
struct Origin {
  bool local = false;
  std::string peer;
};

Origin originOf(const asio::ip::tcp::endpoint& endpoint) {
  return {false, endpoint.address().to_string()};
}

Origin originOf(const asio::local::stream_protocol::endpoint&) {
  return {true, {}};
}

Request fromBeast(http::request<http::string_body>&& message, const Origin& origin) {
  Request request;
  request.method = std::string{message.method_string()};
  const std::string target{message.target()};
  const std::size_t mark = std::min(target.find('?'), target.size());
  request.path = target.substr(0, mark);
  request.query = decodeForm(std::string_view{target}.substr(std::min(mark + 1, target.size())));
  for (const auto& field : message) {
    std::string name{field.name_string()};
    for (char& c : name) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    const auto [held, isNew] = request.headers.try_emplace(name, field.value());
    if (!isNew) held->second.append(", ").append(field.value());
  }
  request.body = std::move(message.body());
  request.local = origin.local;
  request.peer = origin.peer;
  return request;
}

/// Empty for a unix socket, and when the other end is gone already.
template <class Socket>
std::string otherEnd(const Socket& socket) {
  if constexpr (std::is_same_v<typename Socket::protocol_type, asio::ip::tcp>) {
    error_code gone;
    const auto end = socket.remote_endpoint(gone);
    return gone ? std::string{} : end.address().to_string();
  }
  return {};
}

http::response<http::string_body> toBeast(Response&& response, bool keepAlive, bool head) {
  http::response<http::string_body> message{static_cast<http::status>(response.status), 11};
  message.set(http::field::content_type, response.contentType);
  for (const auto& [name, value] : response.headers) message.insert(name, value);
  message.keep_alive(keepAlive);
  message.body() = std::move(response.body);
  message.prepare_payload();
  if (head) message.body().clear();
  return message;
}

}  // namespace

class HttpServer::Impl : public std::enable_shared_from_this<Impl> {
 public:
  Impl(const ServerOptions& options, WorkerPool& workers, Handler handler, Faulty faulty)
      : m_options(options),
        m_workers(workers),
        m_handler(std::move(handler)),
        m_faulty(std::move(faulty)),
        m_tcp(m_io),
        m_local(m_io) {}

  Status listen() {
    error_code error;
    const auto address = asio::ip::make_address(m_options.address, error);
    if (error) return Error{ErrorCode::Invalid, "listen", m_options.address + " is no IP address"};
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
    using Protocol = typename Acceptor::protocol_type;
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
      error_code gone;  // its address is 0.0.0.0 then
      Origin origin = originOf(socket.remote_endpoint(gone));
      asio::co_spawn(executor,
                     serve(std::make_shared<beast::basic_stream<Protocol>>(std::move(socket)),
                           std::move(origin)),
                     [this](const std::exception_ptr&) { leave(); });
    }
  }

  /// One connection, from its first request to its last.
  template <class Stream>
  awaitable<void> serve(std::shared_ptr<Stream> connection, Origin origin) {
    Stream& stream = *connection;
    const std::string from = otherEnd(stream.socket());
    beast::flat_buffer buffer;
    buffer.reserve(kReadBuffer);
    for (bool open = true; open && !m_stopping;) {
      if (buffer.size() == 0 && !co_await waitForRequest(connection)) break;
      Parser parser;
      parser.header_limit(static_cast<std::uint32_t>(m_options.headerLimit));
      parser.body_limit(m_options.bodyLimit);
      const error_code error = co_await receive(stream, buffer, parser);
      if (error) {
        co_await refuse(stream, error);
        break;
      }
      auto message = parser.release();
      open = message.keep_alive();
      const bool head = message.method() == http::verb::head;
      if (head) message.method(http::verb::get);
      Response response = co_await handle(fromBeast(std::move(message), origin));
      open = open && !m_stopping;
      stream.expires_after(m_options.sendTimeout);
      auto answer = toBeast(std::move(response), open, head);
      if (head) {
        http::response_serializer<http::string_body> serializer{answer};
        auto [failed, sent] = co_await http::async_write_header(stream, serializer, kQuiet);
        open = open && !failed;
      } else {
        auto [failed, sent] = co_await http::async_write(stream, answer, kQuiet);
        open = open && !failed;
      }
    }
    error_code ignored;
    stream.socket().shutdown(asio::socket_base::shutdown_both, ignored);
  }

  /// False when the client went away, took too long or the hub stops.
  template <class Stream>
  awaitable<bool> waitForRequest(std::shared_ptr<Stream> stream) {
    const auto place =
        addIdle([stream] { asio::post(stream->get_executor(), [stream] { stream->cancel(); }); });
    asio::steady_timer timer{stream->get_executor(), m_options.idleTimeout};
    using namespace asio::experimental::awaitable_operators;
    if (m_stopping) {  // closeIdle() may have passed before this one was in the list
      dropIdle(place);
      co_return false;
    }
    const auto outcome =
        co_await (stream->socket().async_wait(asio::socket_base::wait_read, kQuiet) ||
                  timer.async_wait(kQuiet));
    dropIdle(place);
    if (m_stopping || outcome.index() != 0) co_return false;
    co_return !std::get<0>(std::get<0>(outcome));
  }

  template <class Stream>
  awaitable<error_code> receive(Stream& stream, beast::flat_buffer& buffer, Parser& parser) {
    stream.expires_after(m_options.headTimeout);
    auto [head_error, head_size] = co_await http::async_read_header(stream, buffer, parser, kQuiet);
    if (head_error) co_return head_error;
    stream.expires_after(m_options.bodyTimeout);
    if (parser.get()[http::field::expect] == "100-continue") {
      http::response<http::empty_body> go{http::status::continue_, 11};
      auto [error, size] = co_await http::async_write(stream, go, kQuiet);
      if (error) co_return error;
    }
    auto [body_error, body_size] = co_await http::async_read(stream, buffer, parser, kQuiet);
    stream.expires_never();
    co_return body_error;
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

  /// Says why, where there is somebody to say it to, and reads on a little so that it is heard.
  template <class Stream>
  awaitable<void> refuse(Stream& stream, error_code why) {
    int status = 0;
    if (why == http::error::body_limit) status = 413;
    if (why == http::error::header_limit) status = 431;
    if (status == 0 && why.category() == make_error_code(http::error::bad_method).category() &&
        why != http::error::end_of_stream && why != http::error::partial_message) {
      status = 400;
    }
    if (status == 0) co_return;
    auto answer = toBeast(m_faulty(status), false, false);
    stream.expires_after(kLinger);
    co_await http::async_write(stream, answer, kQuiet);
    error_code ignored;
    stream.socket().shutdown(asio::socket_base::shutdown_send, ignored);
    std::array<char, kReadBuffer> discarded{};
    for (;;) {
      auto [error, size] = co_await stream.async_read_some(asio::buffer(discarded), kQuiet);
      if (error) co_return;
    }
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
