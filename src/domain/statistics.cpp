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
  if (key.series == Series::Hour) {
    figures.helpsByHour[{{weekday(key.day), hourOf(key)}, key.unit}] += cell.n;
    return;
  }
  addItem(figures, key.series, key.unit, key.item, cell.n);
  if (key.series != Series::Topic) return;
  figures.helpsByDay[{key.day, key.unit}] += cell.n;
  figures.helpsByBranch[{key.branch, key.unit}] += cell.n;
}

}  // namespace

std::string toString(const WeekdayHour& at) {
  const auto& [weekday, hour] = at;
  return std::to_string(weekday) + (hour < 10 ? ":0" : ":") + std::to_string(hour);
}

void addItem(Figures& figures, Series series, Unit unit, const std::string& item, std::int64_t n) {
  switch (series) {
    case Series::Topic:
      figures.helps += n;
      figures.helpsByTopic[{item, unit}] += n;
      return;
    case Series::People:
      figures.people += n;
      return;
    case Series::Referral:
      figures.referrals += n;
      figures.referralsTo[{unit, item}] += n;
      return;
    default:
      figures.others[{series, unit, item}] += n;
      return;
  }
}

Figures summarise(std::span<const Cell> cells) {
  Figures figures;
  for (const Cell& cell : cells) {
    if (cell.n != 0 && isPossible(cell.n)) addCell(figures, cell);
  }
  return figures;
}

}  // namespace vejviser
