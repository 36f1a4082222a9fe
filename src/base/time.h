// Points in time and where they come from. All instants are UTC; local days live in src/domain.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace vejviser {

using std::chrono::milliseconds;

/// A point in time, UTC, in whole milliseconds.
using Instant = std::chrono::sys_time<milliseconds>;

constexpr std::int64_t toMs(Instant instant) {
  return instant.time_since_epoch().count();
}
constexpr std::optional<std::int64_t> toMs(const std::optional<Instant>& instant) {
  return instant ? std::optional{toMs(*instant)} : std::nullopt;
}
constexpr Instant fromMs(std::int64_t ms) {
  return Instant{milliseconds{ms}};
}

constexpr Instant kLatest = fromMs(4'102'444'800'000);  // the year 2100

/// False for what no entry or message can say: before 1970, or beyond kLatest.
constexpr bool isTime(Instant instant) {
  return instant >= Instant{} && instant <= kLatest;
}

/// The world's clocks. Given in from `main`, so that a simulator can own time.
class Clock {
 public:
  virtual ~Clock() = default;
  /// The wall clock: may be wrong and may jump.
  virtual Instant now() const = 0;
  /// Time since boot, also counting sleep: never jumps, restarts at 0 with a new bootId().
  virtual milliseconds sinceBoot() const = 0;
  /// Names this boot of the machine: 8 hexadecimal digits.
  virtual const std::string& bootId() const = 0;
};

}  // namespace vejviser
