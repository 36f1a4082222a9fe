// What a hub does by the clock, on a thread of its own.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace vejviser::hub {

class Housekeeping {
 public:
  struct Task {
    std::chrono::seconds every;
    std::function<void()> run;
    bool atOnce = false;  ///< else the first time after as long
  };

  explicit Housekeeping(std::vector<Task> tasks);
  /// Waits for the task at work.
  ~Housekeeping();

  Housekeeping(const Housekeeping&) = delete;
  Housekeeping& operator=(const Housekeeping&) = delete;

 private:
  using Time = std::chrono::steady_clock::time_point;

  void run();

  std::vector<Task> m_tasks;
  std::mutex m_mutex;
  std::condition_variable m_wake;
  bool m_stop = false;
  std::thread m_thread;
};

}  // namespace vejviser::hub
