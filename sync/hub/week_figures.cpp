#include "sync/hub/week_figures.h"

#include <algorithm>
#include <map>

namespace vejviser::hub {

Result<Figures> figuresIn(ReadTx& tx, const Period& period, const std::string& branch) {
  const WeekParts parts = partsOf(period);
  std::vector<Cell> days;
  for (const Period& part : {parts.before, parts.after}) {
    if (part.from > part.to) continue;
    const auto cells = tx.cells(part, branch);
    if (!cells) return cells.error();
    days.insert(days.end(), cells->begin(), cells->end());
  }
  Figures figures = summarise(days);
  if (parts.weeks.from > parts.weeks.to) return figures;
  const auto lines = tx.weekLines(parts.weeks, branch.empty() ? kAllBranches : branch);
  if (!lines) return lines.error();
  for (const auto& [line, n] : *lines) addLine(figures, line, n);
  return figures;
}

Result<std::int64_t> wrongWeeks(ReadTx& tx, std::span<const Cell> cells) {
  const auto kept = tx.allWeekSums();
  if (!kept) return kept.error();
  std::map<WeekKey, std::int64_t> differences;
  for (const WeekSum& sum : weekSums(cells)) differences[sum.key] += sum.n;
  for (const WeekSum& sum : *kept) differences[sum.key] -= sum.n;
  return std::count_if(differences.begin(), differences.end(),
                       [](const auto& difference) { return difference.second != 0; });
}

}  // namespace vejviser::hub
