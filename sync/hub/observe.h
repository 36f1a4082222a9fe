// Watching a hub at work: every answer gets a number that its log line and its errors carry, and is
// counted. What is logged and counted says nothing of who asked or what was said.
#pragma once

#include "sync/hub/address_range.h"
#include "sync/hub/http_server.h"
#include "sync/hub/http_types.h"
#include "sync/hub/metrics.h"

#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace vejviser::hub {

struct Hub;

/// What a hub is watched with.
struct Watch {
  /// All hubs of a process share these two.
  std::shared_ptr<Metrics> metrics = std::make_shared<Metrics>();
  std::shared_ptr<ConnectionCounts> connections = std::make_shared<ConnectionCounts>();
  std::string path = "/";                              ///< where this hub is served: its label
  std::vector<AddressRange> metricsFrom = loopback();  ///< who may read the metrics over TCP
};

/// Gauges that are read from the database, no more often than kReadEvery.
class GaugeReader {
 public:
  HubReadings read(Hub& hub);

  static constexpr std::chrono::seconds kReadEvery{10};

 private:
  std::mutex m_mutex;
  std::optional<std::chrono::steady_clock::time_point> m_read;
  HubReadings m_last;
};

/// Gives an answer its X-Request-Id, logs it and counts it. `route` is as in the table of routes,
/// or "other".
void note(Hub& hub, Response& response, const Answered& request);

/// Reads a hub's gauges into the metrics that it shares with others.
void readGauges(Hub& hub);
/// GET /metrics, for those who may read it: for the administration socket and the addresses in
/// metricsFrom, and for nobody who comes through a proxy; to others there is nothing at this
/// address.
Response metricsPage(Hub& hub);
bool mayReadMetrics(const Hub& hub, const Request& request);

}  // namespace vejviser::hub
