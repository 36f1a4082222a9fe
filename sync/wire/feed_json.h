// Pulled rows as JSON: ["table", "key", {...} or null].
#pragma once

#include "src/base/result.h"
#include "src/domain/feed.h"

#include <nlohmann/json_fwd.hpp>
#include <optional>

namespace vejviser::wire {

nlohmann::json encodeRow(const FeedRow& row);

/// Nothing for a table that this version does not know; error Invalid for a broken row.
Result<std::optional<FeedRow>> readRow(const nlohmann::json& element);

}  // namespace vejviser::wire
