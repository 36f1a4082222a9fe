// What the codes in figures mean: GET /v1/catalogue (topics) and GET /v1/branches.
#pragma once

#include "sync/hub/hub.h"

namespace vejviser::hub {

Response catalogue(Hub& hub, const Request& request);
Response branches(Hub& hub, const Request& request);

}  // namespace vejviser::hub
