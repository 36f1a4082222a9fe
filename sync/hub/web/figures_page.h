// The pages of figures beside the overview: each a list of measures, shown as key figures, tables
// and charts, by the filter in its address.
#pragma once

#include "sync/hub/hub.h"

namespace vejviser::hub::web {

/// GET /figures/<name>?from=&to=&branch=&lang=
Response figuresReferrals(Hub& hub, const Request& request);
Response figuresTopics(Hub& hub, const Request& request);
Response figuresHours(Hub& hub, const Request& request);
Response figuresEvents(Hub& hub, const Request& request);
Response figuresRoutine(Hub& hub, const Request& request);
Response figuresCoverage(Hub& hub, const Request& request);

}  // namespace vejviser::hub::web
