// What every answer tells browsers and caches, whatever it is and whoever gives it.
#pragma once

#include "sync/hub/http_types.h"

namespace vejviser::hub {

/// Adds them; those that `response` has already stay as they are. `secure`: it goes out over TLS.
/// Source: OWASP Secure Headers Project.
void addSecurityHeaders(Response& response, bool secure);

}  // namespace vejviser::hub
