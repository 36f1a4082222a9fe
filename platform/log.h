// Log lines on standard error: time, level, text. Never citizens, never staff, never secrets.
#pragma once

#include <functional>
#include <string_view>

namespace vejviser::platform {

enum class LogLevel { Info, Warning, Error };

/// Writes one line; safe from any thread. Line breaks in `text` become spaces.
void log(LogLevel level, std::string_view text);

/// From now on lines go to `sink` instead; an empty one: to standard error again. Before there are
/// other threads.
void logTo(std::function<void(LogLevel, std::string_view)> sink);

}  // namespace vejviser::platform
