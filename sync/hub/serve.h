// Running a hub until it is told to stop.
#pragma once

#include "platform/log.h"
#include "src/base/result.h"
#include "sync/hub/address_range.h"
#include "sync/hub/database.h"
#include "sync/hub/http_server.h"
#include "sync/hub/identity.h"
#include "sync/hub/report.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace vejviser::hub {

struct ServeOptions {
  Place place;           ///< all municipalities there
  std::string erasures;  ///< the list of the only municipality's erased ids; empty: the usual one
  IdentitySource identity;  ///< empty: people log in here alone
  ServerOptions server;
  std::optional<TlsFiles> tls;
  platform::LogOptions log;
  std::vector<AddressRange> metricsFrom;  ///< who may read /metrics over TCP
  std::chrono::seconds drain{0};  ///< it goes on so long after SIGTERM, while /ready says no
  std::optional<ReportOptions> reports;
  bool migrates = true;  ///< false: a database of an older version is refused
};

/// Opens all municipalities, answers requests, and returns after SIGTERM or SIGINT, when everything
/// in flight is answered; a second signal ends the draining. It listens at once: while the database
/// is opened and brought up to date, all answers are 503. Prints "listening on http://..." on
/// standard output once it is open, and
/// tells the service manager. SIGHUP: the certificate is read again; one that cannot be used
/// changes nothing and is logged.
Status serve(ServeOptions options);

}  // namespace vejviser::hub
