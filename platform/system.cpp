#include "platform/system.h"

#include "platform/crypto.h"
#include "src/base/id.h"

#include <ctime>
#include <fstream>

namespace vejviser::platform {

namespace {

/// The first 8 digits of the kernel's boot id, or zeros where there is none.
std::string readBootId() {
  std::string text;
  std::ifstream{"/proc/sys/kernel/random/boot_id"} >> text;
  text.resize(8, '0');
  return isHex(text, 8) ? text : "00000000";
}

}  // namespace

SystemClock::SystemClock() : m_boot(readBootId()) {}

Instant SystemClock::now() const {
  return std::chrono::floor<milliseconds>(std::chrono::system_clock::now());
}

milliseconds SystemClock::sinceBoot() const {
  timespec time{};
  clock_gettime(CLOCK_BOOTTIME, &time);
  return std::chrono::floor<milliseconds>(std::chrono::seconds{time.tv_sec} +
                                          std::chrono::nanoseconds{time.tv_nsec});
}

void SystemRandom::fill(std::span<std::uint8_t> out) {
  fillRandom(out);
}

}  // namespace vejviser::platform
