// The words of the pages about people and the audit log.
#pragma once

#include "sync/hub/web/texts.h"

#include <span>

namespace vejviser::hub::web {

std::span<const Text> peopleTexts();

}  // namespace vejviser::hub::web
