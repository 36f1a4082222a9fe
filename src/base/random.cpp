#include "src/base/random.h"

#include <array>
#include <cstring>

namespace vejviser {

std::uint64_t RandomSource::next64() {
  std::array<std::uint8_t, 8> bytes{};
  fill(bytes);
  std::uint64_t value = 0;
  std::memcpy(&value, bytes.data(), bytes.size());
  return value;
}

std::uint64_t RandomSource::below(std::uint64_t bound) {
  return bound == 0 ? 0 : next64() % bound;
}

}  // namespace vejviser
