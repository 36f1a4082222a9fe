// Cells of the cube as PostgreSQL has them.
#pragma once

#include "src/domain/calendar.h"
#include "src/domain/tally.h"
#include "sync/hub/postgres_values.h"

namespace vejviser::hub {

/// Reads `day, series, branch, unit, item, n`.
inline Cell readCell(const PostgresRows& rows, int row) {
  return {{dayFromNumber(static_cast<int>(rows.integer(row, 0))), rows.enumerator<Series>(row, 1),
           rows.text(row, 2), rows.enumerator<Unit>(row, 3), rows.text(row, 4)},
          rows.integer(row, 5)};
}

}  // namespace vejviser::hub
