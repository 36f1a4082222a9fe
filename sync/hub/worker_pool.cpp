#include "sync/hub/worker_pool.h"

#include <utility>

namespace vejviser::hub {

WorkerPool::WorkerPool(int threads) {
  for (int i = 0; i < threads; ++i) m_threads.emplace_back([this] { run(); });
}

WorkerPool::~WorkerPool() {
  {
    const std::scoped_lock lock{m_mutex};
    m_stop = true;
  }
  m_wake.notify_all();
  for (std::thread& thread : m_threads) thread.join();
}

void WorkerPool::post(std::function<void()> job) {
  {
    const std::scoped_lock lock{m_mutex};
    m_jobs.push_back(std::move(job));
  }
  m_wake.notify_one();
}

void WorkerPool::run() {
  for (;;) {
    std::function<void()> job;
    {
      std::unique_lock lock{m_mutex};
      m_wake.wait(lock, [this] { return m_stop || !m_jobs.empty(); });
      if (m_jobs.empty()) return;
      job = std::move(m_jobs.front());
      m_jobs.pop_front();
    }
    job();
  }
}

}  // namespace vejviser::hub
