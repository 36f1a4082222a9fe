// Answering a pull: the rows after a tablet's stamp, and the next stamp.
#pragma once

#include "sync/hub/storage.h"
#include "sync/wire/messages.h"

namespace vejviser::hub {

/// Fills `answer`'s rows, stamp and more from one view. False when the stamp is not of this
/// database's history (rule H3).
Result<bool> pull(ReadTx& tx, const std::optional<std::string>& stamp, int limit,
                  wire::SyncAnswer& answer);

}  // namespace vejviser::hub
