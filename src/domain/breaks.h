// Days on which what is counted became something else: figures before and after are not to be
// compared as they stand.
#pragma once

#include "src/domain/catalogue.h"
#include "src/domain/outside_series.h"
#include "src/domain/statistics.h"

#include <span>
#include <string>
#include <vector>

namespace vejviser {

/// The breaks of figures within a period, by day: what `told` says of all figures, and topics that
/// go on under another code. With a branch, without those of other branches.
std::vector<Break> breaksIn(const Period& period, const std::string& branch,
                            std::span<const Break> told, const Catalogue& catalogue);

}  // namespace vejviser
