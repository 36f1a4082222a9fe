// The shared figures: GET /v1/statistics, and the same for the web page.
#pragma once

#include "sync/hub/hub.h"
#include "sync/hub/reading.h"

namespace vejviser::hub {

/// What figures are asked for.
struct FiguresQuestion {
  Period period;
  std::string branch;  ///< empty: all
};

/// Reads `from`, `to` (days, both included; default: the last 28 days) and `branch` from a query.
/// Error Invalid names the parameter.
Result<FiguresQuestion> readQuestion(const std::map<std::string, std::string>& query, Instant now);

/// Figures and coverage as they are in this view of the database of this hub.
Result<wire::StatisticsAnswer> figuresFrom(ReadTx& tx, const Id& hub,
                                           const FiguresQuestion& question, Instant now);

/// Those figures in a form: JSON, CSV or a workbook, whose words are the dialect's. Errors: those
/// of Storage, and of statisticsXlsx().
Result<std::string> figuresText(ReadTx& tx, const Form& form, const wire::StatisticsAnswer& answer);

/// Figures and coverage from one view of the database.
Result<wire::StatisticsAnswer> askFigures(Hub& hub, const FiguresQuestion& question);

/// GET /v1/statistics, for people, tablets and readers (door.h).
Response statistics(Hub& hub, const Request& request);

}  // namespace vejviser::hub
