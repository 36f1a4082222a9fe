// GET /v1/statistics as one table, a number a row.
#pragma once

#include "sync/hub/csv_table.h"
#include "sync/wire/hub_messages.h"

#include <string>

namespace vejviser::hub {

/// Columns figure, unit, item, hour, n, share. `share` is of all helps, for figures that divide
/// them.
std::string statisticsCsv(const wire::StatisticsAnswer& answer, CsvDialect dialect);

}  // namespace vejviser::hub
