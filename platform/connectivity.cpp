#include "platform/connectivity.h"

#include <ifaddrs.h>
#include <net/if.h>
#include <sys/socket.h>

namespace vejviser::platform {

bool isLoopback(const std::string& host) {
  return host == "127.0.0.1" || host == "localhost" || host == "[::1]" || host == "::1";
}

bool SystemConnectivity::canReach(const std::string& host) const {
  if (isLoopback(host)) return true;
  ifaddrs* all = nullptr;
  if (getifaddrs(&all) != 0) return true;  // unknown: let the request find out
  bool up = false;
  for (const ifaddrs* it = all; it != nullptr && !up; it = it->ifa_next) {
    const bool inet = it->ifa_addr != nullptr &&
                      (it->ifa_addr->sa_family == AF_INET || it->ifa_addr->sa_family == AF_INET6);
    up = inet && (it->ifa_flags & IFF_RUNNING) != 0 && (it->ifa_flags & IFF_LOOPBACK) == 0;
  }
  freeifaddrs(all);
  return up;
}

}  // namespace vejviser::platform
