// The page "Audit log" ("Ændringslog"): administrative acts, the newest first.
#pragma once

#include "sync/hub/hub.h"

namespace vejviser::hub::web {

/// GET /audit?before=: the lines before that place.
Response audit(Hub& hub, const Request& request);

}  // namespace vejviser::hub::web
