#include "sync/hub/prune.h"

namespace vejviser::hub {

Result<Pruned> prune(WriteTx& tx, Instant now) {
  return tx.dropEmptyCells(now - kKeep);
}

}  // namespace vejviser::hub
