// The proof of the cube: the journal is folded and tallied anew and compared cell by cell.
#pragma once

#include "src/base/random.h"
#include "src/base/time.h"
#include "sync/hub/storage.h"

#include <cstdint>
#include <vector>

namespace vejviser::hub {

struct Recount {
  struct Difference {
    CellKey key;
    std::int64_t kept = 0;     ///< in the cube
    std::int64_t counted = 0;  ///< from the journal
  };

  std::int64_t entries = 0;
  std::int64_t held = 0;
  std::int64_t cells = 0;
  std::vector<Difference> differences;
  std::int64_t wrongWeeks = 0;       ///< sums of weeks that differ from the cells kept
  std::vector<SharedChange> shared;  ///< the shared subjects that stand
};

/// Reads the whole journal in one view; memory grows with the number of subjects.
Result<Recount> recount(ReadTx& tx);

/// Brings a cube that an older program counted, and the shared subjects, to what this one's tally()
/// says. Nothing moves when it was counted by kTallyVersion.
Status countAnew(Storage& storage, const Clock& clock, RandomSource& random);

}  // namespace vejviser::hub
