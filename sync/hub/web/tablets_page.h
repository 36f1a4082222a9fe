// The page "Tablets": which are in use, what went wrong with them, and taking them out of use.
#pragma once

#include "sync/hub/hub.h"

namespace vejviser::hub::web {

/// GET /tablets
Response tablets(Hub& hub, const Request& request);
/// POST /tablets: `tablet` is an id, `do` is drain, block or allow.
Response changeTablet(Hub& hub, const Request& request);

}  // namespace vejviser::hub::web
