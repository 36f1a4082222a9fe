// Where a hub keeps its municipalities: each has a Storage of its own, and none can see another's.
#pragma once

#include "sync/hub/storage.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace vejviser::hub {

/// What somebody wants to do with it.
enum class Access { ReadWrite, ReadOnly };

class Database {
 public:
  virtual ~Database() = default;

  /// Where only one process may work on it: Error Refused when another one does.
  virtual Status claim() { return {}; }
  /// The codes of the municipalities that are set up, ascending. A code is the first part of its
  /// municipality's addresses; an empty one: the addresses of the hub itself.
  virtual Result<std::vector<std::string>> municipalities() = 0;
  /// A municipality's storage, for as long as this lives. Error Invalid when it is not there,
  /// Refused when another hub has it to itself.
  virtual Result<std::unique_ptr<Storage>> open(const std::string& code, Access access) = 0;
  /// The same for a municipality that may be new.
  virtual Result<std::unique_ptr<Storage>> make(const std::string& code) = 0;
  /// The last committed positions of all, when other processes may move them too; else nothing.
  virtual Result<std::map<std::string, std::int64_t>> positions() = 0;
};

/// A municipality's database: what a command works on.
struct Place {
  std::filesystem::path dir;  ///< the hub's own folder
  std::string url;            ///< of PostgreSQL, "postgresql://..."; empty: SQLite files in `dir`
  std::string municipality;   ///< its code

  /// Where what is kept in files lies, e.g. the list of erased ids.
  std::filesystem::path folder() const { return municipality.empty() ? dir : dir / municipality; }
};

/// Errors: those of PostgresDatabase::connect().
Result<std::unique_ptr<Database>> openDatabase(const Place& place, bool migrates = true);
/// The storage and what it belongs to.
struct OpenStorage {
  std::unique_ptr<Database> database;
  std::unique_ptr<Storage> storage;
};
/// Errors: those of openDatabase() and Database::open().
Result<OpenStorage> openStorage(const Place& place, Access access);

}  // namespace vejviser::hub
