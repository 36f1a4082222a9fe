// The web page: log in, and the overview of the shared figures. Made whole on the
// hub: it works on a slow line, under a strict content policy, and without scripts.
#pragma once

#include "sync/hub/hub.h"

namespace vejviser::hub::web {

/// GET /
Response start(Hub& hub, const Request& request);
/// GET /login
Response logInForm(Hub& hub, const Request& request);
/// POST /login
Response logIn(Hub& hub, const Request& request);
/// POST /logout
Response logOut(Hub& hub, const Request& request);
/// GET /overview?from=&to=&branch=&lang=
Response overview(Hub& hub, const Request& request);

}  // namespace vejviser::hub::web
