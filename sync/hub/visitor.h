// Who asks over the web page: a person with a session of theirs. The session's secret is in a
// cookie; a digest of it is in every form, so that no other site can make one that acts here.
#pragma once

#include "sync/hub/hub.h"

#include <optional>
#include <string>

namespace vejviser::hub {

struct Visitor {
  std::string name;
  Office office;
  std::string formToken;   ///< what forms of this session carry as `csrf`; empty: no session
  std::string newSession;  ///< the secret of a session that was begun for this request
};

enum class Begin {
  Nothing,
  Session,  ///< for somebody whom the identity source names, where there is none yet
};

/// Whoever the identity source names, else whose session it is. Somebody named who is no user here
/// is a visitor without a name, and has no rights.
Result<std::optional<Visitor>> visitorOf(Hub& hub, const Request& request, Begin begin);

/// Whether the request came over TLS to this hub or to the proxy before it.
bool isSecure(const Request& request);

/// The secret of the request's session; empty when there is none.
std::string sessionOf(const Hub& hub, const Request& request);
/// The header that gives a browser its session; an empty secret takes it away.
std::pair<std::string, std::string> sessionCookie(const Hub& hub, const Request& request,
                                                  const std::string& secret);

/// Whether a form's token is that of the visitor's session. Constant time.
bool isOwnForm(const Visitor& visitor, const Request& request);

}  // namespace vejviser::hub
