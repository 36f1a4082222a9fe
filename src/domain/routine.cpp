#include "src/domain/routine.h"

#include <algorithm>

namespace vejviser {

std::map<std::string, BranchRoutine> routineOf(std::span<const LastDone> last, Day today) {
  std::map<std::string, BranchRoutine> branches;
  for (const auto& [code, topic, day] : last) {
    const auto since = today - day;
    if (since < std::chrono::days{0} || since >= kRoutineYear) continue;
    BranchRoutine& branch = branches[code];
    ++branch.topics;
    if (since >= kRoutineGap) branch.gaps.emplace_back(topic, static_cast<int>(since.count()));
  }
  for (auto& [code, branch] : branches) {
    std::stable_sort(branch.gaps.begin(), branch.gaps.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
  }
  return branches;
}

}  // namespace vejviser
