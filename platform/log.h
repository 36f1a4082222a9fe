// Log lines on standard error: time, level, text. Never citizens, never staff, never secrets.
#pragma once

#include <string_view>

namespace vejviser::platform {

enum class LogLevel { Info, Warning, Error };

/// Writes one line; safe from any thread. Line breaks in `text` become spaces.
void log(LogLevel level, std::string_view text);

}  // namespace vejviser::platform
