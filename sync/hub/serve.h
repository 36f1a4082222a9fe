// Running a hub until it is told to stop.
#pragma once

#include "src/base/result.h"
#include "sync/hub/http_server.h"

#include <filesystem>

namespace vejviser::hub {

/// Opens the hub in `dir`, whose erased ids are listed in `erasures`, answers requests, and returns
/// after SIGTERM or SIGINT, when everything in flight is answered. Prints "listening on http://..."
/// on standard output once it does.
Status serve(const std::filesystem::path& dir, const std::filesystem::path& erasures,
             ServerOptions options);

}  // namespace vejviser::hub
