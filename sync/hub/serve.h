// Running a hub until it is told to stop.
#pragma once

#include "platform/log.h"
#include "src/base/result.h"
#include "sync/hub/address_range.h"
#include "sync/hub/http_server.h"

#include <chrono>
#include <filesystem>
#include <vector>

namespace vejviser::hub {

struct ServeOptions {
  std::filesystem::path dir;       ///< the hub's folder
  std::filesystem::path erasures;  ///< the list of erased ids
  ServerOptions server;
  platform::LogOptions log;
  std::vector<AddressRange> metricsFrom;  ///< who may read /metrics over TCP
  std::chrono::seconds drain{0};  ///< it goes on so long after SIGTERM, while /ready says no
  bool migrates = true;           ///< false: a database of an older version is refused
};

/// Opens the hub, answers requests, and returns after SIGTERM or SIGINT, when everything in flight
/// is answered; a second signal ends the draining. It listens at once: while the database is opened
/// and brought up to date, all answers are 503. Prints "listening on http://..." on standard output
/// once it is open.
Status serve(const ServeOptions& options);

}  // namespace vejviser::hub
