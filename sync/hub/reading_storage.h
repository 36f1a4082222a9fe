// The part of the seam to the database that those who read figures need: the cube page by page, the
// sums of its weeks, and the tokens they read with.
#pragma once

#include "platform/crypto.h"
#include "src/base/result.h"
#include "src/base/time.h"
#include "src/domain/routine.h"
#include "src/domain/week_sums.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace vejviser::hub {

/// Which cells are asked for.
struct CellFilter {
  Period period;
  std::string branch;          ///< empty: all
  std::optional<Unit> unit;    ///< nothing: both
  std::vector<Series> series;  ///< empty: all
  CellKey after;               ///< only those whose keys are greater; never before the period
  int limit = 1;
};

/// A token of somebody who may read figures, e.g. the municipality's business intelligence.
struct ApiToken {
  platform::Digest token{};
  std::string name;
  Instant created{};
  std::optional<Instant> expires{};
  std::optional<Instant> lastUsed{};  ///< to the hour
};

class ReadingReads {
 public:
  virtual ~ReadingReads() = default;
  /// By key ascending; without those of 0 and those beyond kMostInACell.
  virtual Result<std::vector<Cell>> cellPage(const CellFilter& filter) = 0;
  /// Of each branch and topic that were helped with in `days`, by branch and topic; helps without a
  /// branch are of none. `branch` empty: all.
  virtual Result<std::vector<LastDone>> lastDone(const Period& days, const std::string& branch) = 0;
  /// What the weeks that begin in `mondays` add to the figures, a line once, or once for each week.
  virtual Result<std::vector<std::pair<Line, std::int64_t>>> weekLines(
      const Period& mondays, const std::string& scope) = 0;
  virtual Result<std::vector<WeekSum>> allWeekSums() = 0;
  virtual Result<std::optional<ApiToken>> apiToken(const platform::Digest& token) = 0;
  /// By name.
  virtual Result<std::vector<ApiToken>> apiTokens() = 0;
};

class ReadingWrites {
 public:
  virtual ~ReadingWrites() = default;
  /// Sums that come to 0 are deleted: no tablet pulls them.
  virtual Status addToWeeks(std::span<const WeekSum> changes) = 0;
  /// Error Refused when there is a token of that name.
  virtual Status addApiToken(const ApiToken& token) = 0;
  /// Error Invalid when there is none of that name.
  virtual Status removeApiToken(const std::string& name) = 0;
  virtual Status noteApiTokenUsed(const platform::Digest& token, Instant at) = 0;
};

}  // namespace vejviser::hub
