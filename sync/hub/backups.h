// Backups that a hub keeps by itself: proved by counting them anew, named by time, and pruned.
#pragma once

#include "src/base/time.h"
#include "sync/hub/recount.h"
#include "sync/hub/sqlite_backup.h"

#include <filesystem>
#include <optional>

namespace vejviser::hub {

struct Verified {
  Contents contents;
  /// What counting the journal anew came to. Nothing when the cube was counted by an older program,
  /// by other rules: it is counted anew when the backup is restored.
  std::optional<Recount> recount;
};

/// Proves a backup whole and its figures right; it is only read. Errors as examine().
Result<Verified> verifyBackup(const std::filesystem::path& file);

struct Kept {
  std::filesystem::path file;  ///< the new one
  Contents contents;
  int pruned = 0;  ///< older ones that are deleted
};

/// Makes a backup of the hub in `dir` in `folder`, which is made when it is not there, and verifies
/// it; then all but the newest `keep` backups of this hub there are deleted (0: none is). Other
/// files are left alone. Errors: those of backUp(), and Storage when the figures of the new one
/// differ from its journal: it stays, and so do all others.
Result<Kept> backUpInto(const std::filesystem::path& dir, const std::filesystem::path& folder,
                        int keep, const Clock& clock);

/// When the newest backup in `folder` was made, by its name; nothing when there is none.
std::optional<Instant> newestBackup(const std::filesystem::path& folder, const Id& hub);

}  // namespace vejviser::hub
