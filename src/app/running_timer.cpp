#include "src/app/running_timer.h"

#include "src/base/id.h"
#include "src/domain/codes.h"

#include <algorithm>
#include <sstream>

namespace vejviser::app {

namespace {

constexpr std::size_t kBootDigits = 8;

/// Clocks are set by seconds all the time; by more only when they were wrong.
constexpr std::chrono::minutes kClockWasSet{1};

bool isThisBoot(const RunningTimer& timer, const Clock& clock) {
  return timer.boot == clock.bootId() && clock.sinceBoot() >= timer.up;
}

}  // namespace

RunningTimer timerFor(const std::string& topic, const Clock& clock) {
  return {topic, clock.now(), clock.bootId(), clock.sinceBoot()};
}

milliseconds runningFor(const RunningTimer& timer, const Clock& clock) {
  if (isThisBoot(timer, clock)) return clock.sinceBoot() - timer.up;
  return std::max(milliseconds{0}, clock.now() - timer.start);
}

bool isForgotten(const RunningTimer& timer, const Clock& clock) {
  const bool unknown = !isThisBoot(timer, clock) && clock.now() < timer.start;
  return unknown || runningFor(timer, clock) >= kForgottenAfter;
}

Instant startedAt(const RunningTimer& timer, const Clock& clock) {
  const Instant reckoned = clock.now() - runningFor(timer, clock);
  // As it was written down, if that is still true: stopping it twice then says the same.
  return std::chrono::abs(reckoned - timer.start) < kClockWasSet ? timer.start : reckoned;
}

std::string toText(std::span<const RunningTimer> timers) {
  std::ostringstream text;
  for (const RunningTimer& timer : timers) {
    text << timer.topic << ' ' << toMs(timer.start) << ' ' << timer.up.count() << ' ' << timer.boot
         << '\n';
  }
  return text.str();
}

std::vector<RunningTimer> timersFromText(std::string_view text) {
  std::vector<RunningTimer> timers;
  std::istringstream lines{std::string{text}};
  for (std::string line; timers.size() < kMostTimers && std::getline(lines, line);) {
    std::istringstream words{line};
    RunningTimer timer;
    std::int64_t start = 0;
    std::int64_t up = 0;
    if (!(words >> timer.topic >> start >> up >> timer.boot)) continue;
    timer.start = fromMs(start);
    timer.up = milliseconds{up};
    const bool sound = isCode(timer.topic) && isTime(timer.start) && up >= 0;
    if (sound && isHex(timer.boot, kBootDigits)) timers.push_back(std::move(timer));
  }
  return timers;
}

}  // namespace vejviser::app
