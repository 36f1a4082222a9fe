// Erasure: what an entry says is overwritten for good. That it was, under its number, is kept, so
// that it cannot come back from a tablet; and its id stands in a file outside the database, so that
// it cannot come back with a backup.
#pragma once

#include "src/base/random.h"
#include "sync/hub/audit.h"
#include "sync/hub/storage.h"

#include <cstdint>
#include <filesystem>
#include <set>

namespace vejviser::hub {

/// The reason under which erased entries are held.
constexpr const char* kErased = "erased";

/// Takes everything from an entry but that it was.
void strip(KeptEntry& kept);

/// Erases the entries with these ids and those about them, here already or yet to arrive. What they
/// counted leaves the cube; nothing moves when all are erased already. The number of entries that
/// were overwritten. The ids of withdrawals should come with those of what they withdraw: see
/// eraseForGood().
Result<std::int64_t> erase(WriteTx& tx, const std::set<Id>& ids, Instant now, RandomSource& random);

/// How many entries eraseForGood() would overwrite. Error Invalid: an id is no entry of this hub.
Result<std::int64_t> countToErase(ReadTx& tx, const std::set<Id>& ids);

/// Erases on an administrator's word: `list` first, then the database, then what is left of it in
/// the files. With a withdrawal goes what it withdraws, else that would count again. Errors:
/// Invalid (an id is no entry of this hub; nothing is done), Storage.
Result<std::int64_t> eraseForGood(Storage& storage, const Actor& by,
                                  const std::filesystem::path& list, const std::set<Id>& ids,
                                  const Clock& clock, RandomSource& random);

/// Erases what is on the list, e.g. in a database that was restored; what the database alone knows
/// is put on the list. Errors: Invalid (the list cannot be read), Storage.
Status replayErasures(Storage& storage, const std::filesystem::path& list, const Clock& clock,
                      RandomSource& random);

}  // namespace vejviser::hub
