// Folders, whole files and the lock that keeps a folder to one process.
#pragma once

#include "src/base/result.h"

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace vejviser::platform {

/// Where a person's tablet keeps its data: $XDG_DATA_HOME/vejviser or ~/.local/share/vejviser.
std::filesystem::path defaultDataDir();

/// From now on, what this process creates can be read by its owner only.
void keepFilesPrivate();

/// Makes a folder that only its owner can enter; one that is there already is left as it is.
Status makePrivateDir(const std::filesystem::path& dir);
/// Lets only its owner enter a folder that is there.
Status closeToOthers(const std::filesystem::path& dir);

/// The whole file; gzip files (by their first two bytes) are unpacked. Error Storage when it cannot
/// be read, Invalid when it is longer than `most` bytes.
Result<std::string> readFile(const std::filesystem::path& path, std::size_t most);

/// Replaces the file in one step and makes it durable; readable by its owner only.
Status writePrivateFile(const std::filesystem::path& path, std::string_view text);

/// Gives a whole file its name in one step, and makes both durable; what had the name is gone.
Status moveIntoPlace(const std::filesystem::path& from, const std::filesystem::path& to);

/// A file that is being written, under a name that none had before.
class NewFile {
 public:
  /// Makes `dir`/`stem` + `ending`, with a number between them when there is one already.
  static Result<NewFile> create(const std::filesystem::path& dir, const std::string& stem,
                                const std::string& ending);
  Status write(std::string_view text);
  /// Makes it durable; where it is. A file that is not finished goes with this object.
  Result<std::filesystem::path> finish();

 private:
  struct Remover {
    std::filesystem::path path;
    void operator()(std::FILE* file) const;
  };
  explicit NewFile(std::unique_ptr<std::FILE, Remover> file) : m_file(std::move(file)) {}

  std::unique_ptr<std::FILE, Remover> m_file;
};

/// Holds a folder for one process for as long as it lives; the system frees it when the process
/// dies in any way.
class FolderLock {
 public:
  /// Error Refused, naming the process that holds it; Storage when the folder cannot be written.
  static Result<FolderLock> take(const std::filesystem::path& dir);

  FolderLock(FolderLock&& other) noexcept;
  FolderLock& operator=(FolderLock&& other) noexcept;
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;
  ~FolderLock();

 private:
  explicit FolderLock(int file) : m_file(file) {}

  int m_file = -1;
};

}  // namespace vejviser::platform
