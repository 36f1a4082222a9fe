// A day and a time in the past, as a person gives them for a help that was not logged then.
#pragma once

#include "src/base/time.h"

#include <optional>
#include <string_view>

namespace vejviser::app {

/// What is remembered for longer is guessed, and figures that others have read should not move.
constexpr int kMostDaysBack = 14;

enum class LateFault { None, NoTime, Future, TooFarBack };

struct LateTime {
  Instant when{};  ///< meaningless with a fault
  LateFault fault = LateFault::None;
};

/// `daysBack` from the local day of `now`; `time` as people write it: "14.30", "14:30", "1430",
/// "9".
LateTime lateTime(int daysBack, std::string_view time, Instant now);

}  // namespace vejviser::app
