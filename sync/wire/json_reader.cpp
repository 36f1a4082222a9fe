#include "sync/wire/json_reader.h"

#include "src/base/text.h"

#include <nlohmann/json.hpp>

namespace vejviser::wire {

namespace {

constexpr std::size_t kLongestText = 1000;  // longer than any text of the protocol
constexpr int kDeepest = 32;                // deeper than any message of the protocol

bool isDeep(std::string_view text) {
  int depth = 0;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted && c == '\\') {
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && (c == '[' || c == '{')) {
      if (++depth > kDeepest) return true;
    } else if (!quoted && (c == ']' || c == '}')) {
      --depth;
    }
  }
  return false;
}

}  // namespace

nlohmann::json parseJson(std::string_view text) {
  if (isDeep(text)) return nlohmann::json(nlohmann::json::value_t::discarded);
  return nlohmann::json::parse(text, nullptr, false);
}

const nlohmann::json* JsonReader::find(const char* key) const {
  if (!m_object.is_object()) return nullptr;
  const auto it = m_object.find(key);
  return it == m_object.end() ? nullptr : &*it;
}

bool JsonReader::has(const char* key) const {
  return find(key) != nullptr;
}

void JsonReader::fail(const char* key, const char* why) {
  if (m_fault.empty()) m_fault = std::string{key} + " " + why;
}

std::string JsonReader::text(const char* key) {
  const auto* member = find(key);
  if (member == nullptr || !member->is_string()) {
    fail(key, member == nullptr ? "is missing" : "must be text");
    return {};
  }
  const auto& text = member->get_ref<const std::string&>();
  if (!isPlainText(text, kLongestText)) fail(key, "holds control characters or is too long");
  return text;
}

std::string JsonReader::document(const char* key) {
  const auto* member = find(key);
  const bool text = member != nullptr && member->is_string();
  if (text && isUtf8(member->get_ref<const std::string&>())) return member->get<std::string>();
  fail(key, member == nullptr ? "is missing" : "must be text");
  return {};
}

std::optional<std::string> JsonReader::optionalText(const char* key) {
  const auto* member = find(key);
  if (member == nullptr || member->is_null()) return std::nullopt;
  return text(key);
}

std::int64_t JsonReader::integer(const char* key, std::int64_t least, std::int64_t most) {
  const auto* member = find(key);
  if (member == nullptr || !member->is_number_integer()) {
    fail(key, member == nullptr ? "is missing" : "must be a whole number");
    return least;
  }
  if (member->is_number_unsigned() &&
      member->get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX)) {
    fail(key, "is out of range");
    return least;
  }
  const auto value = member->get<std::int64_t>();
  if (value < least || value > most) {
    fail(key, "is out of range");
    return least;
  }
  return value;
}

bool JsonReader::boolean(const char* key, bool otherwise) {
  const auto* member = find(key);
  if (member == nullptr) return otherwise;
  if (!member->is_boolean()) fail(key, "must be true or false");
  return member->is_boolean() ? member->get<bool>() : otherwise;
}

Id JsonReader::id(const char* key) {
  const auto id = parseId(text(key));
  if (!id || id->isNull()) fail(key, "must be a UUID");
  return id.value_or(Id{});
}

std::optional<Id> JsonReader::optionalId(const char* key) {
  const auto* member = find(key);
  if (member == nullptr || member->is_null()) return std::nullopt;
  return id(key);
}

std::string JsonReader::hex(const char* key, std::size_t digits) {
  const std::string value = text(key);
  if (!isHex(value, digits)) fail(key, "must be lower-case hexadecimal of the right length");
  return value;
}

Instant JsonReader::instant(const char* key) {
  return fromMs(integer(key, 0, kMaxMs));
}

}  // namespace vejviser::wire
