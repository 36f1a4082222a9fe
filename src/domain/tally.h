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
  Topic = 1,       ///< "topic": helps; item = topic id
  Hour = 2,        ///< "hour": helps; item = local hour, "00" to "23"
  People = 3,      ///< "people": people helped; item is empty
  Referral = 4,    ///< "referral": referrals; item = destination
  Outcome = 5,     ///< "outcome": helps; item = outcome
  Band = 6,        ///< "band": helps whose timer was not forgotten; item = duration band
  Timed = 7,       ///< "timed": those among them that a timer measured; item = duration band
  Role = 8,        ///< "role": helps; item = role of the staff member, where it is given
  Act = 9,         ///< "act": helps about authority tasks; item = what was done
  Channel = 10,    ///< "channel": helps; item = how the citizen came
  Room = 11,       ///< "room": helps that needed a private room; item = used, busy, none_here
  Language = 12,   ///< "language": helps; item = language, where it is given
  Refusal = 13,    ///< "refusal": citizens turned away; item = why, where it is given
  Followup = 14,   ///< "followup": helps in a contact that had one before; contacts = helps - these
  Reception = 15,  ///< "reception": referrals by what came of them; item = "<destination>:<word>"
  Accepting = 16,  ///< "accepting": referrals with a reply; item = time to it, see waitItem()
  Question = 17,   ///< "question": questions; item = topic id
  Wanted = 18,     ///< "wanted": questions that need an answer; item = topic id
  Answered = 19,   ///< "answered": questions with an answer; item = topic id
  Event = 20,      ///< "event": events, under the unit that led; item = topic id
  Attendance = 21,    ///< "attendance": people at them; item = topic id
  Audience = 22,      ///< "audience": events; item = audience
  Credit = 23,        ///< "credit": events, under each unit that took part; item = topic id
  StaffMinutes = 24,  ///< "staff_minutes": of a unit at events; item = topic id
  Quiet = 25,         ///< "quiet": hours when the desk was staffed and nobody came; item = hour
  Open = 26,          ///< "open": questions that need an answer and have none; item = topic id
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
constexpr bool isPossible(std::int64_t n) {
  return n >= -kMostInACell && n <= kMostInACell;
}

/// The key on the wire: "topic/2026-11-24/hovedbibliotek/library/mitid-help".
std::string toString(const CellKey& key);
std::optional<CellKey> parseCellKey(std::string_view text);

/// How long a referral waited for its first reply, in steps that grow: "1h", "4h", "1d", "3d",
/// "7d": less than that; "more".
std::string_view waitItem(milliseconds wait);

/// The cells a subject adds to the cube. A subject in doubt adds none.
std::vector<Cell> tally(const Standing& standing);

/// Raised when tally() gives other cells than before: a cube that was counted by a lower one is
/// counted anew.
constexpr int kTallyVersion = 3;

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
