// The operating system's clock and randomness, for `main` to hand down.
#pragma once

#include "src/base/random.h"
#include "src/base/time.h"

#include <string>

namespace vejviser::platform {

class SystemClock final : public Clock {
 public:
  SystemClock();
  Instant now() const override;
  milliseconds sinceBoot() const override;
  const std::string& bootId() const override { return m_boot; }

 private:
  std::string m_boot;
};

/// The kernel's random numbers (libsodium's randombytes).
class SystemRandom final : public RandomSource {
 public:
  void fill(std::span<std::uint8_t> out) override;
};

}  // namespace vejviser::platform
