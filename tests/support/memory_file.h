// One file in memory, and what of it a power cut may still take back. What is modelled:
// - sync() makes all that was written durable.
// - A write or truncation since then may have reached the disk whole, in part or not at all, in
//   any order. A write is torn at sectors of 512 bytes; a sector is never torn, and holds what it
//   held after some of the writes to it, the first ones first, as a system's page cache sees to.
// - A file that has grown may have its new length and zeros in it where data did not arrive.
// Not modelled: sectors that change though nobody wrote to them, syncs that lie, and a failed sync
// after which the system forgets what it could not write.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <random>
#include <vector>

namespace vejviser::test {

using Bytes = std::vector<std::uint8_t>;

class MemoryFile {
 public:
  MemoryFile() : m_bytes(std::make_shared<Bytes>()) {}
  /// A durable file with this content, shared until one of them changes.
  explicit MemoryFile(std::shared_ptr<const Bytes> content)
      : m_bytes(std::const_pointer_cast<Bytes>(std::move(content))) {}

  std::int64_t size() const { return static_cast<std::int64_t>(m_bytes->size()); }
  /// Copies what there is of `count` bytes at `offset`; how many there were.
  std::size_t read(void* out, std::size_t count, std::int64_t offset) const;
  /// Grows the file where needed; a gap is filled with zeros.
  void write(const void* data, std::size_t count, std::int64_t offset);
  /// Makes the file shorter; a longer size changes nothing.
  void truncate(std::int64_t size);
  void sync();
  /// Goes back to what was synced and, by chance, some of what came after; that is durable then.
  void cutPower(std::mt19937_64& chance);
  /// The content now; it stays as it is when the file changes.
  std::shared_ptr<const Bytes> content() const { return m_bytes; }

 private:
  /// A write, or a truncation to `offset`, that is not durable yet.
  struct Change {
    bool truncation;
    std::size_t offset;
    std::size_t count;
    std::size_t sizeBefore;
    std::size_t saved;  ///< where in m_saved the bytes start that were there before
  };

  void note(bool truncation, std::size_t offset, std::size_t count);
  void undo(const Change& change);
  Bytes& own();

  std::shared_ptr<Bytes> m_bytes;
  std::vector<Change> m_changes;  ///< since the last sync, in order
  Bytes m_saved;                  ///< what they replaced
};

}  // namespace vejviser::test
