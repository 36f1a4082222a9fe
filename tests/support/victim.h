// A process that one thread runs and another signals at any moment.
#pragma once

#include <cstdint>
#include <mutex>

namespace vejviser::test {

class Victim {
 public:
  Victim() = default;
  ~Victim() { isGone(); }
  Victim(const Victim&) = delete;
  Victim& operator=(const Victim&) = delete;

  /// By whoever started it, before its end can have been waited for: so it is this process for
  /// sure, and never another that got its number later.
  void is(std::int64_t pid);
  void isGone();
  /// False when there is none to signal.
  bool signal(int number);

 private:
  std::mutex m_mutex;
  int m_handle = -1;
};

}  // namespace vejviser::test
