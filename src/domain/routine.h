// Routine: how long ago a topic was last helped with at a branch. Of branches, never of staff.
#pragma once

#include "src/domain/tally.h"

#include <chrono>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace vejviser {

/// Four whole weeks, so that a task of one weekday has had four chances to come.
/// article: Esbjerg, where weeks pass between two of a kind and routine is lost.
constexpr std::chrono::days kRoutineGap{28};

struct BranchRoutine {
  int topics = 0;  ///< that were helped with at all
  /// Topics and whole days since, those of kRoutineGap or more; the longest ago first.
  std::vector<std::pair<std::string, int>> gaps;
};

/// By branch, from cells of Series::Topic up to `today`; those without a branch are of none.
std::map<std::string, BranchRoutine> routineOf(std::span<const Cell> cells, Day today);

}  // namespace vejviser
