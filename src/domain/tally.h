// The one definition of every figure. Tablet and hub add what tally() returns to their statistics
// cube in the transaction that stores the entry; a recount from the journal gives the same cube.
#pragma once

#include "src/domain/calendar.h"
#include "src/domain/codes.h"
#include "src/domain/fold.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vejviser {

/// The families of cells. The numbers are stored in databases, the codes are on the wire.
enum class Series : std::uint8_t {
  Topic = 1,     ///< "topic": helps; item = topic id
  Hour = 2,      ///< "hour": helps; item = local hour, "00" to "23"
  People = 3,    ///< "people": people helped; item is empty
  Referral = 4,  ///< "referral": referrals; item = destination
};

std::string_view code(Series series);
std::optional<Series> seriesFromCode(std::string_view text);

/// Names one number of the cube. Ordered by day first: cells of one day lie together on disk.
struct CellKey {
  Day day{};  ///< local day on which it happened
  Series series = Series::Topic;
  std::string branch;  ///< empty: the place was not given
  Unit unit = Unit::Library;
  std::string item;

  auto operator<=>(const CellKey&) const = default;
};

struct Cell {
  CellKey key;
  std::int64_t n = 0;
};

/// No cell holds more, in either direction: what says so is damaged or lies. Sums of cells stay far
/// within 64 bits.
constexpr std::int64_t kMostInACell = 1'000'000'000'000;

/// The key on the wire: "topic/2026-11-24/hovedbibliotek/library/mitid-help".
std::string toString(const CellKey& key);
std::optional<CellKey> parseCellKey(std::string_view text);

/// The cells a subject adds to the cube. A subject in doubt adds none.
std::vector<Cell> tally(const Standing& standing);

/// Changes to the cube, summed per cell before they are written.
class CellChanges {
 public:
  /// Takes away what `before` added and adds what `after` adds.
  void replace(const std::optional<Standing>& before, const std::optional<Standing>& after);

  /// Changes by key, ascending; none of them 0.
  std::vector<Cell> nonZero() const;

 private:
  void add(const Standing& standing, std::int64_t sign);

  std::map<CellKey, std::int64_t> m_changes;
};

}  // namespace vejviser
