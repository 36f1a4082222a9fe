#include "sync/hub/sqlite_database.h"

#include "src/base/text.h"
#include "sync/hub/sqlite_storage.h"

#include <algorithm>

namespace vejviser::hub {

namespace fs = std::filesystem;

fs::path SqliteDatabase::folderOf(const std::string& code) const {
  return code.empty() ? m_dir : m_dir / code;
}

Result<std::vector<std::string>> SqliteDatabase::municipalities() {
  std::vector<std::string> codes;
  std::error_code error;
  if (fs::exists(SqliteStorage::fileIn(m_dir), error)) codes.emplace_back();
  for (const auto& entry : fs::directory_iterator{m_dir, error}) {
    const std::string name = entry.path().filename();
    if (isCode(name) && fs::exists(SqliteStorage::fileIn(entry.path()), error)) {
      codes.push_back(name);
    }
  }
  std::sort(codes.begin(), codes.end());
  return codes;
}

Status SqliteDatabase::lock(const fs::path& folder) {
  if (m_locks.contains(folder)) return {};
  auto lock = platform::FolderLock::take(folder);
  if (!lock) return lock.error();
  m_locks.emplace(folder, std::move(*lock));
  return {};
}

Result<std::unique_ptr<Storage>> SqliteDatabase::openToWrite(const fs::path& folder) {
  if (const Status ours = lock(folder); !ours) return ours.error();
  auto storage = SqliteStorage::open(folder, Access::ReadWrite);
  if (!storage) return storage.error();
  return std::unique_ptr<Storage>{std::move(*storage)};
}

Result<std::unique_ptr<Storage>> SqliteDatabase::open(const std::string& code, Access access) {
  const fs::path folder = folderOf(code);
  std::error_code error;
  if (!code.empty() && !fs::exists(SqliteStorage::fileIn(folder), error)) {
    return Error{ErrorCode::Invalid, code, "is no municipality of this hub"};
  }
  if (access == Access::ReadWrite) return openToWrite(folder);
  auto storage = SqliteStorage::open(folder, access);
  if (!storage) return storage.error();
  return std::unique_ptr<Storage>{std::move(*storage)};
}

Result<std::unique_ptr<Storage>> SqliteDatabase::make(const std::string& code) {
  for (const fs::path& folder : {m_dir, folderOf(code)}) {
    if (const Status made = platform::makePrivateDir(folder); !made) return made.error();
    if (const Status closed = platform::closeToOthers(folder); !closed) return closed.error();
  }
  return openToWrite(folderOf(code));
}

Result<std::map<std::string, std::int64_t>> SqliteDatabase::positions() {
  return std::map<std::string, std::int64_t>{};
}

}  // namespace vejviser::hub
