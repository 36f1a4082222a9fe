// The page on small cells: from which number on figures are shown, and who sees the exact ones.
#pragma once

#include "sync/hub/hub.h"

namespace vejviser::hub::web {

/// GET /small-cells
Response smallCells(Hub& hub, const Request& request);
/// POST /small-cells: threshold, exact_for.
Response setSmallCells(Hub& hub, const Request& request);

}  // namespace vejviser::hub::web
