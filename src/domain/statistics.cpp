#include "src/domain/statistics.h"

#include <charconv>

namespace vejviser {

namespace {

int hourOf(const CellKey& key) {
  int hour = 0;
  std::from_chars(key.item.data(), key.item.data() + key.item.size(), hour);
  return hour;
}

void addCell(Figures& figures, const Cell& cell) {
  const CellKey& key = cell.key;
  switch (key.series) {
    case Series::Topic:
      figures.helps += cell.n;
      figures.helpsByTopic[{key.item, key.unit}] += cell.n;
      figures.helpsByDay[{key.day, key.unit}] += cell.n;
      figures.helpsByBranch[{key.branch, key.unit}] += cell.n;
      return;
    case Series::Hour:
      figures.helpsByHour[{{weekday(key.day), hourOf(key)}, key.unit}] += cell.n;
      return;
    case Series::People:
      figures.people += cell.n;
      return;
    case Series::Referral:
      figures.referrals += cell.n;
      figures.referralsTo[{key.unit, key.item}] += cell.n;
      return;
    default:
      figures.others[{key.series, key.unit, key.item}] += cell.n;
      return;
  }
}

}  // namespace

Figures summarise(std::span<const Cell> cells) {
  Figures figures;
  for (const Cell& cell : cells) {
    const bool possible = cell.n >= -kMostInACell && cell.n <= kMostInACell;
    if (cell.n != 0 && possible) addCell(figures, cell);
  }
  return figures;
}

}  // namespace vejviser
