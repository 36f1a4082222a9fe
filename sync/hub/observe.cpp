#include "sync/hub/observe.h"

#include "platform/log.h"
#include "src/domain/calendar.h"
#include "sync/hub/hub.h"

#include <algorithm>
#include <cstdio>

namespace vejviser::hub {

namespace {

std::string newRequestId(RandomSource& random) {
  char text[17];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(random.next64()));
  return text;
}

/// The tablet in use that is silent longest; one that was never heard is not silent yet.
std::optional<std::chrono::seconds> oldestHeard(const std::vector<Device>& devices, Instant now) {
  std::optional<Instant> oldest;
  for (const Device& device : devices) {
    if (device.state != DeviceState::Active || !device.lastHeard) continue;
    oldest = std::min(oldest.value_or(*device.lastHeard), *device.lastHeard);
  }
  if (!oldest) return std::nullopt;
  return std::chrono::duration_cast<std::chrono::seconds>(std::max(now, *oldest) - *oldest);
}

Status readDatabase(ReadTx& tx, Instant now, HubReadings& readings) {
  const auto heard = tx.heard(fromLocal({toLocal(now).day, 0, 0}));
  if (!heard) return heard.error();
  const auto devices = tx.devices();
  if (!devices) return devices.error();
  auto held = tx.heldCounts();
  if (!held) return held.error();
  const auto head = tx.head();
  if (!head) return head.error();
  const auto bytes = tx.databaseBytes();
  if (!bytes) return bytes.error();
  readings.heard = *heard;
  readings.oldestHeard = oldestHeard(*devices, now);
  readings.held = std::move(*held);
  readings.position = head->pos;
  readings.floor = head->floor;
  readings.database_bytes = *bytes;
  return {};
}

ProcessReadings readProcess(const Hub& hub) {
  ProcessReadings readings;
  readings.process = platform::processUse();
  const ConnectionCounts& connections = *hub.watch.connections;
  readings.connectionsTotal = connections.total;
  readings.connectionsRefused = connections.refused;
  readings.connectionsOpen = connections.open;
  readings.jobsWaiting = hub.workers.waiting();
  return readings;
}

/// nginx and others say for whom they ask; whoever they ask for is not here.
bool cameThroughAProxy(const Request& request) {
  if (request.proxied) return true;
  return std::any_of(request.headers.begin(), request.headers.end(), [](const auto& header) {
    return header.first == "forwarded" || header.first == "via" || header.first == "x-real-ip" ||
           header.first.starts_with("x-forwarded-");
  });
}

}  // namespace

HubReadings GaugeReader::read(Hub& hub) {
  const std::scoped_lock lock{m_mutex};
  const auto now = std::chrono::steady_clock::now();
  if (!m_read || now - *m_read >= kReadEvery) {
    const Status status =
        hub.storage.read([&](ReadTx& tx) { return readDatabase(tx, hub.clock.now(), m_last); });
    m_last.readable = status.ok();
    m_read = now;
    if (!status) {
      platform::log(platform::LogLevel::Warning, "metrics: " + status.error().text());
    }
  }
  m_last.pushesWaiting = hub.queue.waiting();
  m_last.pollsHeld = hub.polls.held();
  return m_last;
}

void note(Hub& hub, Response& response, const Answered& request) {
  const std::string id = newRequestId(hub.random);
  response.headers.emplace_back("X-Request-Id", id);
  if (!response.cause.empty()) {
    platform::log(platform::LogLevel::Error, response.cause, {{"request_id", id}});
  }
  const auto took = std::chrono::duration_cast<milliseconds>(request.took);
  platform::log(platform::LogLevel::Info, "request",
                {{"method", request.method},
                 {"route", request.route},
                 {"status", std::int64_t{request.status}},
                 {"bytes", static_cast<std::int64_t>(response.body.size())},
                 {"duration_ms", std::int64_t{took.count()}},
                 {"request_id", id}});
  hub.watch.metrics->answered(hub.watch.path, request);
}

bool mayReadMetrics(const Hub& hub, const Request& request) {
  if (request.local) return true;
  return !cameThroughAProxy(request) && isWithin(hub.watch.metricsFrom, request.connectedFrom);
}

void readGauges(Hub& hub) {
  hub.watch.metrics->set(hub.watch.path, hub.gauges.read(hub));
}

Response metricsPage(Hub& hub) {
  readGauges(hub);
  hub.watch.metrics->set(readProcess(hub));
  return {200, "text/plain; version=0.0.4; charset=utf-8", hub.watch.metrics->text(), {}, {}};
}

}  // namespace vejviser::hub
