// One machine's disk in memory: its files by name, what a power cut leaves of them, and the faults
// it is told to have. The SQLite side of it is fault_vfs.h. One thread.
#pragma once

#include "tests/support/memory_file.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace vejviser::test {

enum class DiskFault {
  Full,       ///< a write that makes a file longer, a new file, more shared memory
  IoError,    ///< any write, sync, truncation, opening, deletion, more shared memory
  ReadError,  ///< any read, also of a file's length
};

/// What SQLite asks of a disk, as far as it can fail.
enum class DiskCall { Overwrite, Grow, Sync, Truncate, Open, Create, Delete, ShareMemory, Read };

/// The wal-index: what the connections of one file share while any of them is open.
struct SharedMemory {
  std::vector<std::unique_ptr<std::uint8_t[]>> regions;
};

struct OpenFile;

/// A file as the system knows it: a name may leave it while it is open.
struct Inode {
  MemoryFile file;
  std::vector<OpenFile*> open;
  std::weak_ptr<SharedMemory> memory;
};

using Names = std::map<std::string, std::shared_ptr<Inode>>;
/// A folder's files: name relative to the folder -> content.
using DiskImage = std::map<std::string, std::shared_ptr<const Bytes>>;

class FaultDisk {
 public:
  /// By path. What is not there is null.
  std::shared_ptr<Inode> find(const std::string& path) const;
  std::shared_ptr<Inode> create(const std::string& path);
  /// Takes a name away; a power cut may bring it back until the folder is synced.
  void remove(const std::string& path);
  /// Makes content and name durable, as fsync() of the file does on a journaling file system.
  void sync(const std::string& path, Inode& inode);
  /// Makes every name beside this one durable: made, removed and made anew.
  void syncFolderOf(const std::string& path);

  /// A new name or an old one whose file was never synced is there or not, by chance; so is one
  /// that was removed. Files: see MemoryFile. All handles die.
  void cutPower(std::mt19937_64& chance);
  /// All handles die; every file stays as it is.
  void kill();
  /// Grows with each death; a handle of an earlier life is dead.
  int life() const { return m_life; }

  DiskImage image(std::size_t prefix) const;
  /// Replaces all files; durable. All handles die.
  void replace(const std::string& prefix, const DiskImage& image);

  void failAt(std::int64_t nth, DiskFault fault, bool sticky);
  void heal();
  /// While paused nothing strikes or is counted.
  void pause(bool paused) { m_paused = paused; }
  /// Counts the call; true when it must fail.
  bool strikes(DiskCall call);
  /// What strikes is DiskFault::Full.
  bool isFull() const { return m_order && m_order->fault == DiskFault::Full; }
  std::int64_t calls() const { return m_calls; }
  std::int64_t struck() const { return m_struck; }

  void setCapacity(std::optional<std::int64_t> bytes) { m_capacity = bytes; }
  std::int64_t bytes() const;
  /// How many of the `wanted` bytes that a file shall grow by there is room for.
  std::int64_t room(std::int64_t wanted) const;

 private:
  struct Order {
    std::int64_t nth;
    DiskFault fault;
    bool sticky;
  };

  Names m_names;         ///< as programs see them
  Names m_durableNames;  ///< as they are on the disk
  int m_life = 0;
  bool m_paused = false;
  std::optional<Order> m_order;
  std::int64_t m_calls = 0;
  std::int64_t m_struck = 0;
  std::optional<std::int64_t> m_capacity;
};

}  // namespace vejviser::test
