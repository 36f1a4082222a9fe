// Figures about a hub at work for Prometheus: counters of what it did, gauges of what is. Of the
// program, never of a tablet or a person: no label carries a name that somebody gave. The library
// stays behind this header.
#pragma once

#include "platform/process.h"
#include "src/base/time.h"
#include "src/domain/feed.h"
#include "sync/hub/ingest.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vejviser::hub {

/// A request that was answered. Method and route are those of the table of routes ("/v1/sync"), or
/// "other": never what a client wrote.
struct Answered {
  std::string method;
  std::string route;
  int status = 0;
  std::chrono::duration<double> took{};
};

/// One transaction of pushes.
struct Committed {
  std::size_t pushes = 0;
  Taken taken;
  std::chrono::duration<double> took{};
  bool stored = true;  ///< false: it failed, and nothing was taken
};

/// What is in one hub's database, and what waits for it.
struct HubReadings {
  bool readable = false;  ///< false: what follows up to `floor` is of an earlier reading
  Heard heard;
  std::optional<std::chrono::seconds> oldestHeard;         ///< ago, of the tablets in use
  std::vector<std::pair<std::string, std::int64_t>> held;  ///< by reason
  std::int64_t database_bytes = 0;
  std::int64_t position = 0;
  std::int64_t floor = 0;
  std::size_t pushesWaiting = 0;
  std::size_t pollsHeld = 0;
};

/// What is the same for all hubs of a process.
struct ProcessReadings {
  platform::ProcessUse process;
  std::uint64_t connectionsTotal = 0;
  std::uint64_t connectionsRefused = 0;
  std::int64_t connectionsOpen = 0;
  std::size_t jobsWaiting = 0;
};

/// One for all hubs of a process, each under the path that it is served at ("/"): safe from any
/// thread.
class Metrics {
 public:
  Metrics();
  ~Metrics();
  Metrics(const Metrics&) = delete;
  Metrics& operator=(const Metrics&) = delete;

  void answered(const std::string& hub, const Answered& request);
  void committed(const std::string& hub, const Committed& commit);
  void pulled(const std::string& hub, std::size_t rows);

  void set(const std::string& hub, const HubReadings& readings);
  void set(const ProcessReadings& readings);
  /// Reports were looked after: `done` when all that were due are there; nothing: it failed.
  void reported(const std::string& hub, std::optional<Instant> done, int written);
  /// The end of the certificate that clients are shown; not told until this was called.
  void setCertificateExpiry(Instant end);

  /// All of it. Source: Prometheus text format 0.0.4.
  std::string text() const;

 private:
  struct Families;
  std::unique_ptr<Families> m_families;
};

}  // namespace vejviser::hub
