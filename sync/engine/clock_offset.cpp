#include "sync/engine/clock_offset.h"

#include <algorithm>

namespace vejviser::engine {

namespace {
constexpr std::size_t kSamples = 8;
constexpr milliseconds kDrift{1000};  // more is not drift: somebody has set the clock
}  // namespace

void ClockOffset::add(const Clock& clock, milliseconds asked, milliseconds answered,
                      Instant hubNow) {
  const milliseconds booted = clock.now().time_since_epoch() - clock.sinceBoot();
  if (std::chrono::abs(booted - m_bootedAt) > kDrift) m_samples.clear();
  m_bootedAt = booted;
  const milliseconds trip = answered - asked;
  const Instant answered_by_wall{booted + answered};
  m_samples.push_back({trip, hubNow + trip / 2 - answered_by_wall});
  if (m_samples.size() > kSamples) m_samples.pop_front();
}

std::optional<milliseconds> ClockOffset::value() const {
  if (m_samples.empty()) return std::nullopt;
  return std::min_element(
             m_samples.begin(), m_samples.end(),
             [](const Sample& a, const Sample& b) { return a.roundTrip < b.roundTrip; })
      ->offset;
}

}  // namespace vejviser::engine
