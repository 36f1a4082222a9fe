#include "sync/hub/peers.h"

#include <arpa/inet.h>
#include <array>
#include <cstring>
#include <string_view>

namespace vejviser::hub {

namespace {

constexpr std::size_t kNetworkBytes = 8;  // a /64

std::string trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return std::string{text.substr(first, text.find_last_not_of(" \t") - first + 1)};
}

std::string written(int family, const void* bytes) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  inet_ntop(family, bytes, text.data(), text.size());
  return text.data();
}

/// The last address of a list such as "192.0.2.1, 198.51.100.7", which becomes shorter by it.
std::string takeLast(std::string_view& list) {
  const std::size_t comma = list.rfind(',');
  const std::string last = trimmed(list.substr(comma == std::string_view::npos ? 0 : comma + 1));
  list = list.substr(0, comma == std::string_view::npos ? 0 : comma);
  return last;
}

}  // namespace

std::optional<std::string> plainAddress(const std::string& text) {
  in_addr four{};
  if (inet_pton(AF_INET, text.c_str(), &four) == 1) return written(AF_INET, &four);
  in6_addr six{};
  if (inet_pton(AF_INET6, text.c_str(), &six) != 1) return std::nullopt;
  if (IN6_IS_ADDR_V4MAPPED(&six)) return written(AF_INET, &six.s6_addr[12]);
  return written(AF_INET6, &six);
}

std::string countedAs(const std::string& plainAddress) {
  in6_addr six{};
  if (inet_pton(AF_INET6, plainAddress.c_str(), &six) != 1) return plainAddress;
  std::memset(&six.s6_addr[kNetworkBytes], 0, sizeof six.s6_addr - kNetworkBytes);
  return written(AF_INET6, &six) + "/64";
}

Result<Proxies> Proxies::read(const std::vector<std::string>& addresses) {
  Proxies proxies;
  for (const std::string& text : addresses) {
    const auto address = plainAddress(text);
    if (!address) {
      return Error{ErrorCode::Invalid, "--trusted-proxy", "'" + text + "' is no IP address"};
    }
    proxies.m_addresses.insert(*address);
  }
  return proxies;
}

void Proxies::identify(Request& request) const {
  if (trusts(request.peer)) {
    request.secure = request.secure || request.header("x-forwarded-proto") == "https";
    std::string_view list = request.header("x-forwarded-for");
    while (!list.empty() && trusts(request.peer)) {
      const auto before = plainAddress(takeLast(list));
      if (!before) break;  // what is no address is nobody's: the proxy answers for it
      request.peer = *before;
    }
  }
  for (const char* name : {"x-forwarded-for", "x-forwarded-proto", "forwarded"}) {
    request.proxied = request.headers.erase(name) > 0 || request.proxied;
  }
}

}  // namespace vejviser::hub
