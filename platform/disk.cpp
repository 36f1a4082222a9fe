#include "platform/disk.h"

#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace vejviser::platform {

namespace fs = std::filesystem;

std::uintmax_t FolderDisk::freeBytes() const {
  std::error_code error;
  const fs::space_info space = fs::space(m_dir, error);
  return error ? UINTMAX_MAX : space.available;  // not known: do not hold anything back
}

bool FolderDisk::releaseReserve() {
  std::error_code error;
  return fs::remove(reserve(), error);
}

void FolderDisk::keepReserve() {
  std::error_code error;
  if (fs::file_size(reserve(), error) == kReserve_bytes && !error) return;
  if (freeBytes() < kNearlyFull_bytes + kReserve_bytes) return;
  const int file = open(reserve().c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0) return;
  const bool kept = posix_fallocate(file, 0, static_cast<off_t>(kReserve_bytes)) == 0;
  close(file);
  if (!kept) fs::remove(reserve(), error);
}

}  // namespace vejviser::platform
