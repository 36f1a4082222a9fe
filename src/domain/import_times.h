// Times and lengths as other programs write them.
#pragma once

#include "src/base/time.h"

#include <chrono>
#include <optional>
#include <string_view>

namespace vejviser {

/// Reads a date and a time of day, with or without seconds and their fractions: 2026-11-24
/// 14:30:05, 24-11-2026 14.30, 24.11.2026 14:30, 11/24/2026 02:30:05 PM. Without zone it is Danish
/// time (fromLocal() says how the hours of the change are read); with a last Z it is UTC. Dates
/// with slashes are read as `monthFirst` says, and not at all when it does not. Nothing for other
/// text.
std::optional<Instant> parseForeignTime(std::string_view text, std::optional<bool> monthFirst);

/// Reads a length: "0-5 minutes" as its middle, "10", "Over 60 min", "1-2 hours". Nothing for text
/// without a number.
std::optional<std::chrono::minutes> parseLength(std::string_view text);

}  // namespace vejviser
