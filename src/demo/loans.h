// What another system would have counted beside the demonstration's help: loans of each branch by
// the week, which go on as they did whoever moves in.
#pragma once

#include "src/demo/town.h"
#include "src/domain/outside_series.h"

#include <cstdint>

namespace vejviser::demo {

/// Of every branch with a library, for the whole weeks of `count` days from `first` on; with a
/// break on the day on which a desk came. The same seed gives the same loans.
OutsideSeries makeLoans(const Town& town, Day first, int count, std::uint64_t seed);

}  // namespace vejviser::demo
