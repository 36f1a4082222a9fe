// The part of the seam to the database (storage.h) that is about what somebody's own words stand
// in, and how long they may stand there.
#pragma once

#include "src/base/result.h"
#include "sync/hub/records.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace vejviser::hub {

class RetentionReads {
 public:
  virtual ~RetentionReads() = default;

  /// Entries in which somebody's own words may stand, in order of arrival, those after the place
  /// `after`: those with a text that has not expired (retention.h), and what was not understood.
  virtual Result<std::vector<KeptEntry>> entriesWithText(std::int64_t after, int most) = 0;
  /// What was set, in days by kind.
  virtual Result<std::map<std::string, int>> retention() = 0;
};

class RetentionWrites {
 public:
  virtual ~RetentionWrites() = default;

  /// No days: nothing is set any more.
  virtual Status setRetention(const std::string& kind, std::optional<int> days) = 0;
};

}  // namespace vejviser::hub
