// What has been gone for so long that no tablet needs to be told any more.
#pragma once

#include "src/base/random.h"
#include "sync/hub/storage.h"

#include <chrono>

namespace vejviser::hub {

/// How long tablets keep what the hub has, and the hub keeps cells that came to nothing: whoever
/// was away for longer starts over.
constexpr std::chrono::days kKeep{35};

/// Tells tablets of the shared subjects that none of them needs any more, deletes them and the
/// cells that came to 0 once that was more than kKeep before `now`, and raises the floor: stamps
/// that may have missed one of them get 409 from now on.
Result<Pruned> prune(WriteTx& tx, Instant now, RandomSource& random);

}  // namespace vejviser::hub
