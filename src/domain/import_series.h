// Importers of totals: files of other systems become rows of outside series (outside_series.h).
#pragma once

#include "src/domain/feed.h"
#include "src/domain/import.h"
#include "src/domain/outside_series.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vejviser {

enum class SeriesPreset : std::uint8_t {
  WideMonths,  ///< a row a place, a column a month: import_wide_months.h
  Weeks,  ///< a row a place and week, e.g. Filial;Uge;Udlån with 2026-W40, or År and Uge apart
};
/// "wide-months", "weeks"
std::optional<SeriesPreset> seriesPresetFromCode(std::string_view code);

/// How a file of totals is read.
struct SeriesImport {
  SeriesPreset preset = SeriesPreset::WideMonths;
  std::string series;                            ///< the code of the series it is of
  std::vector<Branch> branches;                  ///< those there are, found by code or name
  std::map<std::string, std::string> branchMap;  ///< folded name -> branch code
  Day today{};                                   ///< a period that has not ended by then is held
};

struct SeriesPlan {
  std::map<OutsideKey, std::optional<std::int64_t>> totals;  ///< of one series
  std::vector<ListedRow> held;                   ///< not taken: of days that cannot be right
  std::vector<ListedRow> unreadable;             ///< not taken: the row must be mended
  std::map<std::string, std::int64_t> unmapped;  ///< places without a branch, with their totals
};

/// Reads a file of totals. Columns that are neither place, week nor number are not read, whoever
/// they are about; rows of a place and week that differ in them only add up, and are not recorded
/// if one of them is blank. Places of one branch add up, as far as they are known. Held are days
/// before 1990, weeks that the year does not have, and what has not ended. Error Invalid when the
/// heading lacks a column or says what is no month.
Result<SeriesPlan> planSeries(const CsvRows& rows, const SeriesImport& import);

/// Reads `name,branch`; names are folded as search does. Error Invalid for a branch that there is
/// not, with the line.
Result<std::map<std::string, std::string>> readBranchMap(const CsvRows& rows,
                                                         const std::vector<Branch>& branches);

/// What a merge came to, in totals.
struct Merged {
  int added = 0;
  int changed = 0;  ///< another number than before, which stands no more
  int same = 0;     ///< as they were; also where the file is blank and a number was known
};
/// Takes the totals of a plan into series. Error Invalid for one that shares days with another of
/// the series and branch, e.g. months where there are weeks; then nothing is changed.
Result<Merged> mergeInto(OutsideSeries& series, const SeriesPlan& plan);

}  // namespace vejviser
