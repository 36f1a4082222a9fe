// Every request to the hub, from its route to its answer.
#pragma once

#include "sync/hub/hub.h"

namespace vejviser::hub {

/// Finds the route, checks the method and answers; problem documents for everything else. Answers
/// to clients that can unpack gzip are packed when that pays.
void answerRequest(Hub& hub, const Request& request, const Respond& respond);

/// The same for what the server cannot read, or nobody answered.
Response answerUnreadable(Hub& hub, int status);

}  // namespace vejviser::hub
