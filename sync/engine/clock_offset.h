// How far the tablet's wall clock is from the hub's.
#pragma once

#include "src/base/time.h"

#include <deque>
#include <optional>

namespace vejviser::engine {

class ClockOffset {
 public:
  /// An answer that the hub gave at once: when it was asked and answered by `clock`'s time since
  /// boot, and what the hub's clock said. Taken for the middle of the round trip.
  void add(const Clock& clock, milliseconds asked, milliseconds answered, Instant hubNow);

  /// Hub minus tablet, from the quickest of the last round trips; half of that trip is the error.
  std::optional<milliseconds> value() const;

 private:
  struct Sample {
    milliseconds roundTrip;
    milliseconds offset;
  };

  std::deque<Sample> m_samples;
  milliseconds m_bootedAt{};  ///< wall clock minus time since boot: moves when the clock is set
};

}  // namespace vejviser::engine
