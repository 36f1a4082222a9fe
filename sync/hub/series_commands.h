// What `vejviser-hub series ...` does to the totals of other systems (outside_series.h).
#pragma once

#include "sync/hub/admin.h"

#include <optional>

namespace vejviser::hub {

/// Does a command whose name begins with "series-"; nothing for any other.
std::optional<Result<std::string>> administerSeries(const Desk& desk, const AdminCommand& command);

}  // namespace vejviser::hub
