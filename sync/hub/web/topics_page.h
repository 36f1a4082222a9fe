// The page of the topic catalogue: what topics there are, how often each has been helped with this
// year, and the form in which one is added, changed, retired or bridged.
#pragma once

#include "sync/hub/hub.h"

namespace vejviser::hub::web {

/// GET /topics?q=&show=
Response topics(Hub& hub, const Request& request);
/// GET /topic?code=; without a code, a new one
Response topicForm(Hub& hub, const Request& request);
/// POST /topic
Response saveTopic(Hub& hub, const Request& request);

}  // namespace vejviser::hub::web
