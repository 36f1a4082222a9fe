// Two documents: a published month as a file, and the municipality's rule on small cells.
#pragma once

#include "src/domain/authority_line.h"
#include "src/domain/publication.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace vejviser {

/// Who sees the figures as they are, small cells and the month that is under way included.
enum class ExactFor : std::uint8_t {
  Nobody,       ///< all see what is published
  Supervisors,  ///< supervisors and administrators, on the web pages
  All,          ///< whoever has a right to figures, tablets and programs included
};

struct SmallCells {
  std::int64_t threshold = 5;  ///< 3 to 10: smaller counts are withheld
  ExactFor exactFor = ExactFor::Nobody;

  bool operator==(const SmallCells&) const = default;
};

std::string_view code(ExactFor exactFor);  ///< "nobody", "supervisors", "all"

/// Columns threshold,exact_for and one row. Error Invalid with the line and the column.
Result<SmallCells> readSmallCells(const TableRows& rows);
std::string_view builtInSmallCellsCsv();

/// "figures-2026-11"
std::string publishedName(std::chrono::year_month month);
/// Nothing for the name of another document.
std::optional<std::chrono::year_month> publishedMonth(std::string_view name);

/// Columns month,version,made_on,threshold,table,unit,item,n; n is empty where the number is
/// withheld. Error Invalid with the line and the column.
TableRows publishedRows(const PublishedMonth& month);
Result<PublishedMonth> readPublished(const TableRows& rows);

}  // namespace vejviser
