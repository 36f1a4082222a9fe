// Timers of helps that go on: how long they have run, and the text that outlives the program.
#pragma once

#include "src/base/time.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vejviser::app {

/// Nobody has more helps under way at once: what comes beyond is timers that nobody stops.
constexpr std::size_t kMostTimers = 8;
/// The longest band begins at one hour, and hardly any help lasts three: a timer that does was
/// most likely left running.
constexpr std::chrono::hours kForgottenAfter{3};

struct RunningTimer {
  std::string topic;
  Instant start{};    ///< by the wall clock of then
  std::string boot;   ///< the boot it was started in
  milliseconds up{};  ///< time since that boot, at the start

  bool operator==(const RunningTimer&) const = default;
};

/// One that starts now.
RunningTimer timerFor(const std::string& topic, const Clock& clock);
/// Within one boot a changed wall clock does not matter; after a restart it is all there is.
/// Never negative.
milliseconds runningFor(const RunningTimer& timer, const Clock& clock);
/// True when it has run too long to be believed, or when nothing can tell how long.
bool isForgotten(const RunningTimer& timer, const Clock& clock);
/// When it was started, by the wall clock of now.
Instant startedAt(const RunningTimer& timer, const Clock& clock);

/// One line a timer: topic, start and time since boot in milliseconds, boot id.
std::string toText(std::span<const RunningTimer> timers);
/// What toText() wrote. Lines that cannot be read are left out, and so is what is beyond
/// kMostTimers.
std::vector<RunningTimer> timersFromText(std::string_view text);

}  // namespace vejviser::app
