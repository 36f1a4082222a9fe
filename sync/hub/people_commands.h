// What `vejviser-hub user` commands do to an open hub.
#pragma once

#include "sync/hub/admin.h"

#include <string>

namespace vejviser::hub {

/// Does user-add, user-role, user-password or user-remove; the text is for the person who gave it.
Result<std::string> administerPeople(const Desk& desk, const AdminCommand& command);

}  // namespace vejviser::hub
