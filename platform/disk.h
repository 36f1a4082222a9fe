// Room on a disk, and a reserve of it for the last things that must be saved.
#pragma once

#include <cstdint>
#include <filesystem>

namespace vejviser::platform {

class Disk {
 public:
  virtual ~Disk() = default;
  /// Bytes that this program may still write.
  virtual std::uintmax_t freeBytes() const = 0;
  /// Gives the reserve back to the disk. False when there was none.
  virtual bool releaseReserve() = 0;
  /// Sets the reserve aside if it is not, and there is plenty of room.
  virtual void keepReserve() = 0;
};

/// Below this nothing is fetched any more: what is left is for what people log.
constexpr std::uintmax_t kNearlyFull_bytes = 100 * 1024 * 1024;
/// Some ten thousand helps.
constexpr std::uintmax_t kReserve_bytes = 4 * 1024 * 1024;

/// The disk that holds a folder; the reserve is a file in it.
class FolderDisk final : public Disk {
 public:
  explicit FolderDisk(std::filesystem::path dir) : m_dir(std::move(dir)) {}

  std::uintmax_t freeBytes() const override;
  bool releaseReserve() override;
  void keepReserve() override;

 private:
  std::filesystem::path reserve() const { return m_dir / "reserve"; }

  std::filesystem::path m_dir;
};

}  // namespace vejviser::platform
