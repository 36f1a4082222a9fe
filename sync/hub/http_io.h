// One request in, one answer out, over whatever stream: each with a deadline that a client cannot
// push before it by dripping. Of http_server.cpp alone.
#pragma once

#include "sync/hub/http_server.h"

#include <boost/asio.hpp>
#include <boost/beast.hpp>
#include <boost/beast/ssl.hpp>
#include <tuple>

namespace vejviser::hub {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::awaitable;
using asio::use_awaitable;
using boost::system::error_code;

constexpr auto kQuiet = asio::as_tuple(use_awaitable);  // errors as values
constexpr std::size_t kReadBuffer = 8192;   // an empty buffer would grow from 512 bytes per read
constexpr std::chrono::seconds kLinger{2};  // for a client to see why its body was refused

using Parser = http::request_parser<http::string_body>;
using LocalStream = beast::basic_stream<asio::local::stream_protocol>;
using PlainStream = beast::basic_stream<asio::ip::tcp>;
using TlsStream = beast::ssl_stream<PlainStream>;

Request fromBeast(http::request<http::string_body>&& message);
http::response<http::string_body> toBeast(Response&& response, bool keepAlive);

/// What to tell a client whose request could not be read; 0: there is nobody to tell.
int statusOf(error_code why);

/// How long `size` bytes may take.
inline std::chrono::seconds patience(const ServerOptions& options, std::size_t size) {
  return options.grace + std::chrono::seconds{size / options.slowest};
}

/// Reads a request; its body at no less than the slowest pace, counted from where it began.
template <class Stream>
awaitable<error_code> receive(Stream& stream, beast::flat_buffer& buffer, Parser& parser,
                              const ServerOptions& options) {
  auto& socket = beast::get_lowest_layer(stream);
  socket.expires_after(options.headTimeout);
  auto [head_error, head_size] = co_await http::async_read_header(stream, buffer, parser, kQuiet);
  if (head_error) co_return head_error;
  const auto began = std::chrono::steady_clock::now();
  socket.expires_at(began + options.grace);
  if (parser.get()[http::field::expect] == "100-continue") {
    http::response<http::empty_body> go{http::status::continue_, 11};
    auto [error, size] = co_await http::async_write(stream, go, kQuiet);
    if (error) co_return error;
  }
  parser.eager(true);
  for (std::size_t received = 0; !parser.is_done();) {
    socket.expires_at(began + patience(options, received));
    auto [error, size] = co_await http::async_read_some(stream, buffer, parser, kQuiet);
    if (error) co_return error;
    received += size;
  }
  socket.expires_never();
  co_return error_code{};
}

/// Sends an answer, of a HEAD request only the head; false when it did not arrive in time.
template <class Stream>
awaitable<bool> send(Stream& stream, http::response<http::string_body> answer, bool headOnly,
                     const ServerOptions& options) {
  auto& socket = beast::get_lowest_layer(stream);
  error_code error;
  // What nobody reads in time is thrown away with the connection, else the kernel would go on
  // offering it.
  socket.socket().set_option(asio::socket_base::linger{true, 0}, error);
  socket.expires_after(patience(options, answer.body().size()));
  http::response_serializer<http::string_body> serializer{answer};
  if (headOnly) {
    std::tie(error, std::ignore) = co_await http::async_write_header(stream, serializer, kQuiet);
  } else {
    std::tie(error, std::ignore) = co_await http::async_write(stream, serializer, kQuiet);
  }
  error_code gone;
  socket.socket().set_option(asio::socket_base::linger{false, 0}, gone);
  co_return !error;
}

/// Says why not, and reads on a little so that it is heard.
template <class Stream>
awaitable<void> refuse(Stream& stream, Response response) {
  auto answer = toBeast(std::move(response), false);
  auto& socket = beast::get_lowest_layer(stream);
  socket.expires_after(kLinger);
  co_await http::async_write(stream, answer, kQuiet);
  error_code ignored;
  socket.socket().shutdown(asio::socket_base::shutdown_send, ignored);
  std::array<char, kReadBuffer> discarded{};
  for (;;) {
    auto [error, size] = co_await socket.async_read_some(asio::buffer(discarded), kQuiet);
    if (error) co_return;
  }
}

template <class Stream>
awaitable<void> hangUp(Stream& stream) {
  error_code ignored;
  stream.socket().shutdown(asio::socket_base::shutdown_both, ignored);
  co_return;
}

/// TLS says good-bye, so that nobody takes a cut for an end.
inline awaitable<void> hangUp(TlsStream& stream) {
  stream.next_layer().expires_after(kLinger);
  co_await stream.async_shutdown(kQuiet);
  co_await hangUp(stream.next_layer());
}

}  // namespace vejviser::hub
