// Many connections to a hub at once, from one thread: what a bench or a test says over each of them
// is made before, and what comes back is counted.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace vejviser::test {

/// What came back.
struct Replies {
  std::map<int, int> statuses;   ///< answers by status; 0: the connection was closed without one
  std::int64_t acked = 0;        ///< entries that answers call "ok"
  std::vector<double> times_ms;  ///< of each request, from its first byte to its answer's last
};

class Crowd {
 public:
  /// One connection for each list of requests; each is sent when the one before is answered.
  Crowd(int port, std::vector<std::vector<std::string>> requests);
  ~Crowd();

  Crowd(const Crowd&) = delete;
  Crowd& operator=(const Crowd&) = delete;

  /// Connects all and sends everybody's first request.
  void begin();
  /// Until everything is answered, or `enough` says so after some answer or second.
  Replies talk(const std::function<bool(const Replies&)>& enough = {});
  /// Connections that wait for an answer.
  int waiting() const { return m_waiting; }

 private:
  struct Visitor;

  void send(Visitor& visitor);
  void receive(Visitor& visitor, Replies& heard);
  void hangUp(Visitor& visitor);

  int m_port;
  int m_poll;
  int m_waiting = 0;
  std::vector<Visitor> m_visitors;
};

/// A request of HTTP/1.1 on a connection that stays open. `headers` end with "\r\n" each.
std::string httpRequest(const std::string& method, const std::string& path,
                        const std::string& headers, const std::string& body);

}  // namespace vejviser::test
