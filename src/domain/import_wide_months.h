// Monthly totals with a column for each month. They are totals of somebody's own counting, without
// topic or hour, and never become helps.
#pragma once

#include "src/domain/import.h"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace vejviser {

struct MonthlyTotal {
  std::string place;
  std::chrono::year_month month{};
  std::optional<std::int64_t> count;  ///< nothing: the cell is blank, nobody has told; not 0

  bool operator==(const MonthlyTotal&) const = default;
};

struct WideMonths {
  std::vector<MonthlyTotal> totals;   ///< a month without a column has none
  std::vector<ListedRow> unreadable;  ///< cells, or whole rows, that were not taken

  /// The sum of what is known; nothing when no month of that year is.
  std::optional<std::int64_t> ofYear(const std::string& place, std::chrono::year year) const;
};

/// Reads rows of a place and its months; the heading is any name and then months such as 2008-04 or
/// 2023-1. A place that comes again, or has no name, is unreadable. Error Invalid for a heading
/// that is no month, or comes again.
Result<WideMonths> readWideMonths(const CsvRows& rows);

}  // namespace vejviser
