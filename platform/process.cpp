#include "platform/process.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <sys/resource.h>
#include <unistd.h>

namespace vejviser::platform {

namespace {

/// When the machine was booted, in seconds since 1970.
std::int64_t bootTime_s() {
  std::ifstream file{"/proc/stat"};
  std::string word;
  std::int64_t seconds = 0;
  while (file >> word) {
    if (word == "btime" && file >> seconds) return seconds;
  }
  return 0;
}

/// The fields of /proc/self/stat after the program's name, which may hold anything.
std::istringstream statFields() {
  std::ifstream file{"/proc/self/stat"};
  std::string line;
  std::getline(file, line);
  const std::size_t end = line.rfind(')');
  return std::istringstream{end == std::string::npos ? std::string{} : line.substr(end + 1)};
}

std::int64_t countFiles() {
  std::error_code error;
  std::int64_t count = 0;
  std::filesystem::directory_iterator files{"/proc/self/fd", error};
  for (; !error && files != std::filesystem::directory_iterator{}; files.increment(error)) ++count;
  return count;
}

}  // namespace

ProcessUse processUse() {
  constexpr int kSkipped = 11;    // from the state to utime, the 14th field
  constexpr int kUntilStart = 6;  // from cutime to starttime, the 22nd
  ProcessUse use;
  const auto ticks = static_cast<double>(sysconf(_SC_CLK_TCK));
  std::istringstream fields = statFields();
  std::string skipped;
  for (int i = 0; i < kSkipped; ++i) fields >> skipped;
  std::int64_t user = 0;
  std::int64_t kernel = 0;
  std::int64_t start = 0;
  std::int64_t pages = 0;
  fields >> user >> kernel;
  for (int i = 0; i < kUntilStart; ++i) fields >> skipped;
  fields >> start >> use.virtual_bytes >> pages;
  use.cpu_s = static_cast<double>(user + kernel) / ticks;
  use.resident_bytes = pages * sysconf(_SC_PAGESIZE);
  use.started = Instant{std::chrono::seconds{bootTime_s()}} +
                milliseconds{static_cast<std::int64_t>(static_cast<double>(start) * 1000 / ticks)};
  use.openFiles = countFiles();
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
    use.mostFiles = static_cast<std::int64_t>(limit.rlim_cur);
  }
  return use;
}

}  // namespace vejviser::platform
