// Reading members of a JSON object with types and ranges checked. The first thing that is wrong is
// kept; reading goes on with harmless values, so that callers check once at the end.
#pragma once

#include "src/base/id.h"
#include "src/base/result.h"
#include "src/base/time.h"

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace vejviser::wire {

class JsonReader {
 public:
  /// A value that is no object makes every member missing. The object must outlive the reader.
  explicit JsonReader(const nlohmann::json& object) : m_object(object) {}

  bool has(const char* key) const;
  std::string text(const char* key);
  /// Text of many lines and any length.
  std::string document(const char* key);
  std::optional<std::string> optionalText(const char* key);
  std::int64_t integer(const char* key, std::int64_t least, std::int64_t most);
  bool boolean(const char* key, bool otherwise);
  Id id(const char* key);
  std::optional<Id> optionalId(const char* key);
  std::string hex(const char* key, std::size_t digits);
  /// Milliseconds since 1970, up to kMaxMs.
  Instant instant(const char* key);
  /// A word that `fromCode` knows.
  template <class FromCode>
  auto word(const char* key, FromCode fromCode) {
    const auto value = fromCode(text(key));
    if (!value) fail(key, "is not a word that is known here");
    return value.value_or(typename decltype(value)::value_type{});
  }

  void fail(const char* key, const char* why);
  bool ok() const { return m_fault.empty(); }
  /// Invalid: what is wrong, with `where` before it.
  Error error(const std::string& where) const { return {ErrorCode::Invalid, where, m_fault}; }

 private:
  /// Null when the member is missing.
  const nlohmann::json* find(const char* key) const;

  const nlohmann::json& m_object;
  std::string m_fault;
};

/// The value that `text` holds; a discarded one for what is no JSON, or nests deeper than any
/// message of ours: the library copies and writes values by recursion.
nlohmann::json parseJson(std::string_view text);

constexpr std::int64_t kMaxMs = toMs(kLatest);

}  // namespace vejviser::wire
