#include "sync/wire/json_reader.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace vejviser::wire {

namespace {
constexpr std::size_t kLongestText = 1000;  // longer than any text of the protocol
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

bool isPlainText(std::string_view text, std::size_t longest) {
  return text.size() <= longest &&
         std::none_of(text.begin(), text.end(), [](char c) { return c >= 0 && c < 0x20; });
}

}  // namespace vejviser::wire
