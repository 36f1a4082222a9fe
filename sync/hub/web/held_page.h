// The page "Held" ("Tælles ikke med"): what has arrived but does not count, why, and letting it
// count.
#pragma once

#include "sync/hub/hub.h"

namespace vejviser::hub::web {

/// GET /held?released=&left=
Response held(Hub& hub, const Request& request);
/// POST /held: a group (`reason`, `code`), of it `which` (chosen: those named `id-...`; all), and
/// what stands in for words that cannot be used: `topic`, `branch` ("(none)" for no place), `to`,
/// `time`.
Response releaseHeld(Hub& hub, const Request& request);

}  // namespace vejviser::hub::web
