// Who asks: the address behind a request, and whether it came over TLS, also when trusted proxies
// stand between.
#pragma once

#include "src/base/result.h"
#include "sync/hub/http_types.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace vejviser::hub {

/// The one way to write an IP address; an IPv4 one in IPv6 clothes is IPv4. Nothing when it is
/// none.
std::optional<std::string> plainAddress(const std::string& text);

/// What limits count an address as: IPv4 itself, IPv6 its /64, which is one customer's network
/// (source: RFC 6177).
std::string countedAs(const std::string& plainAddress);

/// The machines whose word about others is taken.
class Proxies {
 public:
  /// Error Invalid names what is no IP address.
  static Result<Proxies> read(const std::vector<std::string>& addresses);

  bool trusts(const std::string& address) const { return m_addresses.contains(address); }

  /// `request.peer` and `request.secure` come in as the socket knows them. When the peer is
  /// trusted they become what its X-Forwarded-For and -Proto say: the last address there that is
  /// no trusted proxy. These headers are then taken away, whoever sent them.
  void identify(Request& request) const;

 private:
  std::set<std::string> m_addresses;
};

}  // namespace vejviser::hub
