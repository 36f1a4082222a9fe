// Figures of a period, from the sums of its weeks and the cells of the days before and after them.
#pragma once

#include "sync/hub/storage.h"

#include <cstdint>
#include <span>
#include <string>

namespace vejviser::hub {

/// The same as to sum all cells of the period. `branch`: empty: all.
Result<Figures> figuresIn(ReadTx& tx, const Period& period, const std::string& branch);

/// How many sums differ from `cells`, all that there are; 0 unless something is damaged.
Result<std::int64_t> wrongWeeks(ReadTx& tx, std::span<const Cell> cells);

}  // namespace vejviser::hub
