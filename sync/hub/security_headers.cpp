#include "sync/hub/security_headers.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace vejviser::hub {

namespace {

constexpr std::array<std::pair<const char*, const char*>, 9> kAlways = {{
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "same-origin"},  // not less: browsers send Origin with forms by it
    {"Content-Security-Policy",
     "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action "
     "'self'; frame-ancestors 'none'; "
     "base-uri 'none'"},
    {"X-Frame-Options", "DENY"},  // frame-ancestors for what does not know it
    {"Permissions-Policy",
     "camera=(), display-capture=(), fullscreen=(), geolocation=(), microphone=(), payment=(), "
     "usb=()"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"X-Permitted-Cross-Domain-Policies", "none"},
    {"Cache-Control", "no-store"},
}};

/// Two years, as browsers ask for; of this name only, since the hub does not know who else lives
/// under it. Source: RFC 6797.
constexpr const char* kOnlyTls = "max-age=63072000";

void addUnlessThere(Response& response, const char* name, const char* value) {
  const bool there = std::any_of(response.headers.begin(), response.headers.end(),
                                 [name](const auto& header) { return header.first == name; });
  if (!there) response.headers.emplace_back(name, value);
}

}  // namespace

void addSecurityHeaders(Response& response, bool secure) {
  for (const auto& [name, value] : kAlways) addUnlessThere(response, name, value);
  if (secure) addUnlessThere(response, "Strict-Transport-Security", kOnlyTls);
}

}  // namespace vejviser::hub
