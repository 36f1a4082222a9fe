#include "sync/hub/postgres_values.h"

#include <algorithm>
#include <cstring>
#include <libpq-fe.h>

namespace vejviser::hub {

namespace {

// Source: PostgreSQL 15, src/include/catalog/pg_type.dat.
constexpr unsigned kBool = 16;
constexpr unsigned kBytea = 17;
constexpr unsigned kInt8 = 20;
constexpr unsigned kText = 25;
constexpr unsigned kUuid = 2950;

unsigned arrayOf(unsigned element) {
  switch (element) {
    case kBool:
      return 1000;
    case kBytea:
      return 1001;
    case kInt8:
      return 1016;
    case kText:
      return 1009;
    default:
      return 2951;  // of uuid
  }
}

/// The lowest `width` bytes of a number, the highest of them first.
void appendNumber(std::string& bytes, std::uint64_t number, int width) {
  for (int shift = (width - 1) * 8; shift >= 0; shift -= 8) {
    bytes.push_back(static_cast<char>(number >> shift));
  }
}

}  // namespace

PostgresValue postgresValue(bool value) {
  return {kBool, std::string(1, value ? '\1' : '\0')};
}

PostgresValue postgresValue(std::int64_t value) {
  PostgresValue bound{kInt8, ""};
  appendNumber(*bound.bytes, static_cast<std::uint64_t>(value), 8);
  return bound;
}

PostgresValue postgresValue(const std::string& value) {
  return {kText, value};
}

PostgresValue postgresValue(const Id& value) {
  return {kUuid, std::string{value.bytes.begin(), value.bytes.end()}};
}

PostgresValue postgresValue(const platform::Digest& value) {
  return {kBytea, std::string{value.begin(), value.end()}};
}

PostgresValue postgresArray(unsigned elementType, const std::vector<PostgresValue>& elements) {
  constexpr std::uint64_t kNull = ~std::uint64_t{0};
  PostgresValue array{arrayOf(elementType), ""};
  std::string& bytes = *array.bytes;
  const bool nulls =
      std::any_of(elements.begin(), elements.end(), [](const auto& e) { return !e.bytes; });
  appendNumber(bytes, elements.empty() ? 0 : 1, 4);  // dimensions
  appendNumber(bytes, nulls ? 1 : 0, 4);
  appendNumber(bytes, elementType, 4);
  if (!elements.empty()) {
    appendNumber(bytes, elements.size(), 4);
    appendNumber(bytes, 1, 4);  // the first index
  }
  for (const PostgresValue& element : elements) {
    appendNumber(bytes, element.bytes ? element.bytes->size() : kNull, 4);
    if (element.bytes) bytes += *element.bytes;
  }
  return array;
}

PostgresRows::PostgresRows(pg_result* result) : m_result(result, PQclear) {}

int PostgresRows::size() const {
  return PQntuples(m_result.get());
}

std::int64_t PostgresRows::changed() const {
  return std::strtoll(PQcmdTuples(m_result.get()), nullptr, 10);
}

bool PostgresRows::did(std::string_view command) const {
  return PQcmdStatus(m_result.get()) == command;
}

bool PostgresRows::isNull(int row, int column) const {
  return PQgetisnull(m_result.get(), row, column) != 0;
}

std::int64_t PostgresRows::integer(int row, int column) const {
  const char* bytes = PQgetvalue(m_result.get(), row, column);
  const int width = PQgetlength(m_result.get(), row, column);
  if (width == 0) return 0;
  const bool negative = (static_cast<unsigned char>(bytes[0]) & 0x80U) != 0;
  std::uint64_t number = negative ? ~std::uint64_t{0} : 0;
  for (int i = 0; i < width; ++i) number = (number << 8U) | static_cast<unsigned char>(bytes[i]);
  return static_cast<std::int64_t>(number);
}

bool PostgresRows::truth(int row, int column) const {
  return integer(row, column) != 0;
}

std::string PostgresRows::text(int row, int column) const {
  return {PQgetvalue(m_result.get(), row, column),
          static_cast<std::size_t>(PQgetlength(m_result.get(), row, column))};
}

Id PostgresRows::id(int row, int column) const {
  Id id;
  const std::string bytes = text(row, column);
  if (bytes.size() == id.bytes.size()) std::memcpy(id.bytes.data(), bytes.data(), bytes.size());
  return id;
}

platform::Digest PostgresRows::digest(int row, int column) const {
  platform::Digest digest{};
  const std::string bytes = text(row, column);
  if (bytes.size() == digest.size()) std::memcpy(digest.data(), bytes.data(), bytes.size());
  return digest;
}

std::optional<Instant> PostgresRows::optionalInstant(int row, int column) const {
  if (isNull(row, column)) return std::nullopt;
  return instant(row, column);
}

std::optional<std::string> PostgresRows::optionalText(int row, int column) const {
  if (isNull(row, column)) return std::nullopt;
  return text(row, column);
}

}  // namespace vejviser::hub
