// What a hub does for itself, before it answers anybody and once a day.
#pragma once

#include "src/base/random.h"
#include "src/base/time.h"
#include "sync/hub/storage.h"

#include <filesystem>

namespace vejviser::hub {

/// Before the hub answers anybody: erases what is listed, looks again at what a newer program may
/// understand, counts anew what an older one counted, and tidies up. Errors: those of
/// replayErasures() and countAnew(); what else fails is logged.
Status wakeUp(Storage& storage, const std::filesystem::path& erasures, const Clock& clock,
              RandomSource& random);

/// Once a day. What fails is logged, and tried again the next day.
void tidyUp(Storage& storage, const Clock& clock, RandomSource& random);

}  // namespace vejviser::hub
