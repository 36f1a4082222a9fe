#include "sync/hub/housekeeping.h"

#include <algorithm>

namespace vejviser::hub {

Housekeeping::Housekeeping(std::vector<Task> tasks)
    : m_tasks(std::move(tasks)), m_thread([this] { run(); }) {}

Housekeeping::~Housekeeping() {
  {
    const std::scoped_lock lock{m_mutex};
    m_stop = true;
  }
  m_wake.notify_all();
  m_thread.join();
}

void Housekeeping::run() {
  std::vector<Time> due;
  for (const Task& task : m_tasks) {
    due.push_back(std::chrono::steady_clock::now() + (task.atOnce ? Time::duration{} : task.every));
  }
  for (;;) {
    const auto next = std::min_element(due.begin(), due.end());
    {
      std::unique_lock lock{m_mutex};
      if (m_wake.wait_until(lock, *next, [this] { return m_stop; })) return;
    }
    const Task& task = m_tasks[static_cast<std::size_t>(next - due.begin())];
    task.run();
    *next = std::chrono::steady_clock::now() + task.every;
  }
}

}  // namespace vejviser::hub
