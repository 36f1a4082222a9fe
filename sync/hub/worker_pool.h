// Threads for work that may take a while: unpacking, parsing, SQL, passwords.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace vejviser::hub {

class WorkerPool {
 public:
  /// Without threads, a job is done at once by whoever posts it.
  explicit WorkerPool(int threads);
  ~WorkerPool();

  /// A job that throws is logged and forgotten; it takes nothing else with it. Forgotten at once
  /// after stop().
  void post(std::function<void()> job);
  /// Waits for the jobs at work; those not yet begun are forgotten.
  void stop();
  /// Jobs that no thread has begun.
  std::size_t waiting() const;

 private:
  void run();
  static void perform(const std::function<void()>& job);

  mutable std::mutex m_mutex;
  std::condition_variable m_wake;
  std::deque<std::function<void()>> m_jobs;
  bool m_stop = false;
  std::vector<std::thread> m_threads;
};

}  // namespace vejviser::hub
