#include "sync/hub/stamp.h"

#include "src/base/id.h"

#include <array>
#include <charconv>

namespace vejviser::hub {

namespace {

constexpr std::size_t kNumberDigits = 16;
constexpr std::size_t kNumbers = 4;

std::string hex(std::int64_t number) {
  std::array<std::uint8_t, 8> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    bytes[i] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(number) >> (8 * (7 - i)));
  }
  return toHex(bytes);
}

std::int64_t number(std::string_view digits) {
  std::uint64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  return static_cast<std::int64_t>(value);
}

}  // namespace

std::string encodeStamp(const Stamp& stamp) {
  return hex(stamp.cursor) + hex(stamp.head.pos) + hex(stamp.head.salt) + hex(stamp.head.floor);
}

std::optional<Stamp> decodeStamp(std::string_view text) {
  const std::size_t numbers = text.size() / kNumberDigits;
  if (numbers != kNumbers && numbers != kNumbers - 1) return std::nullopt;
  if (!isHex(text, kNumberDigits * numbers)) return std::nullopt;
  const auto part = [&](std::size_t i) {
    return number(text.substr(i * kNumberDigits, kNumberDigits));
  };
  return Stamp{part(0), {part(1), part(2), numbers == kNumbers ? part(3) : 0}};
}

}  // namespace vejviser::hub
