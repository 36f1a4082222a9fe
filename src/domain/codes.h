// The closed word lists of the journal, and their codes on the wire and in databases.
// A code is written once here and never changes its meaning; new ones are added at the end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace vejviser {

/// Who a staff member works for. The numbers are stored in databases.
enum class Unit : std::uint8_t { Library = 1, CitizenService = 2 };

/// How a help ended.
enum class Outcome : std::uint8_t {
  Alone = 1,       ///< the citizen did it alone
  Guided = 2,      ///< with guidance (the default)
  DoneFor = 3,     ///< staff did it for them
  SentOn = 4,      ///< could not be done here: referred on
  TurnedAway = 5,  ///< turned away
};

/// How long a help took, in bands of minutes: [0,5) [5,15) [15,30) [30,60) [60,...).
enum class Band : std::uint8_t { Under5 = 1, To15 = 2, To30 = 3, To60 = 4, Over60 = 5 };

/// Why an entry is kept but not counted.
enum class Doubt : std::uint8_t {
  None = 0,
  Clock = 1,  ///< the time of the help cannot be right
};

constexpr Unit kAllUnits[] = {Unit::Library, Unit::CitizenService};

std::string_view code(Unit unit);  ///< "library", "citizen_service"
std::string_view code(
    Outcome outcome);                ///< "alone", "guided", "done_for", "sent_on", "turned_away"
std::string_view code(Band band);    ///< "0-5", "5-15", "15-30", "30-60", "60+"
std::string_view code(Doubt doubt);  ///< "", "clock"

std::optional<Unit> unitFromCode(std::string_view text);
std::optional<Outcome> outcomeFromCode(std::string_view text);
std::optional<Band> bandFromCode(std::string_view text);
std::optional<Doubt> doubtFromCode(std::string_view text);

/// The other of the two units.
Unit otherUnit(Unit unit);

/// The band that holds `minutes`.
Band bandOf(int minutes);

constexpr std::size_t kLongestCode = 40;
/// Codes of topics, branches and destinations: 1 to kLongestCode of a-z, 0-9, '-' and '_'.
bool isCode(std::string_view text);

}  // namespace vejviser
