// Running a hub until it is told to stop.
#pragma once

#include "src/base/result.h"
#include "sync/hub/database.h"
#include "sync/hub/http_server.h"
#include "sync/hub/identity.h"

#include <string>

namespace vejviser::hub {

/// What `serve` was told on its command line.
struct ServeOptions {
  ServerOptions server;
  IdentitySource identity;  ///< empty: people log in here alone
};

/// Opens all municipalities of the database at `place`, answers requests, and returns after SIGTERM
/// or SIGINT, when everything in flight is answered. Prints "listening on http://..." on standard
/// output once it does. `erasures`: where the only municipality's erased ids are listed; empty:
/// usualErasures().
Status serve(const Place& place, const std::string& erasures, ServeOptions options);

}  // namespace vejviser::hub
