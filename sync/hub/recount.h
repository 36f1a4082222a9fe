// The proof of the cube: the journal is folded and tallied anew and compared cell by cell.
#pragma once

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
};

/// Reads the whole journal in one view; memory grows with the number of subjects.
Result<Recount> recount(ReadTx& tx);

}  // namespace vejviser::hub
