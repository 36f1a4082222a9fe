// One history: tablets, a hub, a network, people and all that goes wrong, from one seed.
#pragma once

#include "tests/sim/checker.h"
#include "tests/sim/ledger.h"
#include "tests/sim/network.h"
#include "tests/sim/world.h"

#include <cstdint>
#include <string>
#include <vector>

namespace vejviser::sim {

struct HistoryResult {
  std::uint64_t seed = 0;
  std::uint64_t hash = 0;           ///< of everything that happened
  std::vector<std::string> broken;  ///< invariants that did not hold
  Marks marks;
  std::int64_t entries = 0;
};

/// Runs the history of a seed on `disks`, which it forgets first.
HistoryResult runHistory(std::uint64_t seed, test::FaultVfs& disks, bool printsTrace);

}  // namespace vejviser::sim
