// The shared figures: GET /v1/statistics, and the same for the web page.
#pragma once

#include "sync/hub/hub.h"

namespace vejviser::hub {

/// What figures are asked for.
struct FiguresQuestion {
  Period period;
  std::string branch;  ///< empty: all
};

/// Reads `from`, `to` (days, both included; default: the last 28 days) and `branch` from a query.
/// Error Invalid names the parameter.
Result<FiguresQuestion> readQuestion(const std::map<std::string, std::string>& query, Instant now);

/// Figures and coverage from one view of the database.
Result<wire::StatisticsAnswer> askFigures(Hub& hub, const FiguresQuestion& question);

/// GET /v1/statistics, for people, tablets and readers (door.h).
Response statistics(Hub& hub, const Request& request);

}  // namespace vejviser::hub
