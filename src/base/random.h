// Where randomness comes from. Given in from `main`, so that a simulator can own it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace vejviser {

class RandomSource {
 public:
  virtual ~RandomSource() = default;
  /// Fills `out`; unpredictable to others when it comes from the operating system.
  virtual void fill(std::span<std::uint8_t> out) = 0;

  std::uint64_t next64();
  /// Uniform in [0, bound); 0 when bound is 0. The bias is below bound / 2^64.
  std::uint64_t below(std::uint64_t bound);
};

}  // namespace vejviser
