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

/// For whom figures are: the municipality's rule on small cells says who sees the exact ones.
enum class Readers {
  Supervisors,  ///< on the web pages; administrators are of them
  Any,          ///< whoever else may see figures, and every file and program
};
Readers readersOf(const Request& request);
/// Whether they see the exact figures.
Result<bool> seeExact(ReadTx& tx, Readers readers);

/// Figures and coverage as they are in this view of the database of this hub: the exact ones of the
/// period, or what is published of the months that have a day in it; the answer's period is then
/// that of those months, and the question's when there are none.
Result<wire::StatisticsAnswer> figuresFrom(ReadTx& tx, const Id& hub,
                                           const FiguresQuestion& question, Instant now,
                                           Readers readers);
/// The library's helps by hour beneath them, for what was done while citizen service was closed;
/// none beneath what is published.
Result<std::vector<Cell>> hourCells(ReadTx& tx, const wire::StatisticsAnswer& answer);

/// Those figures in a form; the words of those for people are the dialect's. Errors: those of
/// Storage, of statisticsXlsx(), pdfOf() and pngOf().
Result<std::string> figuresText(ReadTx& tx, const Form& form, const wire::StatisticsAnswer& answer);

/// Figures and coverage from one view of the database.
Result<wire::StatisticsAnswer> askFigures(Hub& hub, const FiguresQuestion& question,
                                          Readers readers);

/// GET /v1/statistics, for people, tablets and readers (door.h).
Response statistics(Hub& hub, const Request& request);

}  // namespace vejviser::hub
