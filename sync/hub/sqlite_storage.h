// The hub's storage in one SQLite file: the default, enough for a municipality.
#pragma once

#include "sync/hub/database.h"

#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

namespace vejviser::hub {

class SqliteConnection;

class SqliteStorage final : public Storage {
 public:
  /// `dir`/hub.db.
  static std::filesystem::path fileIn(const std::filesystem::path& dir);

  /// Opens the file in `dir`, and makes it when Access is ReadWrite. Errors: Storage, Incompatible.
  static Result<std::unique_ptr<SqliteStorage>> open(const std::filesystem::path& dir,
                                                     Access access);
  /// Opens a file of any name for reading only, e.g. a backup. Errors as open, and Storage when the
  /// file is of an older version.
  static Result<std::unique_ptr<SqliteStorage>> openFile(const std::filesystem::path& file);
  ~SqliteStorage() override;

  /// Error Storage when opened read-only.
  Status write(const std::function<Status(WriteTx&)>& body) override;
  Status read(const std::function<Status(ReadTx&)>& body) override;
  Status scrub() override;

 private:
  explicit SqliteStorage(std::filesystem::path path);
  static Result<std::unique_ptr<SqliteStorage>> openPath(const std::filesystem::path& path,
                                                         Access access);
  Result<std::unique_ptr<SqliteConnection>> takeReader();
  void giveBack(std::unique_ptr<SqliteConnection> reader);

  std::filesystem::path m_path;
  std::mutex m_writing;
  std::unique_ptr<SqliteConnection> m_writer;
  std::mutex m_readersMutex;
  std::vector<std::unique_ptr<SqliteConnection>> m_readers;  ///< idle ones
};

}  // namespace vejviser::hub
