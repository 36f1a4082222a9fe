// Running a hub until it is told to stop.
#pragma once

#include "src/base/result.h"
#include "sync/hub/http_server.h"
#include "sync/hub/identity.h"

#include <filesystem>

namespace vejviser::hub {

/// What `serve` was told on its command line.
struct ServeOptions {
  ServerOptions server;
  IdentitySource identity;  ///< empty: people log in here alone
};

/// Opens the hub in `dir`, whose erased ids are listed in `erasures`, answers requests, and returns
/// after SIGTERM or SIGINT, when everything in flight is answered. Prints "listening on http://..."
/// on standard output once it does.
Status serve(const std::filesystem::path& dir, const std::filesystem::path& erasures,
             ServeOptions options);

}  // namespace vejviser::hub
