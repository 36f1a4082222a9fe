// The tables of a hub in PostgreSQL: those of sqlite_schema.cpp with the municipality in every key.
#pragma once

#include "sync/hub/postgres_connection.h"

namespace vejviser::hub {

/// Makes or migrates the tables, one hub at a time. Errors: Storage, Incompatible (made by a newer
/// version), Refused (the role is one that row-level security does not hold for; or they are older
/// and it must not migrate them).
Status migratePostgres(PostgresConnection& connection, bool migrates);

}  // namespace vejviser::hub
