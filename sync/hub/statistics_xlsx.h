// GET /v1/statistics as a workbook for people: a sheet a table, with names beside codes.
#pragma once

#include "src/domain/destination.h"
#include "sync/hub/storage.h"
#include "sync/hub/web/breaks.h"
#include "sync/hub/web/names.h"

#include <optional>
#include <string>
#include <vector>

namespace vejviser::hub {

/// Figures, and what files for people say beside them.
struct Edition {
  wire::StatisticsAnswer answer;
  std::string municipality;
  web::Names names;
  std::vector<Destination> destinations;
  std::vector<Break> breaks;             ///< in the answer's period
  std::optional<Instant> oldestWaiting;  ///< oldestWaiting()
  std::optional<int> number;             ///< of a report that may be restated: 1, 2, ...
};

/// When the tablet in use was last heard that still held entries then and is silent longest.
Result<std::optional<Instant>> oldestWaiting(ReadTx& tx);

Result<Edition> editionOf(ReadTx& tx, wire::StatisticsAnswer answer);

/// Sheets: about, overview, topics, branches, days, weekday and hour, referrals, other series.
/// Words and the look of days are the language's. The same bytes for the same edition on the same
/// local day. Errors as xlsxOf().
Result<std::string> statisticsXlsx(const Edition& edition, web::Language language);

}  // namespace vejviser::hub
