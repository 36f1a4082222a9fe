#include "sync/hub/identity.h"

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <set>

namespace vejviser::hub {

namespace {

/// The one way to write an address; IPv4 within IPv6 is IPv4. Empty for what is none.
std::string canonical(const std::string& text) {
  constexpr std::string_view kMapped = "::ffff:";
  const bool mapped = text.starts_with(kMapped) && text.find('.') != std::string::npos;
  const std::string plain = mapped ? text.substr(kMapped.size()) : text;
  std::array<unsigned char, sizeof(in6_addr)> bytes{};
  std::array<char, INET6_ADDRSTRLEN> written{};
  for (const int family : {AF_INET, AF_INET6}) {
    if (inet_pton(family, plain.c_str(), bytes.data()) == 1 &&
        inet_ntop(family, bytes.data(), written.data(), written.size()) != nullptr) {
      return written.data();
    }
  }
  return {};
}

/// Names as RFC 9110 §5.1 has them, without the odder ones.
bool isHeaderName(const std::string& name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](unsigned char c) {
    return c < 128 && (std::isalnum(c) != 0 || c == '-');
  });
}

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

}  // namespace

Result<IdentitySource> trustHeader(const std::string& header,
                                   const std::vector<std::string>& proxies) {
  if (!isHeaderName(header)) {
    return Error{ErrorCode::Invalid, "trust-user-header", "is no name of a header"};
  }
  if (proxies.empty()) {
    return Error{ErrorCode::Invalid, "trusted-proxy", "must be given with --trust-user-header"};
  }
  std::set<std::string> trusted;
  for (const std::string& proxy : proxies) {
    const std::string address = canonical(proxy);
    if (address.empty()) {
      return Error{ErrorCode::Invalid, "trusted-proxy", "'" + proxy + "' is no IP address"};
    }
    trusted.insert(address);
  }
  return IdentitySource{
      [name = lower(header), trusted](const Request& request) -> std::optional<std::string> {
        if (request.local || !trusted.contains(canonical(request.connectedFrom)))
          return std::nullopt;
        const std::string_view user = request.header(name);
        return user.empty() ? std::nullopt : std::optional<std::string>{user};
      }};
}

}  // namespace vejviser::hub
