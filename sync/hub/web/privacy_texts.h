// The words of the pages on erasing and on how long things are kept.
#pragma once

#include "sync/hub/web/texts.h"

#include <span>

namespace vejviser::hub::web {

std::span<const Text> privacyTexts();

}  // namespace vejviser::hub::web
