// The journal entry: the one thing tablets make and the hub keeps.
//
// An entry is immutable. A correction is an Amend, a withdrawal a Void, what came of a referral or
// a question a Reply; the state of a subject is the fold over its entries (fold.h) and does not
// depend on the order they arrive in.
#pragma once

#include "src/base/id.h"
#include "src/base/result.h"
#include "src/base/time.h"
#include "src/domain/codes.h"

#include <cstdint>
#include <optional>
#include <string>

namespace vejviser {

enum class EntryKind : std::uint8_t {
  Help = 1,      ///< makes a subject: a citizen was helped
  Referral = 2,  ///< makes a subject: a citizen was shown on to another place
  Amend = 3,     ///< new fields for a subject
  Void = 4,      ///< withdraws a subject
  Question = 5,  ///< makes a subject: something was asked that others may learn from
  Event = 6,     ///< makes a subject: a meeting or class was held
  Quiet = 7,     ///< makes a subject: the desk was staffed for an hour and nobody came
  Reply = 8,     ///< what came of a referral, or the answer to a question
};

std::string_view code(EntryKind kind);  ///< "help", "referral", "amend", "void", "question", ...
std::optional<EntryKind> entryKindFromCode(std::string_view text);
/// True for the kinds that make a subject.
bool makesSubject(EntryKind kind);
/// True for the kinds of subjects that have a Reply.
bool takesReply(EntryKind kind);

/// What an entry says. Never who the citizen or the staff member is. Which kinds have which field
/// is in sync/PROTOCOL.md; what a kind does not have keeps its default.
struct Fields {
  std::string topic;          ///< a topic id of the catalogue; not of a Quiet or a Reply
  Unit unit = Unit::Library;  ///< the unit that gave the help, or replied
  std::string branch;         ///< branch code; empty: the place is not given
  std::string role;           ///< what the staff member is, e.g. "library_staff"; empty: not given

  // Of a help.
  Outcome outcome = Outcome::Guided;  ///< of a Reply that says Done, too
  Band band = Band::To15;
  Timing timing = Timing::Guessed;
  int people = 1;  ///< 1-kMaxPeople
  Act act = Act::None;
  Channel channel = Channel::InPerson;
  Room room = Room::NotNeeded;
  std::string language{};  ///< that help was given in; empty: not said
  Refusal refusal = Refusal::None;
  std::optional<Id> contact =
      std::nullopt;  ///< the first help of the same contact, if not this one

  // Of a referral.
  std::string to{};                       ///< a unit or an outside body, as a code
  std::string toBranch{};                 ///< the branch it goes to; empty: any
  std::optional<Id> help = std::nullopt;  ///< the help that a referral or question came out of
  std::string slip{};                     ///< the slip code, as slip_code.h writes it
  int valid_days = 0;  ///< how many days after its own the slip can be redeemed; 0: no slip

  // Of a question and its Reply.
  std::string text{};   ///< at most kLongestText bytes
  bool wanted = false;  ///< the question needs an answer

  // Of an event.
  Audience audience = Audience::All;
  int attendance = 0;          ///< 0-kMaxAttendance
  int library_min = 0;         ///< staff minutes of the library, preparation included
  int citizenService_min = 0;  ///< and of citizen service

  // Of a referral's Reply.
  Reception reception = Reception::TakenBack;
  Decline decline = Decline::None;

  std::optional<Instant> when = std::nullopt;  ///< when it happened, if not when it was logged
  Doubt doubt = Doubt::None;

  bool operator==(const Fields&) const = default;
};

constexpr int kEntryVersion = 2;  ///< the newest `version` this program understands
constexpr int kMaxPeople = 99;    ///< a class or a coach party; larger gatherings are events
constexpr int kMaxAttendance = 5000;
constexpr int kMaxStaffMinutes = 6000;  ///< of one event: ten people for ten hours
constexpr int kMaxValidDays = 90;
constexpr int kMaxRev = 1'000'000;
constexpr std::size_t kLongestText = 500;  ///< bytes: a question, not a case

struct Entry {
  Id id;
  Id subject;          ///< equal to id for an entry that makes its subject
  std::string inst;    ///< the tablet's database: 16 hexadecimal digits
  std::int64_t n = 0;  ///< 1, 2, 3 ... within inst
  int version = 1;     ///< versionOf() what it says
  EntryKind kind = EntryKind::Help;
  EntryKind of = EntryKind::Help;  ///< of an Amend or a Reply: the kind of its subject
  int rev = 0;                     ///< 0 for what makes a subject; the highest (rev, id) stands
  Instant at{};                    ///< when it was logged, by the tablet's wall clock
  std::string boot;                ///< the tablet's boot id: 8 hexadecimal digits
  milliseconds up{};               ///< time since that boot
  Fields fields;

  bool operator==(const Entry&) const = default;
  bool makesSubject() const { return vejviser::makesSubject(kind); }
  /// The kind whose fields this entry carries: Reply for a Reply; meaningless for a Void.
  EntryKind fieldsOf() const { return kind == EntryKind::Amend ? of : kind; }
};

/// The lowest version of the format that can say what the entry says: an older hub counts all that
/// it understands. For one with checkFields().
int versionOf(const Entry& entry);

/// Checks the fields an entry carries for its kind, apart from the catalogue. The error's `where`
/// names the field.
Status checkFields(const Entry& entry);

}  // namespace vejviser
