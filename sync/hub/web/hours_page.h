// The page of opening hours: the places there are, and the form of one of them.
#pragma once

#include "sync/hub/hub.h"

namespace vejviser::hub::web {

/// GET /hours
Response hours(Hub& hub, const Request& request);
/// GET /place-hours?place=&unit=
Response hoursForm(Hub& hub, const Request& request);
/// POST /place-hours
Response saveHours(Hub& hub, const Request& request);

}  // namespace vejviser::hub::web
