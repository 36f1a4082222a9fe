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

/// What somebody may do about an authority task.
enum class Right : std::uint8_t {
  HandOver = 1,  ///< must hand it over
  Guide = 2,     ///< may guide, not decide
  Decide = 3
};

/// How the citizen came to us.
enum class Channel : std::uint8_t { InPerson = 1, Phone = 2, Mail = 3, Chat = 4, Screen = 5 };

/// A room to talk in private: whether one was needed, and whether there was one.
enum class Room : std::uint8_t {
  NotNeeded = 0,
  Used = 1,
  Busy = 2,     ///< needed, but taken
  NoneHere = 3  ///< needed, but there is none
};

/// Why a citizen was turned away.
enum class Refusal : std::uint8_t {
  None = 0,         ///< not said
  Closing = 1,      ///< we were closing
  Queue = 2,        ///< too many waited
  Papers = 3,       ///< papers or log-in were missing
  Appointment = 4,  ///< an appointment is needed
  System = 5,       ///< a system was down
  NotOurs = 6,      ///< nobody here may or can
  Other = 7
};

/// Where the duration band of a help comes from.
enum class Timing : std::uint8_t {
  Guessed = 0,   ///< the topic's usual length, or what staff said
  Timed = 1,     ///< a timer ran
  Forgotten = 2  ///< a timer ran on by mistake: the band says nothing
};

/// What came of a referral, as its receiver says.
enum class Reception : std::uint8_t {
  TakenBack = 0,  ///< nothing yet, after all
  Accepted = 1,
  Declined = 2,
  Done = 3
};

/// Why a referral was declined.
enum class Decline : std::uint8_t {
  None = 0,     ///< not declined
  NotOurs = 1,  ///< the wrong door
  Closed = 2,
  Papers = 3,  ///< papers or log-in were missing
  NoShow = 4,  ///< nobody came
  Other = 5
};

/// Whom an event was for.
enum class Audience : std::uint8_t {
  All = 0,
  Grade9 = 1,   ///< 9th grade
  Schools = 2,  ///< other classes
  Families = 3,
  Adults = 4,
  Seniors = 5,  ///< 60 and older
};

/// What was done about an authority task.
enum class Act : std::uint8_t {
  None = 0,     ///< it was none
  Guide = 1,    ///< guidance, no decision
  Decide = 2,   ///< a decision, issuing or registration
  HandOver = 3  ///< handed over to those who may decide
};

/// Why an entry is kept but not counted.
enum class Doubt : std::uint8_t {
  None = 0,
  Clock = 1,  ///< the time of the help cannot be right
};

constexpr Unit kAllUnits[] = {Unit::Library, Unit::CitizenService};

std::string_view code(Unit unit);            ///< "library", "citizen_service"
std::string_view code(Outcome outcome);      ///< "alone", "guided", "done_for", "sent_on", ...
std::string_view code(Band band);            ///< "0-5", "5-15", "15-30", "30-60", "60+"
std::string_view code(Doubt doubt);          ///< "", "clock"
std::string_view code(Act act);              ///< "", "guide", "decide", "hand_over"
std::string_view code(Right right);          ///< "hand_over", "guide", "decide"
std::string_view code(Channel channel);      ///< "in_person", "phone", "mail", "chat", "screen"
std::string_view code(Room room);            ///< "", "used", "busy", "none_here"
std::string_view code(Refusal refusal);      ///< "", "closing", "queue", "papers", ...
std::string_view code(Timing timing);        ///< "", "timed", "forgotten"
std::string_view code(Reception reception);  ///< "taken_back", "accepted", "declined", "done"
std::string_view code(Decline decline);      ///< "", "not_ours", "closed", "papers", ...
std::string_view code(Audience audience);    ///< "all", "grade9", "schools", ...

std::optional<Unit> unitFromCode(std::string_view text);
std::optional<Outcome> outcomeFromCode(std::string_view text);
std::optional<Band> bandFromCode(std::string_view text);
std::optional<Doubt> doubtFromCode(std::string_view text);
std::optional<Act> actFromCode(std::string_view text);
std::optional<Right> rightFromCode(std::string_view text);
std::optional<Channel> channelFromCode(std::string_view text);
std::optional<Room> roomFromCode(std::string_view text);
std::optional<Refusal> refusalFromCode(std::string_view text);
std::optional<Timing> timingFromCode(std::string_view text);
std::optional<Reception> receptionFromCode(std::string_view text);
std::optional<Decline> declineFromCode(std::string_view text);
std::optional<Audience> audienceFromCode(std::string_view text);

/// The other of the two units.
Unit otherUnit(Unit unit);

/// The band that holds `minutes`.
Band bandOf(int minutes);

/// A language as ISO 639 names it: two or three of a-z, e.g. "da", or "dsl" for Danish sign
/// language.
bool isLanguage(std::string_view text);

constexpr std::size_t kLongestCode = 40;
/// Codes of topics, branches and destinations: 1 to kLongestCode of a-z, 0-9, '-' and '_'.
bool isCode(std::string_view text);

}  // namespace vejviser
