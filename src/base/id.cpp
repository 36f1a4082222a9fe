#include "src/base/id.h"

#include <algorithm>

namespace vejviser {

namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";
constexpr std::size_t kTextLength = 36;

bool isHyphenPlace(std::size_t i) {
  return i == 8 || i == 13 || i == 18 || i == 23;
}

int hexValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

void setVersion(Id& id, std::uint8_t version) {
  id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0F) | (version << 4));
  id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3F) | 0x80);
}

Id startingWith(std::int64_t ms) {
  Id id;
  for (std::size_t i = 0; i < 6; ++i) {
    id.bytes[i] = static_cast<std::uint8_t>(ms >> (8 * (5 - i)));
  }
  return id;
}

}  // namespace

std::string toString(const Id& id) {
  std::string text;
  text.reserve(kTextLength);
  for (std::uint8_t byte : id.bytes) {
    if (isHyphenPlace(text.size())) text.push_back('-');
    text.push_back(kHexDigits[byte >> 4]);
    text.push_back(kHexDigits[byte & 0x0F]);
  }
  return text;
}

std::optional<Id> parseId(std::string_view text) {
  if (text.size() != kTextLength) return std::nullopt;
  Id id;
  std::size_t nibble = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (isHyphenPlace(i)) {
      if (text[i] != '-') return std::nullopt;
      continue;
    }
    const int value = hexValue(text[i]);
    if (value < 0) return std::nullopt;
    auto& byte = id.bytes[nibble / 2];
    byte = static_cast<std::uint8_t>(nibble % 2 == 0 ? value << 4 : byte | value);
    ++nibble;
  }
  return id;
}

std::string toHex(std::span<const std::uint8_t> bytes) {
  std::string text;
  text.reserve(bytes.size() * 2);
  for (std::uint8_t byte : bytes) {
    text.push_back(kHexDigits[byte >> 4]);
    text.push_back(kHexDigits[byte & 0x0F]);
  }
  return text;
}

bool isHex(std::string_view text, std::size_t digits) {
  return text.size() == digits && std::all_of(text.begin(), text.end(), [](char c) {
           return kHexDigits.find(c) != std::string_view::npos;
         });
}

Id IdSource::next() {
  const std::int64_t now_ms = toMs(m_clock.now());
  if (now_ms > m_last_ms) {
    m_last_ms = now_ms;
    m_counter = static_cast<std::uint16_t>(m_random.below(0x800));  // room to grow to 0xFFF
  } else if (++m_counter > 0xFFF) {
    ++m_last_ms;  // more than the counter holds in one millisecond: borrow from the next one
    m_counter = 0;
  }
  Id id = startingWith(m_last_ms);
  m_random.fill(std::span(id.bytes).subspan<8>());
  id.bytes[6] = static_cast<std::uint8_t>(m_counter >> 8);
  id.bytes[7] = static_cast<std::uint8_t>(m_counter);
  setVersion(id, 7);
  return id;
}

Id firstIdAt(Instant instant) {
  return startingWith(toMs(instant));
}

bool isTimeOrdered(const Id& id) {
  return id.bytes[6] >> 4 == 7;
}

Id newRandomId(RandomSource& random) {
  Id id;
  random.fill(id.bytes);
  setVersion(id, 4);
  return id;
}

Id idFromDigest(std::span<const std::uint8_t, 16> digest) {
  Id id;
  std::copy(digest.begin(), digest.end(), id.bytes.begin());
  setVersion(id, 8);
  return id;
}

}  // namespace vejviser
