// The words of the pages of figures, and of what measures are divided by.
#pragma once

#include "sync/hub/web/texts.h"

#include <span>

namespace vejviser::hub::web {

std::span<const Text> figuresTexts();

}  // namespace vejviser::hub::web
