// Log-in by somebody else: the seam through which a municipality's own log-in (OIDC, SAML,
// Kerberos) comes, by a reverse proxy that does it, e.g. Apache's mod_auth_openidc or oauth2-proxy.
// Such a source says who asks; what they are is in our database, and whoever is not there is
// nobody.
#pragma once

#include "src/base/result.h"
#include "sync/hub/http_types.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace vejviser::hub {

/// The user name that somebody vouches for in this request; nothing when nobody does. Called from
/// any thread. Empty: there is no such source.
using IdentitySource = std::function<std::optional<std::string>(const Request&)>;

/// The name in header `header` of requests that come over a connection from one of `proxies` (IP
/// addresses); from elsewhere the header means nothing. The proxy must set it on every request or
/// take it away. Error Invalid for what is no header or no address.
Result<IdentitySource> trustHeader(const std::string& header,
                                   const std::vector<std::string>& proxies);

}  // namespace vejviser::hub
