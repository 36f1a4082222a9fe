// The page of the authority line: what each role may do about each topic, and the roles themselves.
#pragma once

#include "sync/hub/hub.h"

namespace vejviser::hub::web {

/// GET /authority
Response authority(Hub& hub, const Request& request);
/// GET /rule?about=, a topic's code, "group:<group>" or "*"
Response ruleForm(Hub& hub, const Request& request);
/// POST /rule
Response saveRule(Hub& hub, const Request& request);
/// GET /role?code=; without a code, a new one
Response roleForm(Hub& hub, const Request& request);
/// POST /role
Response saveRole(Hub& hub, const Request& request);

}  // namespace vejviser::hub::web
