// Log lines on standard error: time, level, text, fields. Never citizens, never staff, never
// secrets.
#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace vejviser::platform {

enum class LogLevel { Info, Warning, Error };
enum class LogFormat {
  Text,  ///< time level text key=value ..., values quoted where they must be (logfmt)
  Json,  ///< one object a line: time, level, text, and the fields
};

struct LogOptions {
  LogFormat format = LogFormat::Text;
  LogLevel least = LogLevel::Info;  ///< lines below it are not written
  /// Each line begins with its priority, "<4>". Source: sd-daemon(3).
  bool priorities = false;
};

/// A fact beside the text. Keys are words of the program's own: a-z and '_'.
struct LogField {
  LogField(std::string_view itsKey, std::string_view text) : key(itsKey), value(text) {}
  LogField(std::string_view itsKey, std::int64_t itsNumber)
      : key(itsKey), value(std::to_string(itsNumber)), number(true) {}

  std::string_view key;
  std::string value;
  bool number = false;
};

/// Writes one line; safe from any thread. Control characters become spaces, in what is no UTF-8
/// everything beyond ASCII becomes '?'.
void log(LogLevel level, std::string_view text, std::initializer_list<LogField> fields = {});

/// How lines look from now on. Before there are other threads.
void setLog(const LogOptions& options);

/// "info", "warning" or "error"; "text" or "json".
std::optional<LogLevel> logLevelFrom(std::string_view word);
std::optional<LogFormat> logFormatFrom(std::string_view word);

/// True when standard error goes to the journal of systemd. Source: systemd.exec(5),
/// JOURNAL_STREAM.
bool logsToJournal();

/// One line as it is written, without its end. `time` is "2026-11-24T06:08:12Z".
std::string logLine(const LogOptions& options, std::string_view time, LogLevel level,
                    std::string_view text, std::span<const LogField> fields);

/// From now on texts go to `sink` instead; an empty one: to standard error again. Before there are
/// other threads.
void logTo(std::function<void(LogLevel, std::string_view)> sink);

}  // namespace vejviser::platform
