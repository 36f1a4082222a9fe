// The page "People" ("Brugere"): who may log in and as what, for administrators.
#pragma once

#include "sync/hub/hub.h"

namespace vejviser::hub::web {

/// GET /people
Response people(Hub& hub, const Request& request);
/// POST /people: `do` is add, role, password or remove; `name` is a user name and `office` a role
/// with its unit, e.g. "supervisor library". A new password is made here and told once, in the
/// answer.
Response changePeople(Hub& hub, const Request& request);

}  // namespace vejviser::hub::web
