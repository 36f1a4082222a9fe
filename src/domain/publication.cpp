#include "src/domain/publication.h"

#include "src/domain/lattice.h"
#include "src/domain/small_cells.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace vejviser {

namespace {

using lattice::Counts;
using lattice::Group;
using lattice::Lattice;
using lattice::Node;

struct Shown {
  std::map<Line, std::int64_t> shown;
  std::set<Line> withheld;

  void add(const Shown& other) {
    shown.insert(other.shown.begin(), other.shown.end());
    withheld.insert(other.withheld.begin(), other.withheld.end());
  }
  void withhold(const Node& node) {
    withheld.insert(node.line);
    for (const Group& group : node.parts) withhold(group);
  }
  void withhold(const Group& group) {
    withheld.insert(group.all);
    for (const Node& cell : group.cells) {
      if (!cell.tells) withhold(cell);
    }
  }
};

/// Decides what of a lattice is shown, beside what was shown before.
class Deciding {
 public:
  Deciding(std::int64_t threshold, const PublishedMonth* before)
      : m_threshold(threshold), m_before(before) {}

  /// A number that is part of nothing else that is published. Nothing: it must wait, also when it
  /// changed by few: all that is said of these few would be in what the versions differ by.
  std::optional<Shown> root(const Node& node) const {
    Shown shown;
    if (isSmall(node.n)) {
      shown.withhold(node);
      return shown;
    }
    const bool known = m_before != nullptr && !wasWithheld(node.line);
    if (known && isSmall(std::abs(node.n - before(node.line)))) return std::nullopt;
    return whole(node);
  }

  bool isSmall(std::int64_t n) const { return n > 0 && n < m_threshold; }

 private:
  bool wasWithheld(const Line& line) const {
    return m_before != nullptr && m_before->withheld.contains(line);
  }
  std::int64_t before(const Line& line) const {
    if (m_before == nullptr) return 0;
    const auto it = m_before->shown.find(line);
    return it == m_before->shown.end() ? 0 : it->second;
  }

  /// A number that is shown, with its parts.
  std::optional<Shown> whole(const Node& node) const {
    Shown shown;
    if (node.n != 0) shown.shown[node.line] = node.n;
    for (const Group& group : node.parts) {
      const auto parts = divided(node, group);
      if (!parts) return std::nullopt;
      shown.add(*parts);
    }
    return shown;
  }

  CountGroup counts(const Node& node, const Group& group, const std::set<Line>& must) const {
    CountGroup counts{{}, node.n, group.hasRest, std::nullopt};
    const bool known = m_before != nullptr && !wasWithheld(node.line);
    if (known) counts.totalBefore = before(node.line);
    for (const Node& cell : group.cells) {
      const bool was = known && (wasWithheld(cell.line) || wasWithheld(group.all));
      counts.cells.push_back(
          {cell.n, must.contains(cell.line), was, known && !was ? before(cell.line) : 0});
    }
    return counts;
  }

  std::optional<Shown> divided(const Node& node, const Group& group) const {
    for (std::set<Line> must;;) {
      const auto withheld = vejviser::withhold(counts(node, group, must), m_threshold);
      if (!withheld) return std::nullopt;
      const std::size_t had = must.size();
      Shown shown = partsOf(group, *withheld, must);
      if (must.size() == had) return shown;
    }
  }

  /// Adds to `must` the cells whose own parts could not be shown safely.
  Shown partsOf(const Group& group, const std::vector<bool>& withheld, std::set<Line>& must) const {
    Shown shown;
    std::int64_t pool = 0;
    const bool all = std::find(withheld.begin(), withheld.end(), false) == withheld.end();
    if (all && !withheld.empty()) shown.withhold(group);
    for (std::size_t i = 0; i < group.cells.size(); ++i) {
      const Node& cell = group.cells[i];
      if (withheld[i]) {
        if (!all) shown.withhold(cell);
        pool += cell.n;
      } else if (const auto parts = whole(cell)) {
        shown.add(*parts);
      } else {
        must.insert(cell.line);
      }
    }
    if (group.pool && pool != 0) shown.shown[*group.pool] = pool;
    return shown;
  }

  std::int64_t m_threshold;
  const PublishedMonth* m_before;
};

/// Numbers that are divided by nothing. How many questions wait for an answer changes long after
/// the month, and they are few: that is never shown.
void addTotals(const Lattice& lattice, const Deciding& deciding, bool nothing, Shown& shown) {
  for (const Series series : {Series::Wanted, Series::Answered, Series::Open}) {
    shown.withheld.insert(lattice.line(series));
  }
  for (const Series series : {Series::People, Series::Question}) {
    const std::int64_t n = lattice.total(series);
    if (nothing || deciding.isSmall(n)) {
      shown.withheld.insert(lattice.line(series));
    } else if (n != 0) {
      shown.shown[lattice.line(series)] = n;
    }
  }
}

/// What of a unit's helps is shown; nothing when it must wait.
std::optional<Shown> helpsOf(const Lattice& lattice, const Deciding& deciding) {
  const Node helps = lattice.helps();
  auto shown = deciding.root(helps);
  if (shown) addTotals(lattice, deciding, deciding.isSmall(helps.n), *shown);
  return shown;
}

bool isOfReferrals(const Line& line) {
  return line.table == static_cast<Table>(Series::Referral) ||
         line.table == static_cast<Table>(Series::Reception) ||
         line.table == static_cast<Table>(Series::Accepting) ||
         (line.table == kByUnit && line.item != "helps");
}

/// What of its referrals is shown; nothing when it must wait.
std::optional<Shown> referralsOf(const Lattice& lattice, const Deciding& deciding) {
  auto shown = deciding.root(lattice.referrals());
  if (!shown) return std::nullopt;
  const Node replies = lattice.replies();
  const bool reckoned = std::none_of(
      shown->withheld.begin(), shown->withheld.end(),
      [](const Line& line) { return line.table == static_cast<Table>(Series::Reception); });
  if (reckoned) {
    const auto waits = deciding.root(replies);
    if (!waits) return std::nullopt;
    shown->add(*waits);
  } else {
    shown->withhold(replies);
  }
  return shown;
}

constexpr Series kOpen[] = {Series::Event,  Series::Attendance,   Series::Audience,
                            Series::Credit, Series::StaffMinutes, Series::Quiet};

bool isOpen(const Line& line) {
  return std::any_of(std::begin(kOpen), std::end(kOpen),
                     [&](Series series) { return line.table == static_cast<Table>(series); });
}

/// What stands of a unit's helps or its referrals while the new ones wait.
Shown standing(const PublishedMonth& before, Unit unit, bool ofReferrals) {
  const auto isOther = [&](const Line& line) {
    return line.unit != unit || isOpen(line) || isOfReferrals(line) != ofReferrals;
  };
  Shown stands{before.shown, before.withheld};
  std::erase_if(stands.shown, [&](const auto& each) { return isOther(each.first); });
  std::erase_if(stands.withheld, isOther);
  return stands;
}

void addOpen(const Counts& counts, Shown& shown) {
  for (const Series series : kOpen) {
    const auto table = static_cast<Table>(series);
    for (auto it = counts.lower_bound({table, Unit{}, ""});
         it != counts.end() && it->first.table == table; ++it) {
      shown.shown.insert(*it);
    }
  }
}

/// What is told of anywhere is named also where a whole table is withheld: the sum of both units,
/// or of several months, says then that it is withheld.
void nameWhatIsTold(const Catalogue& catalogue, const std::set<Line>& told,
                    std::set<Line>& withheld) {
  for (const auto& [table, itsUnit, item] : told) {
    if (item.starts_with(kPool)) continue;
    for (const Unit unit : kAllUnits) {
      const Line line{table, unit, item};
      if (withheld.contains(lattice::groupOf(line, unit, catalogue))) withheld.insert(line);
    }
  }
}

void addTold(const std::map<Line, std::int64_t>& shown, const std::set<Line>& withheld,
             std::set<Line>& told) {
  for (const auto& [line, n] : shown) told.insert(line);
  told.insert(withheld.begin(), withheld.end());
}

Counts countsOf(std::span<const Cell> cells) {
  Counts counts;
  for (const auto& [key, n] : cells) {
    if (!isPossible(n)) continue;
    for (const Line& line : linesOf(key)) counts[line] += n;
  }
  std::erase_if(counts, [](const auto& count) { return count.second == 0; });
  return counts;
}

}  // namespace

Period daysOf(std::chrono::year_month month) {
  return {Day{month / 1}, Day{month / std::chrono::last}};
}

Publication publish(std::chrono::year_month month, std::span<const Cell> cells,
                    const Catalogue& catalogue, std::int64_t threshold,
                    const PublishedMonth* before, Day made) {
  const Counts counts = countsOf(cells);
  if (before != nullptr) threshold = before->threshold;
  const Deciding deciding{threshold, before};
  Shown shown;
  bool waits = false;
  for (const Unit unit : kAllUnits) {
    const Lattice lattice{month, counts, catalogue, unit};
    for (const bool ofReferrals : {false, true}) {
      const auto its = ofReferrals ? referralsOf(lattice, deciding) : helpsOf(lattice, deciding);
      if (!its && before == nullptr) return {std::nullopt, true};
      if (!its) waits = true;
      shown.add(its ? *its : standing(*before, unit, ofReferrals));
    }
  }
  std::set<Line> told;
  addTold(shown.shown, shown.withheld, told);
  nameWhatIsTold(catalogue, told, shown.withheld);
  addOpen(counts, shown);
  PublishedMonth next{month,
                      before == nullptr ? 1 : before->version + 1,
                      made,
                      threshold,
                      std::move(shown.shown),
                      std::move(shown.withheld)};
  const bool same =
      before != nullptr && before->shown == next.shown && before->withheld == next.withheld;
  const bool nothing = before == nullptr && counts.empty();
  if (same || nothing) return {std::nullopt, waits};
  return {std::move(next), waits};
}

namespace {

const std::string kPoolItem(1, kPool);
constexpr auto kTopics = static_cast<Table>(Series::Topic);

void addOfBranch(PublishedFigures& published, const PublishedMonth& month,
                 const std::string& branch) {
  for (const auto& [line, n] : month.shown) {
    if (line.table != kByBranch) {
      published.withheld.insert(line);
    } else if (line.item == branch) {
      addLine(published.figures, line, n);
      addLine(published.figures, {kTopics, line.unit, kPoolItem}, n);
    }
  }
  for (const Line& line : month.withheld) {
    if (line.table != kByBranch) published.withheld.insert(line);
    const bool its = line.item == branch || line.item == lattice::kAllWithheld;
    if (line.table != kByBranch || !its) continue;
    published.withheld.insert({kByBranch, line.unit, branch});
    published.withheld.insert({kByUnit, line.unit, "helps"});
  }
}

}  // namespace

PublishedFigures figuresOf(std::span<const PublishedMonth> months, const Catalogue& catalogue,
                           const std::string& branch) {
  PublishedFigures published;
  std::set<Line> told;
  for (const PublishedMonth& month : months) {
    if (!branch.empty()) {
      addOfBranch(published, month, branch);
      continue;
    }
    for (const auto& [line, n] : month.shown) addLine(published.figures, line, n);
    published.withheld.insert(month.withheld.begin(), month.withheld.end());
    addTold(month.shown, month.withheld, told);
  }
  nameWhatIsTold(catalogue, told, published.withheld);
  return published;
}

namespace {

class Rows {
 public:
  Rows(const Figures& figures, const std::set<Line>& withheld) : m_figures(figures) {
    tables();
    for (const Line& line : withheld) {
      if (line.table < kByUnit && !line.item.starts_with(kPool)) m_rows[line] = std::nullopt;
    }
    const auto isWithheld = [&withheld](Table table, const std::string& item) {
      return std::any_of(std::begin(kAllUnits), std::end(kAllUnits), [&](Unit unit) {
        return withheld.contains({table, unit, item});
      });
    };
    const auto total = [&](const char* item, std::int64_t n, bool hidden) {
      m_rows[{kByUnit, Unit::Library, item}] = hidden ? std::nullopt : std::optional{n};
    };
    total("helps", figures.helps, isWithheld(kByUnit, "helps"));
    total("referrals", figures.referrals, isWithheld(kByUnit, "referrals"));
    total("people", figures.people, isWithheld(static_cast<Table>(Series::People), ""));
  }

  std::map<Line, std::optional<std::int64_t>> result() { return std::move(m_rows); }

 private:
  void add(Table table, Unit unit, const std::string& item, std::int64_t n) {
    if (!item.starts_with(kPool)) m_rows[{table, unit, item}] = n;
  }
  void tables() {
    for (const auto& [key, n] : m_figures.helpsByTopic) add(kTopics, key.second, key.first, n);
    for (const auto& [key, n] : m_figures.helpsByDay) {
      add(kByDay, key.second, toString(key.first), n);
    }
    for (const auto& [key, n] : m_figures.helpsByBranch) add(kByBranch, key.second, key.first, n);
    for (const auto& [key, n] : m_figures.helpsByHour) {
      add(kByHour, key.second, toString(key.first), n);
    }
    for (const auto& [key, n] : m_figures.referralsTo) {
      add(static_cast<Table>(Series::Referral), key.first, key.second, n);
    }
    for (const auto& [key, n] : m_figures.others) {
      const auto& [series, unit, item] = key;
      add(static_cast<Table>(series), unit, item, n);
    }
  }

  const Figures& m_figures;
  std::map<Line, std::optional<std::int64_t>> m_rows;
};

}  // namespace

std::map<Line, std::optional<std::int64_t>> rowsOf(const Figures& figures,
                                                   const std::set<Line>& withheld) {
  return Rows{figures, withheld}.result();
}

}  // namespace vejviser
