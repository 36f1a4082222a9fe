#include "src/domain/small_cells.h"

#include <algorithm>

namespace vejviser {

namespace {

class Withholding {
 public:
  Withholding(const CountGroup& group, std::int64_t threshold)
      : m_group(group), m_threshold(threshold) {
    for (const auto& cell : group.cells) {
      m_withheld.push_back(isSmall(cell.n) || cell.mustBeWithheld || cell.wasWithheld);
    }
  }

  std::optional<std::vector<bool>> result() {
    while (!isSafe()) {
      const auto next = nextBest();
      if (next) {
        m_withheld[*next] = true;
      } else if (count() < m_withheld.size()) {
        m_withheld.assign(m_withheld.size(), true);
      } else {
        return std::nullopt;
      }
    }
    return m_withheld;
  }

 private:
  bool isSmall(std::int64_t n) const { return n > 0 && n < m_threshold; }
  std::size_t count() const {
    return static_cast<std::size_t>(std::count(m_withheld.begin(), m_withheld.end(), true));
  }

  bool isSafe() const { return standsAlone() && standsBesideBefore(); }

  /// The total less what is shown.
  std::int64_t withheldSum() const {
    std::int64_t sum = m_group.total;
    for (std::size_t i = 0; i < m_withheld.size(); ++i) {
      if (!m_withheld[i]) sum -= m_group.cells[i].n;
    }
    return sum;
  }

  /// Who sees that single cells are withheld knows that none of them is 0.
  std::int64_t atLeast(std::size_t cells) const {
    return count() == m_withheld.size() ? 0 : static_cast<std::int64_t>(cells);
  }

  bool standsAlone() const {
    std::int64_t rest = m_group.total;
    for (const auto& cell : m_group.cells) rest -= cell.n;
    const bool restIsSmall = m_group.hasRest && isSmall(rest);
    const std::size_t cells = count();
    if (cells == 0) return !restIsSmall;
    if (cells == 1 && !m_group.hasRest) return false;
    return withheldSum() - atLeast(restIsSmall ? cells : cells - 1) >= m_threshold;
  }

  bool standsBesideBefore() const {
    if (!m_group.totalBefore) return true;
    std::int64_t grown = withheldSum() - *m_group.totalBefore;
    std::size_t others = 0;
    std::size_t fresh = 0;
    for (std::size_t i = 0; i < m_withheld.size(); ++i) {
      const auto& cell = m_group.cells[i];
      if (!cell.wasWithheld && !m_withheld[i]) grown += cell.before;
      if (cell.wasWithheld || !m_withheld[i]) continue;
      ++others;
      if (cell.before == 0) ++fresh;
    }
    if (others == 0) return true;
    return grown - atLeast(fresh == others ? fresh - 1 : fresh) >= m_threshold;
  }

  /// The cell that costs least: the smallest, or the one that grew most where it is growth that is
  /// missing.
  std::optional<std::size_t> nextBest() const {
    const bool needsGrowth = standsAlone();
    std::optional<std::size_t> best;
    const auto growth = [this](std::size_t i) {
      return m_group.cells[i].n - m_group.cells[i].before;
    };
    for (std::size_t i = 0; i < m_withheld.size(); ++i) {
      const std::int64_t n = m_group.cells[i].n;
      if (m_withheld[i] || n == 0 || (needsGrowth && growth(i) <= 0)) continue;
      const bool better =
          !best || (needsGrowth ? growth(i) > growth(*best) : n < m_group.cells[*best].n);
      if (better) best = i;
    }
    return best;
  }

  const CountGroup& m_group;
  std::int64_t m_threshold;
  std::vector<bool> m_withheld;
};

}  // namespace

std::optional<std::vector<bool>> withhold(const CountGroup& group, std::int64_t threshold) {
  return Withholding{group, threshold}.result();
}

}  // namespace vejviser
