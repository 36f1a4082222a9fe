#include "sync/hub/prune.h"

#include "src/domain/calendar.h"
#include "sync/hub/cube.h"

namespace vejviser::hub {

Result<Pruned> prune(WriteTx& tx, Instant now, RandomSource& random) {
  const auto expired = tx.sharedUntil(toLocal(now).day);
  if (!expired) return expired.error();
  if (!expired->empty()) {
    Changes changes;
    for (const Id& subject : *expired) changes.shared.push_back({subject, std::nullopt});
    const Status done = applyChanges(tx, changes, now, random);
    if (!done) return done.error();
  }
  return tx.dropGone(now - kKeep);
}

}  // namespace vejviser::hub
