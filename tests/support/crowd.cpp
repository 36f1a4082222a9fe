#include "tests/support/crowd.h"

#include <arpa/inet.h>
#include <cerrno>
#include <cstdlib>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace vejviser::test {

namespace {

using Time = std::chrono::steady_clock::time_point;

/// Every socket is a file, and thousands are more than a shell allows by itself.
void allowManyFiles() {
  rlimit limit{};
  getrlimit(RLIMIT_NOFILE, &limit);
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

std::int64_t countOf(const std::string& text, const std::string& word) {
  std::int64_t count = 0;
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    ++count;
  }
  return count;
}

}  // namespace

struct Crowd::Visitor {
  std::vector<std::string> requests;
  std::size_t next = 0;  ///< the request after the one that is on its way
  int socket = -1;
  std::string in;
  std::size_t sent = 0;  ///< bytes of the request on its way
  Time begun{};
};

Crowd::Crowd(int port, std::vector<std::vector<std::string>> requests)
    : m_port(port), m_poll(epoll_create1(EPOLL_CLOEXEC)) {
  allowManyFiles();
  for (std::vector<std::string>& mine : requests) {
    m_visitors.emplace_back().requests = std::move(mine);
  }
}

Crowd::~Crowd() {
  for (Visitor& visitor : m_visitors) hangUp(visitor);
  close(m_poll);
}

void Crowd::begin() {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(m_port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  for (Visitor& visitor : m_visitors) {
    visitor.socket = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (visitor.socket < 0) std::abort();  // no files left: nothing would be measured
    ++m_waiting;
    const int yes = 1;
    setsockopt(visitor.socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    visitor.begun = std::chrono::steady_clock::now();
    if (connect(visitor.socket, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
      hangUp(visitor);
      continue;
    }
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT | EPOLLET;
    event.data.ptr = &visitor;
    epoll_ctl(m_poll, EPOLL_CTL_ADD, visitor.socket, &event);
    visitor.next = 1;
    send(visitor);
  }
}

Replies Crowd::talk(const std::function<bool(const Replies&)>& enough) {
  constexpr int kEvents = 256;
  constexpr int kSecond_ms = 1000;
  Replies heard;
  epoll_event events[kEvents];
  while (waiting() > 0) {
    const int ready = epoll_wait(m_poll, events, kEvents, kSecond_ms);
    for (int i = 0; i < ready; ++i) {
      auto& visitor = *static_cast<Visitor*>(events[i].data.ptr);
      if (visitor.socket >= 0 && (events[i].events & EPOLLOUT) != 0) send(visitor);
      if (visitor.socket >= 0) receive(visitor, heard);
    }
    if (enough && enough(heard)) break;
  }
  return heard;
}

void Crowd::send(Visitor& visitor) {
  const std::string& request = visitor.requests[visitor.next - 1];
  while (visitor.sent < request.size()) {
    const ssize_t wrote = ::send(visitor.socket, request.data() + visitor.sent,
                                 request.size() - visitor.sent, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (wrote <= 0) return;  // when there is room again; a broken line shows when reading
    visitor.sent += static_cast<std::size_t>(wrote);
  }
}

void Crowd::receive(Visitor& visitor, Replies& heard) {
  char buffer[65'536];
  ssize_t got = 0;
  while ((got = recv(visitor.socket, buffer, sizeof buffer, MSG_DONTWAIT)) > 0) {
    visitor.in.append(buffer, static_cast<std::size_t>(got));
  }
  const bool gone = got == 0 || (got < 0 && errno != EAGAIN);
  const std::size_t head = visitor.in.find("\r\n\r\n");
  const std::size_t length = visitor.in.find("Content-Length: ");
  if (head != std::string::npos && length < head) {
    const std::size_t whole = head + 4 + std::stoul(visitor.in.substr(length + 16));
    if (visitor.in.size() >= whole) {
      ++heard.statuses[std::stoi(visitor.in.substr(9, 3))];
      heard.acked += countOf(visitor.in, "\"ok\"]");
      heard.times_ms.push_back(std::chrono::duration<double, std::milli>(
                                   std::chrono::steady_clock::now() - visitor.begun)
                                   .count());
      visitor.in.clear();
      if (visitor.next == visitor.requests.size()) return hangUp(visitor);
      ++visitor.next;
      visitor.sent = 0;
      visitor.begun = std::chrono::steady_clock::now();
      return send(visitor);
    }
  }
  if (!gone) return;
  ++heard.statuses[0];
  hangUp(visitor);
}

void Crowd::hangUp(Visitor& visitor) {
  if (visitor.socket < 0) return;
  close(visitor.socket);
  visitor.socket = -1;
  --m_waiting;
}

std::string httpRequest(const std::string& method, const std::string& path,
                        const std::string& headers, const std::string& body) {
  return method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers +
         "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

}  // namespace vejviser::test
