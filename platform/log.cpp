#include "platform/log.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <mutex>
#include <string>
#include <utility>

namespace vejviser::platform {

namespace {
std::function<void(LogLevel, std::string_view)> s_sink;
}

void logTo(std::function<void(LogLevel, std::string_view)> sink) {
  s_sink = std::move(sink);
}

void log(LogLevel level, std::string_view text) {
  if (s_sink) return s_sink(level, text);
  static std::mutex s_mutex;
  constexpr const char* kNames[] = {"info", "warning", "error"};
  std::string line{text};
  std::replace_if(
      line.begin(), line.end(), [](unsigned char c) { return c < 0x20; }, ' ');
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm utc{};
  gmtime_r(&now, &utc);
  char time[32];
  std::strftime(time, sizeof time, "%Y-%m-%dT%H:%M:%SZ", &utc);
  const std::scoped_lock lock{s_mutex};
  std::fprintf(stderr, "%s %s %s\n", time, kNames[static_cast<int>(level)], line.c_str());
}

}  // namespace vejviser::platform
