#include "platform/log.h"

#include "src/base/text.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <mutex>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace vejviser::platform {

namespace {

std::function<void(LogLevel, std::string_view)> s_sink;
LogOptions s_options;

constexpr std::array<std::string_view, 3> kNames = {"info", "warning", "error"};
constexpr std::array<std::string_view, 3> kPriorities = {"<6>", "<4>", "<3>"};  // syslog(3)

std::string_view nameOf(LogLevel level) {
  return kNames[static_cast<std::size_t>(level)];
}

/// On one line, and text in any case.
std::string plain(std::string_view text) {
  const bool utf8 = isUtf8(text);
  std::string line{text};
  for (char& c : line) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) c = ' ';
    if (byte >= 0x80 && !utf8) c = '?';
  }
  return line;
}

std::string quoted(std::string_view text) {
  std::string all{'"'};
  for (const char c : text) {
    if (c == '"' || c == '\\') all.push_back('\\');
    all.push_back(c);
  }
  all.push_back('"');
  return all;
}

/// A value of logfmt: in quotes when it would not end where it ends.
std::string logfmtValue(const LogField& field) {
  const std::string value = plain(field.value);
  const bool bare = !value.empty() && value.find_first_of(" =\"\\") == std::string::npos;
  return bare ? value : quoted(value);
}

std::string textLine(std::string_view time, LogLevel level, std::string_view text,
                     std::span<const LogField> fields) {
  std::string line{time};
  line.append(" ").append(nameOf(level)).append(" ").append(plain(text));
  for (const LogField& field : fields) {
    line.append(" ").append(field.key).append("=").append(logfmtValue(field));
  }
  return line;
}

std::string jsonLine(std::string_view time, LogLevel level, std::string_view text,
                     std::span<const LogField> fields) {
  std::string line = "{\"time\":" + quoted(time) + ",\"level\":" + quoted(nameOf(level)) +
                     ",\"text\":" + quoted(plain(text));
  for (const LogField& field : fields) {
    line.append(",\"").append(field.key).append("\":");
    line.append(field.number ? field.value : quoted(plain(field.value)));
  }
  return line + "}";
}

std::string timeNow() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm utc{};
  gmtime_r(&now, &utc);
  char time[32];
  std::strftime(time, sizeof time, "%Y-%m-%dT%H:%M:%SZ", &utc);
  return time;
}

}  // namespace

void logTo(std::function<void(LogLevel, std::string_view)> sink) {
  s_sink = std::move(sink);
}

void setLog(const LogOptions& options) {
  s_options = options;
}

std::optional<LogLevel> logLevelFrom(std::string_view word) {
  const auto found = std::find(kNames.begin(), kNames.end(), word);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<LogLevel>(found - kNames.begin());
}

std::optional<LogFormat> logFormatFrom(std::string_view word) {
  if (word == "text") return LogFormat::Text;
  if (word == "json") return LogFormat::Json;
  return std::nullopt;
}

bool logsToJournal() {
  const char* stream = std::getenv("JOURNAL_STREAM");
  struct stat error {};
  if (stream == nullptr || fstat(STDERR_FILENO, &error) != 0) return false;
  return std::to_string(error.st_dev) + ":" + std::to_string(error.st_ino) == stream;
}

std::string logLine(const LogOptions& options, std::string_view time, LogLevel level,
                    std::string_view text, std::span<const LogField> fields) {
  std::string line =
      options.priorities ? std::string{kPriorities[static_cast<std::size_t>(level)]} : "";
  return line + (options.format == LogFormat::Json ? jsonLine(time, level, text, fields)
                                                   : textLine(time, level, text, fields));
}

void log(LogLevel level, std::string_view text, std::initializer_list<LogField> fields) {
  if (s_sink) return s_sink(level, text);
  if (level < s_options.least) return;
  static std::mutex s_mutex;
  const std::string line =
      logLine(s_options, timeNow(), level, text, std::span{fields.begin(), fields.size()}) + "\n";
  const std::scoped_lock lock{s_mutex};
  std::fputs(line.c_str(), stderr);
}

}  // namespace vejviser::platform
