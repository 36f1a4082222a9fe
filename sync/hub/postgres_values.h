// Values of statements in PostgreSQL's binary form: what is bound, and what comes back.
// Source: PostgreSQL 15 documentation, chapters 34 and 55; src/backend/utils/adt/arrayfuncs.c.
#pragma once

#include "platform/crypto.h"
#include "src/base/id.h"
#include "src/base/time.h"

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

struct pg_result;

namespace vejviser::hub {

/// One parameter.
struct PostgresValue {
  unsigned type = 0;                 ///< as in pg_type
  std::optional<std::string> bytes;  ///< nothing: NULL
};

PostgresValue postgresValue(bool value);
PostgresValue postgresValue(std::int64_t value);
PostgresValue postgresValue(const std::string& value);
PostgresValue postgresValue(const Id& value);
PostgresValue postgresValue(const platform::Digest& value);

template <class T>
requires((std::integral<T> && !std::same_as<T, bool>) || std::is_enum_v<T>) PostgresValue
    postgresValue(T value) {
  return postgresValue(static_cast<std::int64_t>(value));
}

template <class T>
PostgresValue postgresValue(const std::optional<T>& value) {
  if (value) return postgresValue(*value);
  return {postgresValue(T{}).type, std::nullopt};
}

/// An array of values of the same type, NULLs among them.
PostgresValue postgresArray(unsigned elementType, const std::vector<PostgresValue>& elements);

template <class T>
PostgresValue postgresValue(const std::vector<T>& values) {
  std::vector<PostgresValue> elements;
  elements.reserve(values.size());
  for (const T& value : values) elements.push_back(postgresValue(value));
  return postgresArray(postgresValue(T{}).type, elements);
}

/// The rows that a statement returned.
class PostgresRows {
 public:
  /// Takes over `result`; null: no rows.
  explicit PostgresRows(pg_result* result);

  int size() const;
  /// Rows that the statement inserted, changed or deleted.
  std::int64_t changed() const;

  /// True when the server names what it did so, e.g. "COMMIT".
  bool did(std::string_view command) const;

  bool isNull(int row, int column) const;
  /// A whole number of any width.
  std::int64_t integer(int row, int column) const;
  bool truth(int row, int column) const;
  std::string text(int row, int column) const;
  Id id(int row, int column) const;
  platform::Digest digest(int row, int column) const;

  template <class T>
  T enumerator(int row, int column) const {
    return static_cast<T>(integer(row, column));
  }
  Instant instant(int row, int column) const { return fromMs(integer(row, column)); }
  std::optional<Instant> optionalInstant(int row, int column) const;
  std::optional<std::string> optionalText(int row, int column) const;

 private:
  std::shared_ptr<pg_result> m_result;
};

}  // namespace vejviser::hub
