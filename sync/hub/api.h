// Every request to the hub, from its route to its answer.
#pragma once

#include "sync/hub/hub.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vejviser::hub {

/// Finds the route, checks the method and the right to it, and answers; problem documents for
/// everything else. Answers to clients that can unpack gzip are packed when that pays.
void answerRequest(Hub& hub, const Request& request, const Respond& respond);

/// True when some request to this path, or to one that begins with it, has an answer.
bool isRoute(std::string_view path);
/// True when the answer is the same for all municipalities.
bool isForAll(std::string_view path);
/// Method and path of everything that answerRequest() knows.
std::vector<std::pair<std::string, std::string>> routes();
/// The same for what the server cannot read, or nobody answered.
Response answerUnreadable(Hub& hub, int status);

}  // namespace vejviser::hub
