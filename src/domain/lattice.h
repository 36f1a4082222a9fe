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

/// Begins the item of a line that stands for all cells of a group when they are withheld together.
inline const std::string kAllWithheld{kPool, '*'};

struct Group;

struct Node {
  Line line;
  std::int64_t n = 0;
  std::vector<Group> parts{};
  bool tells = false;  ///< to name it would tell that it is not 0
};

/// Numbers that add up to another one.
struct Group {
  Line all;  ///< stands for all cells when they are withheld together: kAllWithheld and a name
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
  std::set<std::string> items(Table table) const;
  /// The cells of these items, the same in every month.
  Group group(Table table, const std::string& name, const std::set<std::string>& known) const;
  /// Adds the cell of an item, unless it is one of those that are in every month.
  void addTelling(Group& group, const std::string& item) const;
  /// All cells of a table: those of `known` and what else there is.
  Group divided(Series series, const std::set<std::string>& known, bool hasRest) const;
  Group divided(Table table, const std::set<std::string>& known, bool hasRest) const;
  Group classes() const;
  Group weekdays() const;
  Group outcomes() const;
  Group bands() const;

  std::chrono::year_month m_month;
  const Counts& m_counts;
  const Catalogue& m_catalogue;
  Unit m_unit;
};

/// The group that the unit's line is in, if it is one of those that have cells that tell.
Line groupOf(const Line& line, Unit unit, const Catalogue& catalogue);

}  // namespace vejviser::lattice
