// Cells of the cube as SQLite has them.
#pragma once

#include "platform/sqlite.h"
#include "src/domain/calendar.h"
#include "src/domain/tally.h"

#include <vector>

namespace vejviser::hub {

/// Reads `day, series, branch, unit, item, n`.
inline Cell readCell(SQLite::Statement& row) {
  return {{dayFromNumber(row.getColumn(0).getInt()), platform::enumOf<Series>(row.getColumn(1)),
           row.getColumn(2).getString(), platform::enumOf<Unit>(row.getColumn(3)),
           row.getColumn(4).getString()},
          row.getColumn(5).getInt64()};
}

inline std::vector<Cell> readCells(SQLite::Statement& rows) {
  std::vector<Cell> cells;
  while (rows.executeStep()) cells.push_back(readCell(rows));
  return cells;
}

}  // namespace vejviser::hub
