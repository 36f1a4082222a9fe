// Totals that other systems count, such as loans a week or visits a month of a branch, kept beside
// the figures. They never become helps, and no measure is made of them.
#pragma once

#include "src/base/result.h"
#include "src/domain/authority_line.h"
#include "src/domain/statistics.h"

#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vejviser {

/// Which total: of one branch, from the first to the last day, both included.
struct OutsideKey {
  std::string series;  ///< a code, e.g. "loans"
  std::string branch;
  Day from{};
  Day to{};

  auto operator<=>(const OutsideKey&) const = default;
};

struct BothTexts {
  std::string da;
  std::string en;

  bool operator==(const BothTexts&) const = default;
};

/// A day on which something changed: what stands before it and what stands after it are not the
/// same thing counted, or not the same place.
struct Break {
  Day on{};            ///< the first day of the new
  std::string series;  ///< empty: all
  std::string branch;  ///< empty: all
  BothTexts what;

  bool operator==(const Break&) const = default;
};

struct OutsideSeries {
  std::map<std::string, BothTexts> names;  ///< by code
  /// Nothing: nobody has told; not 0.
  std::map<OutsideKey, std::optional<std::int64_t>> totals;
  std::vector<Break> breaks;  ///< by day

  /// The totals of one series and branch that lie in these days as a whole, by day.
  std::map<OutsideKey, std::optional<std::int64_t>> totalsOf(const std::string& series,
                                                             const std::string& branch,
                                                             const Period& days) const;
  /// Those in these days that are about the series, or all, and the branch, or all.
  std::vector<Break> breaksOf(const std::string& series, const std::string& branch,
                              const Period& days) const;

  /// The totals of one series, alone.
  OutsideSeries totalsAlone(const std::string& series) const;

  bool operator==(const OutsideSeries&) const = default;
};

constexpr std::int64_t kMostInATotal = 1'000'000'000;

/// Reads columns series,branch,from,to,n,da,en. A row is one of three:
///
///   loans,,,,,Udlån,Loans                                    the name of a series
///   loans,gram,2026-09-28,2026-10-04,312,,                   a total; n empty: not recorded
///   ,gram,2026-10-01,,,Borgerservice flyttede ind,Citizen service moved in    a break
///
/// The heading alone is no series. Error Invalid with the line and the column, also for totals of a
/// series and branch that share a day: they would be counted twice.
Result<OutsideSeries> readOutsideSeries(const TableRows& rows);
/// The rows that are read as these series, in order.
TableRows outsideRows(const OutsideSeries& series);

/// "series-loans": the document of the totals of one series. Names and breaks, and the totals of a
/// series without a document of its own, stand in the document "series".
std::string totalsName(std::string_view series);
/// The series whose totals a document of this name holds; nothing for another document.
std::optional<std::string_view> seriesOfTotals(std::string_view name);
/// Reads the totals of one series. Error Invalid as readOutsideSeries(), and for any other row.
Result<OutsideSeries> readTotals(const TableRows& rows, std::string_view series);
std::string_view builtInSeriesCsv();

}  // namespace vejviser
