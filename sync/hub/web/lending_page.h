// The page of loans, or another series of totals, beside help: what a branch lends out week by week
// or month by month, what it helps with, and the days on which something changed; then all branches
// beside each other. Two charts on one axis of time; nothing says that one made the other.
#pragma once

#include "sync/hub/hub.h"

namespace vejviser::hub::web {

/// GET /figures/lending?from=&to=&branch=&series=&lang=
Response figuresLending(Hub& hub, const Request& request);

}  // namespace vejviser::hub::web
