// Who reads all published versions of a month and solves for what is withheld from them.
#pragma once

#include "src/domain/measures.h"
#include "src/domain/publication.h"

#include <QTest>
#include <glpk.h>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace vejviser::test {

using Counts = std::map<Line, std::int64_t>;

/// Lines that add up to another, all of them or up to a rest. As sync/PROTOCOL.md tells it.
struct Sum {
  Line all;
  std::vector<Line> parts;
  Line marker;  ///< is withheld when all parts are
  bool hasRest = false;

  Line rest() const { return {marker.table, marker.unit, "rest of " + marker.item}; }
};

constexpr Table of(Series series) {
  return static_cast<Table>(series);
}

/// The line that `line` is a part of, and the name of the table's marker for that; a table of none
/// gives itself.
inline std::pair<Line, std::string> wholeOf(const Line& line, const Catalogue& catalogue) {
  const auto& [table, unit, item] = line;
  const auto in = [&](Table whole, const std::string& its) {
    return std::pair{Line{whole, unit, its}, its};
  };
  switch (table) {
    case of(Series::Topic):
      return in(kByClass, std::string{iso2789Class(catalogue.find(item))});
    case kByDay:
      return in(kByWeekday, std::to_string(weekday(*parseDay(item))));
    case kByHour:
      return in(kByWeekday, item.substr(0, 1));
    case of(Series::Timed):
      return in(of(Series::Band), item);
    case of(Series::Reception):
      return in(of(Series::Referral), item.substr(0, item.find(':')));
    case of(Series::Refusal):
      return {{of(Series::Outcome), unit, "turned_away"}, ""};
    case of(Series::Act):
      return {{kByClass, unit, "authority"}, ""};
    case of(Series::Referral):
      return {{kByUnit, unit, "referrals"}, ""};
    case of(Series::Accepting):
      return {{kByUnit, unit, "replies"}, ""};
    case kByUnit:
      return {line, ""};
    default:
      return {{kByUnit, unit, "helps"}, ""};
  }
}

inline bool isDivided(Table table) {
  const std::set<Table> apart = {of(Series::People), of(Series::Question)};
  return table >= kByDay || (table < of(Series::Question) && !apart.contains(table));
}

inline bool hasRest(Table table) {
  const std::set<Table> tables = {of(Series::Role),    of(Series::Room),     of(Series::Language),
                                  of(Series::Band),    of(Series::Followup), of(Series::Timed),
                                  of(Series::Refusal), of(Series::Act),      of(Series::Reception)};
  return tables.contains(table);
}

/// How the lines of a unit add up; replies twice: by what came of them, and by how long it took.
inline std::vector<Sum> sumsOf(const std::set<Line>& lines, Unit unit, const Catalogue& catalogue) {
  std::map<std::pair<Line, Line>, std::vector<Line>> parts;
  Sum replies{{kByUnit, unit, "replies"}, {}, {kByUnit, unit, ""}, false};
  std::set<Line> ofUnit;
  for (const Line& line : lines) ofUnit.insert({line.table, unit, line.item});
  for (const Line& line : ofUnit) {
    if (!isDivided(line.table) || line.table == kByUnit || line.item.starts_with(kPool)) continue;
    const auto [all, name] = wholeOf(line, catalogue);
    parts[{all, {line.table, unit, std::string{kPool, '*'} + name}}].push_back(line);
    if (line.table == of(Series::Reception)) replies.parts.push_back(line);
  }
  std::vector<Sum> sums;
  for (auto& [key, its] : parts) {
    sums.push_back({key.first, std::move(its), key.second, hasRest(key.second.table)});
  }
  sums.push_back(std::move(replies));
  return sums;
}

class Attacker {
 public:
  /// `grows`: he knows that counts have only grown from version to version.
  Attacker(std::span<const PublishedMonth> versions, const std::vector<Sum>& sums, Unit unit,
           std::int64_t threshold, bool grows);

  struct Range {
    double least = 0;
    double most = 0;
  };
  Range rangeOf(std::size_t version, const Line& line) const;

 private:
  struct Bounds {
    double least = 0;
    bool isExact = false;
  };
  Bounds boundsOf(std::size_t version, const Line& line, const Sum& sum) const;
  void addRoots(std::size_t version, Unit unit, std::int64_t threshold);
  void addColumn(std::size_t version, const Line& line, int kind, double least, double most);
  void addRow(int kind, const std::map<int, double>& factors);
  double bound(int column, int direction) const;

  std::span<const PublishedMonth> m_versions;
  bool m_grows;
  std::unique_ptr<glp_prob, decltype(&glp_delete_prob)> m_problem;
  std::map<std::pair<std::size_t, Line>, int> m_columns;
};

}  // namespace vejviser::test
