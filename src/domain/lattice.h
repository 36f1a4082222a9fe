// The lattice of what is published: numbers of one unit in one month, and the ways in which each is
// divided (publication.h says which).
#pragma once

#include "src/domain/catalogue.h"
#include "src/domain/week_sums.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace vejviser::lattice {

using Counts = std::map<Line, std::int64_t>;

struct Group;

struct Node {
  Line line;
  std::int64_t n = 0;
  std::vector<Group> parts{};
  bool tells = false;  ///< to name it would tell that it is not 0
};

/// Numbers that add up to another one.
struct Group {
  Line all;  ///< stands for all cells when they are withheld together
  std::vector<Node> cells{};
  bool hasRest = false;        ///< up to a part that is in no cell
  std::optional<Line> pool{};  ///< where the sum of the withheld goes
};

class Lattice {
 public:
  Lattice(std::chrono::year_month month, const Counts& counts, const Catalogue& catalogue,
          Unit unit)
      : m_month(month), m_counts(counts), m_catalogue(catalogue), m_unit(unit) {}

  Node helps() const;
  Node referrals() const;
  /// The referrals with a reply, by the time to it.
  Node replies() const;

  std::int64_t total(Series series) const;
  Line line(Series series) const;

 private:
  Node leaf(Table table, const std::string& item) const;
  Node sum(const std::string& item, Table of) const;
  std::set<std::string> items(Table table, Unit unit) const;
  /// The cells of these items, the same in every month.
  Group group(Table table, const std::string& name, const std::set<std::string>& known) const;
  /// The cells of a table that are the unit's, the other unit's, or in any case named.
  Group divided(Series series, std::set<std::string> known, bool hasRest) const;
  Group divided(Table table, std::set<std::string> known, bool hasRest) const;
  Group classes() const;
  Group weekdays() const;
  Group outcomes() const;
  Group bands() const;

  std::chrono::year_month m_month;
  const Counts& m_counts;
  const Catalogue& m_catalogue;
  Unit m_unit;
};

}  // namespace vejviser::lattice
