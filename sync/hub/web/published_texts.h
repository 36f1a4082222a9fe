// The words of the rule on small cells and of what is published.
#pragma once

#include "sync/hub/web/texts.h"

#include <span>

namespace vejviser::hub::web {

std::span<const Text> publishedTexts();

}  // namespace vejviser::hub::web
