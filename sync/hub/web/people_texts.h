// The words of the pages about people and the audit log.
#pragma once

#include "sync/hub/web/texts.h"

#include <span>
#include <string_view>

namespace vejviser::hub::web {

struct Text {
  std::string_view key;
  const char* danish;
  const char* english;
};

std::span<const Text> peopleTexts();

}  // namespace vejviser::hub::web
