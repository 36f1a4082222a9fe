// Statements on what is one municipality's: each names it as $1.
#pragma once

#include "sync/hub/postgres_connection.h"

#include <cstdint>
#include <optional>
#include <type_traits>
#include <vector>

namespace vejviser::hub {

class PostgresStatements {
 protected:
  PostgresStatements(PostgresConnection& connection, std::int64_t municipality)
      : m_connection(connection), m_municipality(municipality) {}

  /// Runs a statement whose $1 is the municipality and whose $2, $3 ... are `values`.
  template <class... Values>
  Result<PostgresRows> run(const char* sql, const Values&... values) {
    return m_connection.run(sql, m_municipality, values...);
  }
  /// The same for one whose rows do not matter.
  template <class... Values>
  Status change(const char* sql, const Values&... values) {
    const auto done = run(sql, values...);
    return done ? Status{} : Status{done.error()};
  }
  /// What `read(rows, i)` makes of each row.
  template <class Read, class... Values>
  auto list(const char* sql, Read read, const Values&... values)
      -> Result<std::vector<std::invoke_result_t<Read, const PostgresRows&, int>>> {
    const auto rows = run(sql, values...);
    if (!rows) return rows.error();
    std::vector<std::invoke_result_t<Read, const PostgresRows&, int>> all;
    all.reserve(static_cast<std::size_t>(rows->size()));
    for (int i = 0; i < rows->size(); ++i) all.push_back(read(*rows, i));
    return all;
  }
  /// The same of the first row, if there is one.
  template <class Read, class... Values>
  auto first(const char* sql, Read read, const Values&... values)
      -> Result<std::optional<std::invoke_result_t<Read, const PostgresRows&, int>>> {
    using Value = std::optional<std::invoke_result_t<Read, const PostgresRows&, int>>;
    const auto rows = run(sql, values...);
    if (!rows) return rows.error();
    return rows->size() == 0 ? Value{} : Value{read(*rows, 0)};
  }

  PostgresConnection& m_connection;
  std::int64_t m_municipality;
};

}  // namespace vejviser::hub
