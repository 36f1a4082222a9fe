// The page "Retention" ("Opbevaring"): what is kept how long and why, and setting what may be set.
#pragma once

#include "sync/hub/hub.h"

namespace vejviser::hub::web {

/// GET /retention?saved=
Response retention(Hub& hub, const Request& request);
/// POST /retention: `texts`, in days; nothing: as long as the hub is in use.
Response setRetention(Hub& hub, const Request& request);

}  // namespace vejviser::hub::web
