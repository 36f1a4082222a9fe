// Held entries that a supervisor lets count after all. The entry stays as it is: what was decided
// is kept beside it (records.h), and cube and recount count the entry with it.
#pragma once

#include "src/base/random.h"
#include "sync/hub/audit.h"
#include "sync/hub/storage.h"

#include <map>
#include <optional>
#include <set>
#include <string>

namespace vejviser::hub {

/// What a supervisor says of entries whose own word cannot be used. Each word stands in only where
/// it is needed: a topic that is in the catalogue stays.
struct Decision {
  std::optional<std::string> topic;   ///< of the catalogue
  std::optional<std::string> branch;  ///< of this hub; empty: the place is not given
  std::optional<std::string> to;      ///< a unit
  std::optional<Instant> time;        ///< when it happened; else the hub's own estimate
};

/// What of an entry cannot be used as it is.
struct Needs {
  bool topic = false;
  bool branch = false;
  bool to = false;
  bool at = false;    ///< when it was logged
  bool when = false;  ///< when it is said to have happened

  /// Only a person can tell the time.
  bool time(const KeptEntry& kept) const { return when || (at && !kept.estimate); }
};
Needs needsOf(const KeptEntry& kept, const Vocabulary& vocabulary);

/// Counts these held entries from now on: all or, on an error, none. Error Invalid says which entry
/// cannot be released as decided, and why.
Status release(WriteTx& tx, const std::set<Id>& ids, const Decision& decision, Instant now,
               RandomSource& random);

/// The unit that an entry is of: the one it says, or that of its tablet (by key) when it says none.
Unit unitOf(const KeptEntry& kept, const std::map<std::int64_t, Unit>& tablets);

/// Held entries of one reason; with a code, those that are held for it; with a unit, its own.
struct HeldGroup {
  std::string reason;
  std::string code;
  std::optional<Unit> unit{};
};

struct GroupRelease {
  std::int64_t released = 0;
  std::int64_t left = 0;  ///< of the group: they cannot be released as decided
  std::string why;        ///< the first of those cannot
};

/// Releases what of a group can be released so, some hundreds in a transaction, each with a line in
/// the audit log. Errors: Invalid (the decision or the reason cannot be), Storage: what went before
/// it is released.
Result<GroupRelease> releaseGroup(Storage& storage, const Actor& by, const HeldGroup& group,
                                  const Decision& decision, const Clock& clock,
                                  RandomSource& random);

/// release() on somebody's word, with its line in the audit log; with a unit, of its entries only:
/// Error Refused for any other.
Status releaseChosen(WriteTx& tx, const Actor& by, const std::set<Id>& ids,
                     std::optional<Unit> unit, const Decision& decision, Instant now,
                     RandomSource& random);

/// Looks again at entries that were written for a newer hub: what this program understands counts
/// from now on, or is held for a reason of its own. How many were understood.
Result<std::int64_t> reconsider(Storage& storage, const Clock& clock, RandomSource& random);

}  // namespace vejviser::hub
