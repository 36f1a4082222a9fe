// What has been gone for so long that no tablet needs to be told any more.
#pragma once

#include "sync/hub/storage.h"

#include <chrono>

namespace vejviser::hub {

/// How long tablets keep what the hub has, and the hub keeps cells that came to nothing: whoever
/// was away for longer starts over.
constexpr std::chrono::days kKeep{35};

/// Deletes the cells that came to 0 more than kKeep before `now`, and raises the floor: stamps that
/// may have missed one of them get 409 from now on.
Result<Pruned> prune(WriteTx& tx, Instant now);

}  // namespace vejviser::hub
