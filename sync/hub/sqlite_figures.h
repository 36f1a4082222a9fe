// The queries that dashboards wait for. They stand apart so that a test can look at their plans:
// each reads one range of a primary key.
#pragma once

namespace vejviser::hub::sql {

constexpr const char* kCells =
    "SELECT day, series, branch, unit, item, n FROM cell"
    " WHERE day BETWEEN ?1 AND ?2 AND (?3 = '' OR branch = ?3)";

/// A page begins where the one before ended, however long the period is.
constexpr const char* kCellPage =
    "SELECT day, series, branch, unit, item, n FROM cell"
    " WHERE (day, series, branch, unit, item) > (?1, ?2, ?3, ?4, ?5) AND day <= ?6"
    " AND (?7 = '' OR branch = ?7) AND (?8 = 0 OR unit = ?8) AND (?9 >> series) & 1"
    " AND n <> 0 AND n BETWEEN -?10 AND ?10"
    " ORDER BY day, series, branch, unit, item LIMIT ?11";

constexpr const char* kLastDone =
    "SELECT branch, item, max(day) FROM cell"
    " WHERE day BETWEEN ?1 AND ?2 AND series = ?3 AND branch <> '' AND (?4 = '' OR branch = ?4)"
    " AND n > 0 GROUP BY branch, item ORDER BY branch, item";

constexpr const char* kWeekLines =
    "SELECT tab, unit, item, n FROM week"
    " WHERE scope = ? AND monday BETWEEN ? AND ? AND n <> 0";

}  // namespace vejviser::hub::sql
