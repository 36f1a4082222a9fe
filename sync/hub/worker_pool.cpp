#include "sync/hub/worker_pool.h"

#include "platform/log.h"

#include <exception>
#include <string>
#include <utility>

namespace vejviser::hub {

WorkerPool::WorkerPool(int threads) {
  for (int i = 0; i < threads; ++i) m_threads.emplace_back([this] { run(); });
}

WorkerPool::~WorkerPool() {
  stop();
}

void WorkerPool::stop() {
  std::deque<std::function<void()>> forgotten;  // ended outside the lock: they may post
  {
    const std::scoped_lock lock{m_mutex};
    m_stop = true;
    forgotten.swap(m_jobs);
  }
  m_wake.notify_all();
  for (std::thread& thread : m_threads) {
    if (thread.joinable()) thread.join();
  }
}

void WorkerPool::post(std::function<void()> job) {
  if (m_threads.empty()) return perform(job);
  {
    const std::scoped_lock lock{m_mutex};
    if (m_stop) return;
    m_jobs.push_back(std::move(job));
  }
  m_wake.notify_one();
}

std::size_t WorkerPool::waiting() const {
  const std::scoped_lock lock{m_mutex};
  return m_jobs.size();
}

void WorkerPool::run() {
  for (;;) {
    std::function<void()> job;
    {
      std::unique_lock lock{m_mutex};
      m_wake.wait(lock, [this] { return m_stop || !m_jobs.empty(); });
      if (m_stop) return;
      job = std::move(m_jobs.front());
      m_jobs.pop_front();
    }
    perform(job);
  }
}

void WorkerPool::perform(const std::function<void()>& job) {
  try {
    job();
  } catch (const std::exception& exception) {
    platform::log(platform::LogLevel::Error, std::string{"a request failed: "} + exception.what());
  }
}

}  // namespace vejviser::hub
