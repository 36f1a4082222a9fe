// Routine: how long ago a topic was last helped with at a branch. Of branches, never of staff.
#pragma once

#include "src/domain/calendar.h"

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

/// How long a topic counts as one of the branch's without being helped with, today included.
constexpr std::chrono::days kRoutineYear{365};

/// The newest day on which a topic was helped with at a branch, by either unit.
struct LastDone {
  std::string branch;
  std::string topic;
  Day day{};

  bool operator==(const LastDone&) const = default;
};

struct BranchRoutine {
  int topics = 0;  ///< that were helped with
  /// Topics and whole days since, those of kRoutineGap or more; the longest ago first.
  std::vector<std::pair<std::string, int>> gaps;
};

/// By branch, of what was helped with in the kRoutineYear up to `today`.
std::map<std::string, BranchRoutine> routineOf(std::span<const LastDone> last, Day today);

}  // namespace vejviser
