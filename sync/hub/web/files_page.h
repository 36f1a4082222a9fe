// The page of the files that a municipality keeps for all its tablets: each can be fetched,
// replaced by another and taken away; and which guide cards and topics nobody has checked for a
// year.
#pragma once

#include "sync/hub/hub.h"

namespace vejviser::hub::web {

/// GET /files
Response files(Hub& hub, const Request& request);
/// GET /file?name=, as CSV
Response fetchFile(Hub& hub, const Request& request);
/// POST /files
Response putFile(Hub& hub, const Request& request);

}  // namespace vejviser::hub::web
