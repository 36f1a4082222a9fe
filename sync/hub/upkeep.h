// What a hub does for itself, before it answers anybody and once a day.
#pragma once

#include "src/base/random.h"
#include "src/base/time.h"
#include "sync/hub/storage.h"

namespace vejviser::hub {

/// Before the hub answers anybody: looks again at what a newer program may understand, and tidies
/// up.
void wakeUp(Storage& storage, const Clock& clock, RandomSource& random);

/// Once a day. What fails is logged, and tried again the next day.
void tidyUp(Storage& storage, const Clock& clock);

}  // namespace vejviser::hub
