// Words of the pages on which catalogue, hours, authority line and files are administered.
#pragma once

#include <span>
#include <string_view>

namespace vejviser::hub::web {

/// A word or sentence in both languages.
struct Text {
  std::string_view key;
  const char* danish;
  const char* english;
};

std::span<const Text> catalogueTexts();

}  // namespace vejviser::hub::web
