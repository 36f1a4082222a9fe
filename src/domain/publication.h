// What is published of a calendar month: the figures of each unit by one property at a time, with
// small cells withheld. One pattern for all who read it, in app, web, API and files.
//
// The lattice: the helps of a unit in a month, by class and topic, weekday and day, weekday and
// hour, branch, outcome and reason of refusal, channel, band, role, act, room, language; its
// referrals by destination and what came of them; people and questions. No cell crosses two
// properties, and no sum over both units is published, so what is withheld from one table is in no
// other. Events and quiet hours are about no citizen's matter: nothing of them is withheld.
#pragma once

#include "src/domain/catalogue.h"
#include "src/domain/week_sums.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>

namespace vejviser {

/// How long after its last day a month is published: tablets that were off over a weekend have sent
/// what they held.
constexpr std::chrono::days kSettles{3};

struct PublishedMonth {
  std::chrono::year_month month{};
  int version = 1;  ///< raised by one whenever late entries changed what is shown
  Day made{};
  /// What it was first published with. Versions under different ones would tell more together than
  /// either is meant to.
  std::int64_t threshold = 5;
  /// What is shown, zeros left out; the sums of withheld topics and destinations in pools.
  std::map<Line, std::int64_t> shown;
  /// Where all parts of a number are withheld, those are named that it tells nothing of.
  std::set<Line> withheld;

  bool operator==(const PublishedMonth&) const = default;
};

struct Publication {
  std::optional<PublishedMonth> month;  ///< nothing: what was published before still stands
  /// There are changes of a unit's helps or referrals too few to be shown beside what was shown
  /// before: of these, that stands also in the next version.
  bool waits = false;
};

/// The next version of a month, from all its cells. `threshold` as in withhold(), for one that is
/// published for the first time; `before`: the version that stands, or null.
Publication publish(std::chrono::year_month month, std::span<const Cell> cells,
                    const Catalogue& catalogue, std::int64_t threshold,
                    const PublishedMonth* before, Day made);

struct PublishedFigures {
  Figures figures;          ///< without the withheld lines, with the pools
  std::set<Line> withheld;  ///< of any of the months
};
/// With a branch, what is published of it: the helps of each unit, everything else withheld.
PublishedFigures figuresOf(std::span<const PublishedMonth> months, const Catalogue& catalogue,
                           const std::string& branch = {});

/// The rows of the tables of figures, for others to read: without pools; nothing where a number is
/// withheld, even if a part of it is known. The totals of both units are in kByUnit, under the
/// library: "helps", "people", "referrals".
std::map<Line, std::optional<std::int64_t>> rowsOf(const Figures& figures,
                                                   const std::set<Line>& withheld);

/// The days of a month.
Period daysOf(std::chrono::year_month month);

}  // namespace vejviser
