// How much one place may ask for at a time, so that nobody takes the hub from the others. All of it
// lives in this process and is gone with it: it guards this process's sockets and threads, nothing
// else. All of it is bounded, whatever addresses and tokens are made up. Safe from any thread.
#pragma once

#include "sync/hub/http_types.h"

#include <chrono>
#include <list>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

namespace vejviser::hub {

using SteadyTime = std::chrono::steady_clock::time_point;

/// How often something may happen: so many at once, and so many a second in the long run.
struct Rate {
  double burst = 1;
  double perSecond = 1;
};

/// A bucket of tokens for each key: each request takes one, time puts them back. Of more than
/// `most` keys, those not seen for longest are forgotten: they have a full bucket again.
class TokenBuckets {
 public:
  explicit TokenBuckets(Rate rate, std::size_t most = 10'000) : m_rate(rate), m_most(most) {}

  /// Nothing when `key` may go on; else how long until it may.
  std::optional<std::chrono::seconds> take(const std::string& key, SteadyTime now);
  std::size_t size() const;

 private:
  struct Bucket {
    std::size_t key;  ///< a hash: tokens are not kept, and no key takes more room than another
    double tokens;
    SteadyTime filled;
  };

  Rate m_rate;
  std::size_t m_most;
  mutable std::mutex m_mutex;
  std::list<Bucket> m_buckets;  ///< the one seen last first
  std::unordered_map<std::size_t, std::list<Bucket>::iterator> m_places;
};

/// How many connections, or requests of a proxy's clients, an address has at once.
class Seats {
 public:
  explicit Seats(int perAddress) : m_perAddress(perAddress) {}

  /// False when the address has as many as it may; else leave() must follow.
  bool enter(const std::string& address);
  void leave(const std::string& address);

 private:
  int m_perAddress;
  std::mutex m_mutex;
  std::map<std::string, int> m_taken;
};

/// A place in Seats until it goes.
class Seat {
 public:
  Seat(Seats& seats, std::string address);
  ~Seat();
  Seat(const Seat&) = delete;
  Seat& operator=(const Seat&) = delete;

  bool taken() const { return m_taken; }

 private:
  Seats& m_seats;
  std::string m_address;
  bool m_taken;
};

/// How often an address and a token may ask.
class Rates {
 public:
  /// Nothing when the request may be answered; else after how long to try again.
  std::optional<std::chrono::seconds> wait(const Request& request, SteadyTime now);

 private:
  /// What everybody may ask without a token, and could guess with: a hall of people who enrol and
  /// log in behind one address.
  TokenBuckets m_open{{60, 1}};
  /// A tablet asks a few times a minute; one that brings a year's backlog, or pulls all from zero,
  /// asks as fast as it is answered for some hundred requests.
  TokenBuckets m_tokens{{600, 20}};
  /// All of a library's tablets behind one address, also after an outage.
  TokenBuckets m_addresses{{3000, 300}};
};

}  // namespace vejviser::hub
