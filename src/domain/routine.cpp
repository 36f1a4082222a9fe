#include "src/domain/routine.h"

#include <algorithm>

namespace vejviser {

std::map<std::string, BranchRoutine> routineOf(std::span<const Cell> cells, Day today) {
  std::map<std::pair<std::string, std::string>, Day> last;
  for (const auto& [key, n] : cells) {
    if (key.series != Series::Topic || n <= 0 || key.day > today || key.branch.empty()) continue;
    Day& day = last.try_emplace({key.branch, key.item}, key.day).first->second;
    day = std::max(day, key.day);
  }
  std::map<std::string, BranchRoutine> branches;
  for (const auto& [where, day] : last) {
    BranchRoutine& branch = branches[where.first];
    ++branch.topics;
    if (today - day >= kRoutineGap) {
      branch.gaps.emplace_back(where.second, static_cast<int>((today - day).count()));
    }
  }
  for (auto& [code, branch] : branches) {
    std::stable_sort(branch.gaps.begin(), branch.gaps.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
  }
  return branches;
}

}  // namespace vejviser
