// Tablets as those who look after them see them: which are in use, and what went wrong with them.
#pragma once

#include "sync/hub/storage.h"

#include <string>
#include <string_view>
#include <vector>

namespace vejviser::hub {

struct TabletReport {
  Device device;
  /// Entries under numbers that were taken: two databases use one number series, because the tablet
  /// was copied or rolled back.
  std::int64_t forks = 0;
  /// Records that never arrived: numbers left out for so long that they are not just on their way.
  std::int64_t missing = 0;
};

/// "in use", "blocked", for logs and the command line.
std::string_view word(DeviceState state);

/// All tablets, by name.
Result<std::vector<TabletReport>> tabletReports(ReadTx& tx, Instant now);

}  // namespace vejviser::hub
