// Words of the pages on which catalogue, hours, authority line and files are administered.
#pragma once

#include "sync/hub/web/texts.h"

#include <span>

namespace vejviser::hub::web {

std::span<const Text> catalogueTexts();

}  // namespace vejviser::hub::web
