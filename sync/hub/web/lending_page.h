// The page of loans beside help: what a branch lends out week by week, what it helps with, and the
// day on which something changed. Two charts on one axis of time; nothing says that one made the
// other.
#pragma once

#include "sync/hub/hub.h"

namespace vejviser::hub::web {

/// GET /figures/lending?from=&to=&branch=&lang=
Response figuresLending(Hub& hub, const Request& request);

}  // namespace vejviser::hub::web
