// Whether there is any network at all. Only a hint: the hub's answer is the proof.
#pragma once

#include <string>

namespace vejviser::platform {

class Connectivity {
 public:
  virtual ~Connectivity() = default;
  /// False when no request to `host` can succeed now.
  virtual bool canReach(const std::string& host) const = 0;
};

/// Asks the kernel for interfaces that are up and have an address.
class SystemConnectivity final : public Connectivity {
 public:
  bool canReach(const std::string& host) const override;
};

/// True for names of this machine itself, for which plain http is allowed.
bool isLoopback(const std::string& host);

}  // namespace vejviser::platform
