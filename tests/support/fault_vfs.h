// SQLite on disks in memory that lose power, fill up and fail when they are told to: the default
// VFS of the process while it lives ("unix" can still be named). Real SQLite runs on it, in WAL
// mode too, with any number of connections; all of them and this object on one thread.
//
// The first folder of a path is one machine's disk: "/t1/tablet.db" lies on the disk "/t1". Files
// without a name (SQLite's temporary ones) lie on no disk and never fail.
//
// Nothing depends on anything but the seed and the calls made: the time SQLite sees moves only when
// it waits for a lock, its random numbers (the salts in a WAL) come from the seed, and waiting
// takes no time.
//
// What a power cut may do is told in memory_file.h and fault_disk.h; what a fault does, below.
#pragma once

#include "tests/support/fault_disk.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace vejviser::test {

class FaultVfs {
 public:
  explicit FaultVfs(std::uint64_t seed);
  /// No connection may be open any more.
  ~FaultVfs();
  FaultVfs(const FaultVfs&) = delete;
  FaultVfs& operator=(const FaultVfs&) = delete;

  /// From here on the same calls give the same results as with a new FaultVfs of this seed and
  /// these files.
  void reseed(std::uint64_t seed);
  /// Forgets all disks, faults and capacities. No connection may be open any more.
  void clear();

  /// The machine stops: whatever was not synced is lost or torn by chance, every connection gets
  /// SQLITE_IOERR from the disk and can only be closed, shared memory is gone. To stop it in the
  /// middle of a transaction, failAt(.., IoError, sticky) first: from the nth call on nothing
  /// reaches the disk, as if power had gone then.
  void cutPower(const std::string& folder);
  /// The programs stop (SIGKILL): as cutPower, but everything written stays. What was not synced
  /// still is not.
  void kill(const std::string& folder);

  using Image = DiskImage;
  /// The files as they are now, as `cp` would copy them. Cheap: bytes are shared until they change.
  Image copy(const std::string& folder) const;
  /// Replaces the files; durable. Every connection there dies as in kill().
  void paste(const std::string& folder, const Image& image);

  /// The nth call from now (1: the next) that `fault` can strike fails; with `sticky` all later
  /// ones, too. A write that fails has written a part of its bytes. SQLite sees what the unix VFS
  /// would answer: SQLITE_FULL for a write, SQLITE_CANTOPEN for a file that cannot be opened or
  /// made, SQLITE_IOERR_* for everything else. Replaces an earlier failAt.
  void failAt(const std::string& folder, std::int64_t nth, DiskFault fault, bool sticky);
  /// Calls since the last failAt() that its fault could strike; since heal(), that IoError could.
  std::int64_t calls(const std::string& folder) const;
  /// How many calls have failed since the last failAt().
  std::int64_t struck(const std::string& folder) const;
  /// No faults any more. A capacity stays.
  void heal(const std::string& folder);
  /// For whoever looks at the files from outside the history: meanwhile faults neither strike nor
  /// count.
  void pause(const std::string& folder, bool paused);

  /// A file cannot grow when all files together would be longer than this: SQLITE_FULL. What fits
  /// is written. Nothing: no end.
  void setCapacity(const std::string& folder, std::optional<std::int64_t> bytes);
  /// The sum of the files' lengths, without shared memory.
  std::int64_t bytes(const std::string& folder) const;

  struct Core;  ///< known to fault_vfs.cpp only

 private:
  std::unique_ptr<Core> m_core;
};

}  // namespace vejviser::test
