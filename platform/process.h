// What this process uses of the machine, as the kernel counts it. Source: proc(5).
#pragma once

#include "src/base/time.h"

#include <cstdint>

namespace vejviser::platform {

struct ProcessUse {
  std::int64_t resident_bytes = 0;
  std::int64_t virtual_bytes = 0;
  double cpu_s = 0;  ///< in the program and for it in the kernel
  std::int64_t openFiles = 0;
  std::int64_t mostFiles = 0;
  Instant started{};
};

/// What cannot be read stays 0.
ProcessUse processUse();

}  // namespace vejviser::platform
