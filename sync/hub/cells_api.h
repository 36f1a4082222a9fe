// The cube itself, page by page: GET /v1/statistics/cells.
#pragma once

#include "sync/hub/hub.h"

namespace vejviser::hub {

/// A page of cells after a cursor, by key: a reader who follows `next` gets every cell that stood
/// all the while, once, however figures change meanwhile.
Response cells(Hub& hub, const Request& request);

}  // namespace vejviser::hub
