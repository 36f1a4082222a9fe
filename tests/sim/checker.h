// What must be true when all is calm: sync/PROTOCOL.md's promise, looked at from outside.
#pragma once

#include "tests/sim/ledger.h"
#include "tests/sim/sim_hub.h"
#include "tests/sim/sim_tablet.h"

#include <memory>
#include <vector>

namespace vejviser::sim {

using Tablets = std::vector<std::unique_ptr<SimTablet>>;

/// I4: nothing waits, and every tablet has read all there is.
bool isQuiet(SimHub& hub, const Tablets& tablets);
/// I1 to I5, I10 and I11; what does not hold is told to the world.
void checkAll(World& world, const Ledger& ledger, SimHub& hub, const Tablets& tablets);

}  // namespace vejviser::sim
