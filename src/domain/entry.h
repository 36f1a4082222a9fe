// The journal entry: the one thing tablets make and the hub keeps.
//
// An entry is immutable. A correction is an Amend, a withdrawal a Void; the state of a subject
// is the fold over its entries (fold.h) and does not depend on the order they arrive in.
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
  Referral = 2,  ///< makes a subject: a citizen was shown on to another unit
  Amend = 3,     ///< new fields for a subject
  Void = 4,      ///< withdraws a subject
};

std::string_view code(EntryKind kind);  ///< "help", "referral", "amend", "void"
std::optional<EntryKind> entryKindFromCode(std::string_view text);

/// What a help or a referral says. Never who the citizen or the staff member is.
struct Fields {
  std::string topic;                           ///< a topic id of the catalogue
  Unit unit = Unit::Library;                   ///< the unit that gave the help
  std::string branch;                          ///< branch code; empty: the place is not given
  Outcome outcome = Outcome::Guided;           ///< of a help
  Band band = Band::To15;                      ///< of a help
  int people = 1;                              ///< 1-kMaxPeople, of a help
  std::string to;                              ///< of a referral: the unit it goes to, as a code
  std::optional<Id> help;                      ///< of a referral: the help it came out of
  std::optional<Instant> when = std::nullopt;  ///< when it happened, if not when it was logged
  Doubt doubt = Doubt::None;

  bool operator==(const Fields&) const = default;
};

constexpr int kEntryVersion = 1;  ///< the newest `version` this program understands
constexpr int kMaxPeople = 99;    ///< a class or a coach party; larger gatherings are events
constexpr int kMaxRev = 1'000'000;

struct Entry {
  Id id;
  Id subject;          ///< equal to id for a Help or Referral
  std::string inst;    ///< the tablet's database: 16 hexadecimal digits
  std::int64_t n = 0;  ///< 1, 2, 3 ... within inst
  int version = kEntryVersion;
  EntryKind kind = EntryKind::Help;
  EntryKind of = EntryKind::Help;  ///< of an Amend: the kind of its subject
  int rev = 0;                     ///< 0 for a Help or Referral; the highest (rev, id) stands
  Instant at{};                    ///< when it was logged, by the tablet's wall clock
  std::string boot;                ///< the tablet's boot id: 8 hexadecimal digits
  milliseconds up{};               ///< time since that boot
  Fields fields;

  bool operator==(const Entry&) const = default;
  bool makesSubject() const { return kind == EntryKind::Help || kind == EntryKind::Referral; }
  /// The kind whose fields this entry carries; meaningless for a Void.
  EntryKind fieldsOf() const { return kind == EntryKind::Amend ? of : kind; }
};

/// Checks the fields an entry carries for its kind, apart from the catalogue. The error's `where`
/// names the field.
Status checkFields(const Entry& entry);

}  // namespace vejviser
