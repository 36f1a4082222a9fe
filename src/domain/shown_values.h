// Values of measures as they may be shown: figures from which small cells are withheld say less,
// and what depends on a withheld cell is withheld with it.
#pragma once

#include "src/domain/measures.h"
#include "src/domain/week_sums.h"

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

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

/// Whose values stand beside each other: each unit's, and those of both together.
constexpr std::array<std::optional<Unit>, 3> kWhose = {kAllUnits[0], kAllUnits[1], std::nullopt};

/// The values of an item, in the order of kWhose; nothing where the measure is not about them.
using ShownRow = std::array<std::optional<ShownValue>, kWhose.size()>;

using ShownTable = std::map<std::string, ShownRow>;  ///< by item

/// Of an item that others have, whoever recorded anything at all has none: zero, where shares of
/// nothing are none.
ShownTable shownTable(const Measure& measure, const MeasureSource& source,
                      const std::set<Line>& withheld);

/// Those first of which both together have most.
std::vector<std::pair<std::string, ShownRow>> mostFirst(const ShownTable& table);

/// What is known of it; 0 where nothing is.
double known(const std::optional<ShownValue>& shown);

/// Whether these recorded anything in the period, be it withheld.
bool isRecorded(const MeasureSource& source, const std::set<Line>& withheld,
                std::optional<Unit> unit);

}  // namespace vejviser
