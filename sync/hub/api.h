// Every request to the hub, from its route to its answer.
#pragma once

#include "sync/hub/hub.h"

#include <string>
#include <utility>
#include <vector>

namespace vejviser::hub {

/// Finds the route, checks the method and answers; problem documents for everything else. Answers
/// to clients that can unpack gzip are packed when that pays.
void answerRequest(Hub& hub, const Request& request, const Respond& respond);

/// Method and path of every route, for tests that none is left out.
std::vector<std::pair<std::string, std::string>> routes();

}  // namespace vejviser::hub
