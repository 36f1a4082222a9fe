// Makes up a municipality's past: what each of its tablets would have logged, in the form that
// `vejviser-cli import --preset vejviser` reads. The same seed gives the same past.
#pragma once

#include "src/demo/town.h"
#include "src/domain/import.h"

#include <cstdint>
#include <vector>

namespace vejviser::demo {

using DeskRows = std::vector<PlannedEntry>;

/// The rows of each desk of the town, in its order, from `first` on; nothing is later than the last
/// of the `days`. No row breaks the authority line, and no hour is quiet in which somebody came.
std::vector<DeskRows> makePast(const Town& town, Day first, int days, std::uint64_t seed);

}  // namespace vejviser::demo
