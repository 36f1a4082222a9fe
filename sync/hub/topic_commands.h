// What `vejviser-hub topic ...` does to the catalogue.
#pragma once

#include "sync/hub/admin.h"

#include <optional>

namespace vejviser::hub {

/// Does a command whose name begins with "topic-"; nothing for any other.
std::optional<Result<std::string>> administerTopics(const Desk& desk, const AdminCommand& command);

}  // namespace vejviser::hub
