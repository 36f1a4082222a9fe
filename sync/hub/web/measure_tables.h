// Measures as tables: a row an item or a measure, a column each unit and both.
#pragma once

#include "sync/hub/web/charts.h"
#include "sync/hub/web/measure_words.h"

#include <initializer_list>
#include <string_view>
#include <vector>

namespace vejviser::hub::web {

/// What values are read from.
struct Sheet {
  Language language;
  const MeasureSource& source;
  const std::set<Line>& withheld;
  const ItemNames& names;
};

/// A measure that is not divided, as a big number with what it is of each unit, and what counts.
data keyFigures(const Sheet& sheet, const std::vector<std::string_view>& measures);

struct MeasureTable {
  data rows{data::type::list};
  std::vector<UnitRow> bars;  ///< the counts among them, most first
};

/// Rows of one divided measure, or of several. Those of closed lists are all there, the others as
/// far as they were recorded.
MeasureTable measureTable(const Sheet& sheet, const std::vector<std::string_view>& measures);

}  // namespace vejviser::hub::web
