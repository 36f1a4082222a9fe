#include "src/demo/chance.h"

#include <cassert>
#include <numeric>

namespace vejviser::demo {

void Chance::fill(std::span<std::uint8_t> out) {
  for (std::uint8_t& byte : out) byte = static_cast<std::uint8_t>(m_engine());
}

int Chance::from(int least, int most) {
  assert(least <= most);
  return least + static_cast<int>(below(static_cast<std::uint64_t>(most) -
                                        static_cast<std::uint64_t>(least) + 1));
}

std::size_t Chance::weighed(std::span<const int> weights) {
  const int all = std::accumulate(weights.begin(), weights.end(), 0);
  assert(all > 0);
  auto left = static_cast<int>(below(static_cast<std::uint64_t>(all)));
  for (std::size_t i = 0; i < weights.size(); ++i) {
    left -= weights[i];
    if (left < 0) return i;
  }
  return weights.size() - 1;
}

}  // namespace vejviser::demo
