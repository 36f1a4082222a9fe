#include "platform/files.h"

#include "platform/gzip.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace vejviser::platform {

namespace {

namespace fs = std::filesystem;

Error fileError(const fs::path& path) {
  return {ErrorCode::Storage, path.string(), std::strerror(errno)};
}

/// Of a file: its bytes. Of a folder: which files have which names.
Status makeDurable(const fs::path& path, int flags) {
  const int file = open(path.c_str(), flags | O_CLOEXEC);
  if (file < 0) return fileError(path);
  const bool durable = fsync(file) == 0;
  const Error error = fileError(path);
  close(file);
  if (!durable) return error;
  return {};
}

Status writeAll(int file, std::string_view text, const fs::path& path) {
  while (!text.empty()) {
    const ssize_t written = write(file, text.data(), text.size());
    if (written < 0) return fileError(path);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

}  // namespace

fs::path defaultDataDir() {
  if (const char* data = std::getenv("XDG_DATA_HOME"); data != nullptr && *data == '/') {
    return fs::path{data} / "vejviser";
  }
  const char* home = std::getenv("HOME");
  return fs::path{home == nullptr ? "/" : home} / ".local/share/vejviser";
}

void keepFilesPrivate() {
  umask(S_IRWXG | S_IRWXO);
}

Status makePrivateDir(const fs::path& dir) {
  std::error_code error;
  if (fs::is_directory(dir, error)) return {};
  fs::create_directories(dir, error);
  if (error) return Error{ErrorCode::Storage, dir.string(), error.message()};
  return closeToOthers(dir);
}

Status closeToOthers(const fs::path& dir) {
  std::error_code error;
  fs::permissions(dir, fs::perms::owner_all, error);
  if (error) return Error{ErrorCode::Storage, dir.string(), error.message()};
  return {};
}

Result<std::string> readFile(const fs::path& path, std::size_t most) {
  std::ifstream file{path, std::ios::binary};
  if (!file || fs::is_directory(path)) {
    return Error{ErrorCode::Storage, path.string(), "cannot be read"};
  }
  std::string text;
  std::array<char, 65536> chunk{};
  while (text.size() <= most && file.read(chunk.data(), chunk.size()).gcount() > 0) {
    text.append(chunk.data(), static_cast<std::size_t>(file.gcount()));
  }
  if (file.bad()) return Error{ErrorCode::Storage, path.string(), "cannot be read to its end"};
  if (text.size() > most) {
    return Error{ErrorCode::Invalid, path.string(),
                 "is longer than " + std::to_string(most) + " bytes"};
  }
  if (text.starts_with("\x1F\x8B")) return gunzip(text, most);
  return text;
}

Status writePrivateFile(const fs::path& path, std::string_view text) {
  const fs::path fresh = path.string() + ".new";
  const int file = open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file < 0) return fileError(fresh);
  const Status status = writeAll(file, text, fresh);
  close(file);
  if (!status) return status;
  return moveIntoPlace(fresh, path);
}

Status moveIntoPlace(const fs::path& from, const fs::path& to) {
  if (const Status durable = makeDurable(from, O_RDONLY); !durable) return durable;
  if (rename(from.c_str(), to.c_str()) != 0) return fileError(to);
  return makeDurable(fs::absolute(to).parent_path(), O_RDONLY | O_DIRECTORY);
}

Result<NewFile> NewFile::create(const fs::path& dir, const std::string& stem,
                                const std::string& ending) {
  constexpr int kMostOfOneName = 1000;
  std::error_code error;
  fs::create_directories(dir, error);
  if (error) return Error{ErrorCode::Storage, dir.string(), error.message()};
  for (int i = 1; i <= kMostOfOneName; ++i) {
    std::string name = stem;
    if (i > 1) name.append("-").append(std::to_string(i));
    const fs::path path = dir / name.append(ending);
    std::FILE* file = std::fopen(path.c_str(), "wxe");
    if (file != nullptr) return NewFile{std::unique_ptr<std::FILE, Remover>{file, {path}}};
    if (errno != EEXIST) return fileError(path);
  }
  return Error{ErrorCode::Storage, (dir / (stem + ending)).string(), "is there too often"};
}

void NewFile::Remover::operator()(std::FILE* file) const {
  std::fclose(file);
  unlink(path.c_str());
}

Status NewFile::write(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), m_file.get()) == text.size()) return {};
  return fileError(m_file.get_deleter().path);
}

Result<fs::path> NewFile::finish() {
  const fs::path path = m_file.get_deleter().path;
  const bool durable = std::fflush(m_file.get()) == 0 && fsync(fileno(m_file.get())) == 0;
  if (!durable) return fileError(path);
  const Status named = makeDurable(fs::absolute(path).parent_path(), O_RDONLY | O_DIRECTORY);
  if (!named) return named.error();
  std::fclose(m_file.release());
  return path;
}

Result<FolderLock> FolderLock::take(const fs::path& dir) {
  const fs::path path = dir / "lock";
  const int file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0) return fileError(path);
  FolderLock lock{file};
  if (flock(file, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) return fileError(path);
    std::ostringstream holder;
    holder << std::ifstream{path}.rdbuf();
    return Error{ErrorCode::Refused, dir.string(),
                 "is in use by another Vejviser (process " + holder.str() + ")"};
  }
  const std::string pid = std::to_string(getpid());
  if (ftruncate(file, 0) != 0 || pwrite(file, pid.data(), pid.size(), 0) < 0) {
    return fileError(path);
  }
  return lock;
}

FolderLock::FolderLock(FolderLock&& other) noexcept : m_file(std::exchange(other.m_file, -1)) {}

FolderLock& FolderLock::operator=(FolderLock&& other) noexcept {
  std::swap(m_file, other.m_file);
  return *this;
}

FolderLock::~FolderLock() {
  if (m_file >= 0) close(m_file);
}

}  // namespace vejviser::platform
