#include "sync/hub/database.h"

#include "sync/hub/postgres_storage.h"
#include "sync/hub/sqlite_database.h"

namespace vejviser::hub {

Result<std::unique_ptr<Database>> openDatabase(const Place& place, bool migrates) {
  if (place.url.empty()) return std::unique_ptr<Database>{new SqliteDatabase(place.dir)};
  auto database = PostgresDatabase::connect(place.url, migrates);
  if (!database) return database.error();
  return std::unique_ptr<Database>{std::move(*database)};
}

Result<OpenStorage> openStorage(const Place& place, Access access) {
  auto database = openDatabase(place);
  if (!database) return database.error();
  auto storage = (*database)->open(place.municipality, access);
  if (!storage) return storage.error();
  return OpenStorage{std::move(*database), std::move(*storage)};
}

}  // namespace vejviser::hub
