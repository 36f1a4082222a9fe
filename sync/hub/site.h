// All municipalities of a hub at one address: each is a Hub of its own, and a request goes to the
// one that its path names first. Nothing of one can be reached through another.
#pragma once

#include "sync/hub/database.h"
#include "sync/hub/hub.h"

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <thread>

namespace vejviser::hub {

/// True for a code that can begin an address: it is no address of the hub's own.
bool isFreeCode(const std::string& code);

class Site {
 public:
  /// Gives a municipality what it has from the command line, before its first request.
  using SetUp = std::function<void(const std::string& code, Hub& hub)>;

  Site(Database& database, const Clock& clock, RandomSource& random, WorkerPool& workers,
       SetUp setUp);
  /// Everything submitted is committed before this returns.
  ~Site();

  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;

  /// Opens the municipalities that have come since. What goes wrong with one is logged, once; an
  /// error when there is none that works. Until then everything is answered by 503.
  Status open();
  /// Answers polls when another hub on the same database has news for them.
  void notice();
  void answer(const Request& request, const Respond& respond);
  /// The answer to a request that the server cannot read.
  Response unreadable(int status) const;
  /// Does something with each municipality.
  void each(const std::function<void(Hub&)>& what);

 private:
  struct Office;

  Status openOne(const std::string& code);
  Office* officeFor(Request& request) const;

  Database& m_database;
  const Clock& m_clock;
  RandomSource& m_random;
  WorkerPool& m_workers;
  SetUp m_setUp;
  std::atomic<bool> m_open = false;
  mutable std::mutex m_mutex;  ///< of what follows; an office, once there, stays
  std::map<std::string, std::unique_ptr<Office>> m_offices;
  std::set<std::string> m_failing;
  std::map<std::string, std::int64_t> m_positions;
};

}  // namespace vejviser::hub
