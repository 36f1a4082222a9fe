// Municipalities in SQLite files: the only one's in the hub's folder, others each in a folder of
// its own there.
#pragma once

#include "platform/files.h"
#include "sync/hub/database.h"

#include <filesystem>
#include <map>

namespace vejviser::hub {

/// Whoever writes in a folder has it to itself, as long as this lives.
class SqliteDatabase final : public Database {
 public:
  explicit SqliteDatabase(std::filesystem::path dir) : m_dir(std::move(dir)) {}

  Status claim() override { return lock(m_dir); }
  Result<std::vector<std::string>> municipalities() override;
  Result<std::unique_ptr<Storage>> open(const std::string& code, Access access) override;
  Result<std::unique_ptr<Storage>> make(const std::string& code) override;
  Result<std::map<std::string, std::int64_t>> positions() override;

 private:
  std::filesystem::path folderOf(const std::string& code) const;
  Status lock(const std::filesystem::path& folder);
  Result<std::unique_ptr<Storage>> openToWrite(const std::filesystem::path& folder);

  std::filesystem::path m_dir;
  std::map<std::filesystem::path, platform::FolderLock> m_locks;
};

}  // namespace vejviser::hub
