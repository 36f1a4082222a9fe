// Small cells: which of the parts of a number are withheld, so that nobody can tell a small one
// from what is shown, now or beside what was shown before.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace vejviser {

/// Counts that add up to a total that is shown.
struct CountGroup {
  struct Cell {
    std::int64_t n = 0;
    bool mustBeWithheld = false;
    bool wasWithheld = false;
    std::int64_t before = 0;  ///< what was shown; 0 when it was withheld
  };

  std::vector<Cell> cells;
  std::int64_t total = 0;
  bool hasRest = false;                       ///< part of the total may be in no cell
  std::optional<std::int64_t> totalBefore{};  ///< nothing: the group was not shown before
};

/// True for each cell to withhold; nothing when no choice is safe yet. `total` is 0 or at least
/// `threshold`. Counts from 1 to `threshold` - 1 are withheld, what was withheld stays so, and as
/// few others as it takes that
/// - two numbers at least are withheld, the rest being one, so that each withheld count can be
///   anything from 1 (0, if all cells are withheld) to the threshold;
/// - where more is withheld than before, what the withheld cells grew by can be the threshold in
///   each of the new ones. So who knows both versions, and that counts only grow, knows no more.
std::optional<std::vector<bool>> withhold(const CountGroup& group, std::int64_t threshold);

}  // namespace vejviser
