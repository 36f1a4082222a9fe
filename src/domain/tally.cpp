#include "src/domain/tally.h"

#include <array>

namespace vejviser {

namespace {

constexpr Series kAllSeries[] = {Series::Topic, Series::Hour, Series::People, Series::Referral};

std::string hourItem(int hour) {
  return {static_cast<char>('0' + hour / 10), static_cast<char>('0' + hour % 10)};
}

}  // namespace

std::string_view code(Series series) {
  switch (series) {
    case Series::Topic:
      return "topic";
    case Series::Hour:
      return "hour";
    case Series::People:
      return "people";
    case Series::Referral:
      return "referral";
  }
  return {};
}

std::optional<Series> seriesFromCode(std::string_view text) {
  for (Series series : kAllSeries) {
    if (code(series) == text) return series;
  }
  return std::nullopt;
}

std::string toString(const CellKey& key) {
  std::string text{code(key.series)};
  text.append("/").append(toString(key.day)).append("/").append(key.branch);
  text.append("/").append(code(key.unit)).append("/").append(key.item);
  return text;
}

std::optional<CellKey> parseCellKey(std::string_view text) {
  std::array<std::string_view, 5> parts;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const std::size_t slash = i + 1 < parts.size() ? text.find('/') : text.size();
    if (slash == std::string_view::npos) return std::nullopt;
    parts[i] = text.substr(0, slash);
    text.remove_prefix(std::min(slash + 1, text.size()));
  }
  const auto series = seriesFromCode(parts[0]);
  const auto day = parseDay(parts[1]);
  const auto unit = unitFromCode(parts[3]);
  if (!series || !day || !unit) return std::nullopt;
  if (parts[4].find('/') != std::string_view::npos) return std::nullopt;
  return CellKey{*day, *series, std::string{parts[2]}, *unit, std::string{parts[4]}};
}

std::vector<Cell> tally(const Standing& standing) {
  const Fields& fields = standing.fields;
  if (fields.doubt != Doubt::None) return {};
  const LocalTime local = toLocal(standing.at);
  const auto key = [&](Series series, std::string item) {
    return CellKey{local.day, series, fields.branch, fields.unit, std::move(item)};
  };
  if (standing.kind == EntryKind::Referral) return {{key(Series::Referral, fields.to), 1}};
  return {{key(Series::Topic, fields.topic), 1},
          {key(Series::Hour, hourItem(local.hour)), 1},
          {key(Series::People, ""), fields.people}};
}

void CellChanges::replace(const std::optional<Standing>& before,
                          const std::optional<Standing>& after) {
  if (before) add(*before, -1);
  if (after) add(*after, +1);
}

void CellChanges::add(const Standing& standing, std::int64_t sign) {
  for (const Cell& cell : tally(standing)) m_changes[cell.key] += sign * cell.n;
}

std::vector<Cell> CellChanges::nonZero() const {
  std::vector<Cell> cells;
  for (const auto& [key, n] : m_changes) {
    if (n != 0) cells.push_back({key, n});
  }
  return cells;
}

}  // namespace vejviser
