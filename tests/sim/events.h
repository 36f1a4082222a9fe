// What will happen, in order of time; of two things at one time, the first planned comes first.
#pragma once

#include "src/base/time.h"

#include <functional>
#include <map>
#include <utility>

namespace vejviser::sim {

class Events {
 public:
  using Act = std::function<void()>;

  /// True time, since the history began.
  milliseconds now() const { return m_now; }
  void after(milliseconds wait, Act act) {
    m_planned.emplace(std::pair{m_now + wait, ++m_count}, std::move(act));
  }
  /// Goes on to the next one and lets it happen; false when there is none before `end`.
  bool step(milliseconds end) {
    if (m_planned.empty() || m_planned.begin()->first.first > end) return false;
    auto next = m_planned.extract(m_planned.begin());
    m_now = next.key().first;
    next.mapped()();
    return true;
  }

 private:
  milliseconds m_now{0};
  std::uint64_t m_count = 0;
  std::map<std::pair<milliseconds, std::uint64_t>, Act> m_planned;
};

}  // namespace vejviser::sim
