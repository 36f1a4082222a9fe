// What a hub does for itself, before it answers anybody and once a day.
#pragma once

#include "src/base/random.h"
#include "src/base/time.h"
#include "sync/hub/storage.h"

namespace vejviser::hub {

/// Once a day. What fails is logged, and tried again the next day.
void tidyUp(Storage& storage, const Clock& clock);

}  // namespace vejviser::hub
