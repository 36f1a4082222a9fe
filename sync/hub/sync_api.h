// The endpoints that tablets use.
#pragma once

#include "sync/hub/hub.h"

namespace vejviser::hub {

/// POST /v1/enrol
Response enrol(Hub& hub, const Request& request);
/// POST /v1/sync
void sync(Hub& hub, const Request& request, const Respond& respond);
/// POST /v1/token
Response rotateToken(Hub& hub, const Request& request);
/// GET /v1/hello
Response hello(Hub& hub);

/// The answer to a tablet that was taken out of use and has nothing to hand over (403).
Response drained(const Hub& hub);

/// The token that a request carries; nothing when it carries none.
std::optional<std::string> bearerOf(const Request& request);

/// The tablet that sent a request, or the answer that says why not (401, 403, 503).
struct Caller {
  std::optional<Device> device;
  Response refusal;
};
Caller callerOf(Hub& hub, const Request& request);

}  // namespace vejviser::hub
