// What all that makes up a municipality's past share: its chance, and the rows so far.
#pragma once

#include "src/demo/chance.h"
#include "src/demo/past.h"

#include <optional>
#include <set>
#include <string>
#include <tuple>

namespace vejviser::demo {

struct Making {
  Making(const Town& itsTown, std::uint64_t seed, Instant itsEnd)
      : town(itsTown), chance(seed), end(itsEnd), rows(itsTown.desks.size()) {}

  const Town& town;
  Chance chance;
  Instant end;  ///< nothing happens then or later
  std::vector<DeskRows> rows;
  /// Where somebody came: branch, unit, and the hour's beginning.
  std::set<std::tuple<std::string, Unit, Instant>> busy;

  /// What a desk says of itself; the role is the first of its unit.
  Fields at(std::size_t desk, Instant when) const;
  /// Adds a row; its id is what the slip says, or a new one.
  const PlannedEntry& add(std::size_t desk, EntryKind kind, const Fields& fields);
  /// Adds what a desk replied.
  void reply(std::size_t desk, const PlannedEntry& to, int rev, const Fields& fields);

  /// A desk of the unit, in that branch if there is one and it is given; nothing if the unit has
  /// no desk.
  std::optional<std::size_t> someDesk(Unit unit, const std::string& branch = {});
  /// When somebody is at the desk, at that time or soon after the next opening; nothing if that is
  /// not before the end.
  std::optional<Instant> staffed(std::size_t desk, Instant from);
  /// Whether the desk was there then.
  bool isThere(std::size_t desk, Instant when) const;
};

/// A day's helps at a desk, and who was sent on from it.
void makeDeskDay(Making& making, std::size_t desk, Day day);
/// What came of a referral to the other unit: perhaps nothing.
void receive(Making& making, const PlannedEntry& referral);

}  // namespace vejviser::demo
