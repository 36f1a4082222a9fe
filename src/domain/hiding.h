// Small cells: which cells of a table are withheld so that no count from 1 to below a threshold can
// be read, or computed to within the threshold from what is shown.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace vejviser {

/// Counts and how they add up; cells are named by their index. None is negative.
struct CountTable {
  /// One cell is the sum of others.
  struct Total {
    std::size_t cell = 0;
    std::vector<std::size_t> parts;
  };

  std::vector<std::int64_t> counts;
  /// Parts that are totals stand earlier. A cell with two totals is a margin that two tables share.
  std::vector<Total> totals;
};

/// True for each cell to withhold: those from 1 to `threshold` - 1, those in `alreadyHidden`
/// (empty: none), and as few others as a greedy choice finds. For each cell withheld as small there
/// is a table without negative counts that shows the same and has 0 there, and one that has
/// `threshold`. Depends on nothing but its arguments. Complementary cells as in the hypercube
/// method of statistical disclosure control, with the totals as further cells.
std::vector<bool> hide(const CountTable& table, std::int64_t threshold,
                       std::vector<bool> alreadyHidden = {});

/// The cells of a year to withhold, by those of its months: all that one of them withholds. What
/// stays is a sum of what is shown anyway.
std::vector<bool> hideYear(std::span<const std::vector<bool>> months);

}  // namespace vejviser
