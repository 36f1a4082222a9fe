// The page "Change password" ("Skift adgangskode"): everybody's own.
#pragma once

#include "sync/hub/hub.h"

namespace vejviser::hub::web {

/// GET /password?changed=
Response passwordForm(Hub& hub, const Request& request);
/// POST /password: `current`, `next`, `again`. All sessions end; this browser gets a new one.
Response changePassword(Hub& hub, const Request& request);

}  // namespace vejviser::hub::web
