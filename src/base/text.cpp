#include "src/base/text.h"

#include <algorithm>
#include <cstdint>

namespace vejviser {

namespace {

constexpr std::size_t kLongestName = 100;

/// Bytes of the character that begins here; 0 when none does. Overlong forms, halves of UTF-16
/// pairs and what lies beyond Unicode are no characters.
std::size_t characterLength(std::string_view rest) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(rest[i]); };
  const std::uint8_t first = byte(0);
  if (first < 0x80) return 1;
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || rest.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0) != 0x80) return 0;
  }
  const std::uint8_t second = byte(1);
  const bool outside = (first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) ||
                       (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F);
  return outside ? 0 : length;
}

bool isControl(char c) {
  return (c >= 0 && c < 0x20) || c == 0x7F;
}

}  // namespace

bool isUtf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = characterLength(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

bool isPlainText(std::string_view text, std::size_t longest) {
  return text.size() <= longest && std::none_of(text.begin(), text.end(), isControl) &&
         isUtf8(text);
}

Status checkName(const std::string& what, std::string_view name) {
  if (!name.empty() && isPlainText(name, kLongestName)) return {};
  return Error{ErrorCode::Invalid, what,
               "must be 1 to 100 bytes of UTF-8 text without line breaks"};
}

}  // namespace vejviser
