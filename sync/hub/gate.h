// What stands between the sockets and a hub that is not open yet: it answers for it until then.
#pragma once

#include "sync/hub/hub.h"

#include <atomic>

namespace vejviser::hub {

class Gate {
 public:
  explicit Gate(const Id& hub) : m_id(hub) {}

  /// From now on the hub answers. It must live for as long as anybody asks.
  void open(Hub& hub) { m_hub = &hub; }

  /// 503 to everything while the hub is not open.
  void answer(const Request& request, const Respond& respond);
  Response unreadable(int status);

 private:
  Id m_id;
  std::atomic<Hub*> m_hub = nullptr;
};

}  // namespace vejviser::hub
