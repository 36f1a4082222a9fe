#include "sync/hub/polls.h"

#include <utility>
#include <vector>

namespace vejviser::hub {

namespace {
constexpr std::size_t kMostHeld = 4500;  // fewer than the server takes connections
}

std::uint64_t Polls::news() const {
  const std::scoped_lock lock{m_mutex};
  return m_news;
}

void Polls::hold(std::int64_t device, std::uint64_t seen, milliseconds deadline, Answer answer) {
  {
    const std::scoped_lock lock{m_mutex};
    if (!m_closed && seen == m_news && m_waiting.size() < kMostHeld) {
      std::swap(m_waiting[device].answer, answer);
      m_waiting[device].deadline = deadline;
    }
  }
  if (answer) answer();  // this one, or the one whose place it took
}

void Polls::moved() {
  All all;
  {
    const std::scoped_lock lock{m_mutex};
    ++m_news;
    all.swap(m_waiting);
  }
  for (const auto& [device, waiting] : all) waiting.answer();
}

void Polls::release(std::int64_t device) {
  Answer answer;
  {
    const std::scoped_lock lock{m_mutex};
    const auto it = m_waiting.find(device);
    if (it == m_waiting.end()) return;
    answer = std::move(it->second.answer);
    m_waiting.erase(it);
  }
  answer();
}

void Polls::expire(milliseconds now) {
  std::vector<Answer> over;
  {
    const std::scoped_lock lock{m_mutex};
    for (auto it = m_waiting.begin(); it != m_waiting.end();) {
      if (it->second.deadline > now) {
        ++it;
        continue;
      }
      over.push_back(std::move(it->second.answer));
      it = m_waiting.erase(it);
    }
  }
  for (const Answer& answer : over) answer();
}

std::size_t Polls::held() const {
  const std::scoped_lock lock{m_mutex};
  return m_waiting.size();
}

void Polls::close() {
  {
    const std::scoped_lock lock{m_mutex};
    m_closed = true;
  }
  moved();
}

}  // namespace vejviser::hub
