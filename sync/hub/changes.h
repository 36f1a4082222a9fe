// What a transaction changes for everybody, before it has its positions.
#pragma once

#include "src/domain/tally.h"

#include <optional>
#include <vector>

namespace vejviser::hub {

/// What became of a subject that others may act on.
struct SharedChange {
  Id subject;
  std::optional<Day> until;  ///< nothing: it does not stand any more

  bool operator==(const SharedChange&) const = default;
};

/// What entries that start or cease to count change.
struct Changes {
  std::vector<Cell> cells;
  std::vector<SharedChange> shared;

  bool operator==(const Changes&) const = default;
};

}  // namespace vejviser::hub
