#include "src/domain/hiding.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace vejviser {

namespace {

using Index = std::size_t;

/// Changes of leaves that one can add to a table.
using Move = std::vector<std::pair<Index, std::int64_t>>;

class Hiding {
 public:
  Hiding(const CountTable& table, std::int64_t threshold, std::vector<bool> hidden)
      : m_table(table), m_threshold(threshold), m_hidden(std::move(hidden)) {
    m_hidden.resize(table.counts.size(), false);
    readTotals();
  }

  std::vector<bool> result() {
    const Index cells = m_table.counts.size();
    for (Index cell = 0; cell < cells; ++cell) {
      if (isSmall(cell)) m_hidden[cell] = true;
    }
    for (Index cell = 0; cell < cells; ++cell) {
      if (isSmall(cell) && !(canBeThreshold(cell) && canBeZero(cell))) {
        return std::vector<bool>(cells, true);
      }
    }
    return m_hidden;
  }

 private:
  bool isSmall(Index cell) const {
    return m_table.counts[cell] > 0 && m_table.counts[cell] < m_threshold;
  }

  void readTotals() {
    const Index cells = m_table.counts.size();
    m_under.resize(cells);
    m_above.resize(cells);
    m_direct.resize(cells);
    std::vector<int> definitions(cells, 0);
    for (const auto& total : m_table.totals) ++definitions[total.cell];
    for (Index cell = 0; cell < cells; ++cell) {
      if (definitions[cell] == 0) {
        m_leaves.push_back(cell);
        m_under[cell] = {cell};
      }
    }
    std::vector<std::set<Index>> above(cells);
    for (Index i = 0; i < m_table.totals.size(); ++i) {
      const auto& [cell, parts] = m_table.totals[i];
      m_shared.push_back(definitions[cell] > 1);
      for (const Index part : parts) {
        m_direct[part].push_back(i);
        for (const Index leaf : m_under[part]) {
          m_under[cell].insert(leaf);
          above[leaf].insert(i);
        }
      }
    }
    for (const Index leaf : m_leaves) {
      m_above[leaf].assign(above[leaf].begin(), above[leaf].end());
      m_leafBelow.emplace(m_above[leaf], leaf);
    }
  }

  /// The cells that `move` changes; nothing if a shared margin is among them.
  std::optional<std::set<Index>> changedBy(const Move& move) const {
    std::map<Index, std::int64_t> totals;
    std::set<Index> changed;
    for (const auto& [leaf, n] : move) {
      changed.insert(leaf);
      for (const Index total : m_above[leaf]) totals[total] += n;
    }
    for (const auto& [total, n] : totals) {
      if (n == 0) continue;
      if (m_shared[total]) return std::nullopt;
      changed.insert(m_table.totals[total].cell);
    }
    return changed;
  }

  /// The leaf that completes a rectangle, if there is one.
  std::optional<Index> corner(Index leaf, Index left, Index right) const {
    std::vector<Index> both;
    std::merge(m_above[left].begin(), m_above[left].end(), m_above[right].begin(),
               m_above[right].end(), std::back_inserter(both));
    std::vector<Index> rest;
    std::set_difference(both.begin(), both.end(), m_above[leaf].begin(), m_above[leaf].end(),
                        std::back_inserter(rest));
    const auto found = m_leafBelow.find(rest);
    if (found == m_leafBelow.end()) return std::nullopt;
    return found->second;
  }

  /// Moves that change `leaf` by `n`: alone, against another leaf, around a rectangle.
  std::vector<Move> movesOf(Index leaf, std::int64_t n) const {
    std::vector<Move> moves = {{{leaf, n}}};
    std::vector<Index> near;
    for (const Index other : m_leaves) {
      if (other == leaf) continue;
      moves.push_back({{leaf, n}, {other, -n}});
      std::vector<Index> common;
      std::set_intersection(m_direct[leaf].begin(), m_direct[leaf].end(), m_direct[other].begin(),
                            m_direct[other].end(), std::back_inserter(common));
      if (!common.empty()) near.push_back(other);
    }
    for (Index i = 0; i < near.size(); ++i) {
      for (Index j = i + 1; j < near.size(); ++j) {
        const auto last = corner(leaf, near[i], near[j]);
        if (last && *last != leaf && *last != near[i] && *last != near[j]) {
          moves.push_back({{leaf, n}, {near[i], -n}, {near[j], -n}, {*last, n}});
        }
      }
    }
    return moves;
  }

  /// A move with the fewest cells not hidden yet; `cell` changes by all of `n`.
  struct Choice {
    Move move;
    std::set<Index> changed;
    std::ptrdiff_t cost = 0;
  };
  std::optional<Choice> cheapest(Index cell, Index leaf, std::int64_t n,
                                 const std::map<Index, std::int64_t>& before) const {
    std::optional<Choice> best;
    for (Move& move : movesOf(leaf, n)) {
      const bool possible = std::all_of(move.begin(), move.end(), [&](const auto& change) {
        const auto earlier = before.find(change.first);
        const std::int64_t had = earlier == before.end() ? 0 : earlier->second;
        const bool undoes = change.first != leaf && m_under[cell].contains(change.first);
        return !undoes && m_table.counts[change.first] + had + change.second >= 0;
      });
      if (!possible) continue;
      auto changed = changedBy(move);
      if (!changed) continue;
      const auto cost = std::count_if(changed->begin(), changed->end(),
                                      [&](Index each) { return !m_hidden[each]; });
      if (!best || cost < best->cost) best = Choice{std::move(move), std::move(*changed), cost};
    }
    return best;
  }

  void hideAll(const std::set<Index>& cells) {
    for (const Index cell : cells) m_hidden[cell] = true;
  }

  bool canBeThreshold(Index cell) {
    std::optional<Choice> best;
    for (const Index leaf : m_under[cell]) {
      auto choice = cheapest(cell, leaf, m_threshold - m_table.counts[cell], {});
      if (choice && (!best || choice->cost < best->cost)) best = std::move(choice);
    }
    if (best) hideAll(best->changed);
    return best.has_value();
  }

  bool canBeZero(Index cell) {
    std::map<Index, std::int64_t> sum;
    for (const Index leaf : m_under[cell]) {
      if (m_table.counts[leaf] == 0) continue;
      const auto choice = cheapest(cell, leaf, -m_table.counts[leaf], sum);
      if (!choice) return false;
      for (const auto& [changed, n] : choice->move) sum[changed] += n;
      hideAll(choice->changed);
    }
    return true;
  }

  const CountTable& m_table;
  std::int64_t m_threshold;
  std::vector<bool> m_hidden;
  std::vector<Index> m_leaves;
  std::vector<std::set<Index>> m_under;      ///< by cell: its leaves
  std::vector<std::vector<Index>> m_above;   ///< by leaf: the totals it is in, ascending
  std::vector<std::vector<Index>> m_direct;  ///< by cell: the totals it is a part of, ascending
  std::vector<bool> m_shared;                ///< by total
  std::map<std::vector<Index>, Index> m_leafBelow;
};

}  // namespace

std::vector<bool> hideYear(std::span<const std::vector<bool>> months) {
  std::vector<bool> year;
  for (const auto& month : months) {
    year.resize(std::max(year.size(), month.size()), false);
    for (Index cell = 0; cell < month.size(); ++cell) year[cell] = year[cell] || month[cell];
  }
  return year;
}

std::vector<bool> hide(const CountTable& table, std::int64_t threshold,
                       std::vector<bool> alreadyHidden) {
  return Hiding{table, threshold, std::move(alreadyHidden)}.result();
}

}  // namespace vejviser
