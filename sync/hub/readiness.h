// Whether a hub should be given requests now, for load balancers: GET /ready.
#pragma once

#include "src/base/result.h"
#include "sync/hub/storage.h"

#include <atomic>
#include <chrono>
#include <mutex>

namespace vejviser::hub {

class Readiness {
 public:
  /// Not ready any more: the hub is about to stop.
  void drain() { m_draining = true; }

  /// Error Refused while the hub stops, Storage when its database cannot be written. That is tried
  /// by a small write that leaves nothing, at most once in kTryEvery.
  Status ask(Storage& storage);

  static constexpr std::chrono::seconds kTryEvery{5};

 private:
  using Time = std::chrono::steady_clock::time_point;

  std::atomic<bool> m_draining = false;
  std::mutex m_mutex;
  Time m_tried{};
  Status m_writable;
};

}  // namespace vejviser::hub
