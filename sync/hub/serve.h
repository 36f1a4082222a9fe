// Running a hub until it is told to stop.
#pragma once

#include "src/base/result.h"
#include "sync/hub/http_server.h"

#include <filesystem>
#include <optional>

namespace vejviser::hub {

/// What `serve` was told on its command line.
struct ServeOptions {
  ServerOptions server;
  std::optional<TlsFiles> tls;
};

/// Opens the hub in `dir`, whose erased ids are listed in `erasures`, answers requests, and returns
/// after SIGTERM or SIGINT, when everything in flight is answered. Prints "listening on http://..."
/// or "https://..." on standard output once it does, and tells the service manager. SIGHUP: the
/// certificate is read again; one that cannot be used changes nothing and is logged.
Status serve(const std::filesystem::path& dir, const std::filesystem::path& erasures,
             ServeOptions options);

}  // namespace vejviser::hub
