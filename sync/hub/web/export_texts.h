// The words of the figures as a workbook.
#pragma once

#include "sync/hub/web/texts.h"

#include <span>

namespace vejviser::hub::web {

std::span<const Text> exportTexts();

}  // namespace vejviser::hub::web
