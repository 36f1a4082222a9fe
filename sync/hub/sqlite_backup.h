// Copies of a hub's database, and going back to one. SQLite's own: another storage has other means.
#pragma once

#include "src/base/id.h"
#include "src/base/random.h"
#include "src/base/result.h"
#include "src/base/time.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace vejviser::hub {

/// What a hub's database file holds.
struct Contents {
  Id hub;
  std::string municipality;
  std::int64_t entries = 0;
  std::int64_t position = 0;
  int version = 0;  ///< of the file: of this program or older
};

/// Proves a hub's database whole, of this version or an older one; it is only read. Errors: Storage
/// (damaged, of another program, no hub in it), Incompatible.
Result<Contents> examine(const std::filesystem::path& file);

/// As backUp(), to any place where nothing is, from a database that no hub may be writing to or
/// that one is at work on.
Result<Contents> copyProved(const std::filesystem::path& database,
                            const std::filesystem::path& file);

/// A time for the name of a file, UTC: "2026-11-24-060812.123".
std::string nameOf(Instant time);

/// Copies the database in `dir` into `file`, one consistent view of it, while the hub may be at
/// work. The copy is proved whole before it gets its name, and its owner alone can read it. Errors:
/// Refused (`file` is there and `replace` is false), Invalid (`file` cannot be the place for it),
/// Storage, Incompatible. On failure nothing is there that was not, and what was there stays.
Result<Contents> backUp(const std::filesystem::path& dir, const std::filesystem::path& file,
                        bool replace);

struct Restored {
  Contents contents;
  std::filesystem::path former;  ///< where the database that was there is kept; empty: none was
};

/// Puts the backup `file` in the place of the database in `dir`, which no hub may have open, and
/// takes a position: whatever came after the backup belongs to another history from now on. What is
/// listed in `erasures` is erased before. Errors: Refused (a hub is at work), Storage (no hub's
/// database, damaged), Incompatible. On failure the database in `dir` is as it was.
Result<Restored> restore(const std::filesystem::path& dir, const std::filesystem::path& file,
                         const std::filesystem::path& erasures, const Clock& clock,
                         RandomSource& random);

}  // namespace vejviser::hub
