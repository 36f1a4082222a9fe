// Values of measures as they may be shown: figures from which small cells are withheld say less,
// and what depends on a withheld cell is withheld with it.
#pragma once

#include "src/domain/measures.h"
#include "src/domain/week_sums.h"

#include <map>
#include <optional>
#include <set>
#include <string>

namespace vejviser {

struct ShownValue {
  /// Nothing and not withheld: nothing was recorded. A count that is withheld in part is a bound.
  std::optional<MeasureValue> value;
  bool withheld = false;

  bool operator==(const ShownValue&) const = default;
};
using ShownValues = std::map<std::string, ShownValue>;

/// valuesOf() of figures without the lines `withheld`, whose sums may be in pools: a value is shown
/// if it is the same whatever those lines are.
ShownValues shownValues(const Measure& measure, const MeasureSource& source,
                        const std::set<Line>& withheld, std::optional<Unit> unit);

}  // namespace vejviser
