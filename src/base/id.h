// 128-bit ids. Entries get a UUIDv7 (time-ordered, random tail) on the tablet that makes them.
#pragma once

#include "src/base/random.h"
#include "src/base/time.h"

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace vejviser {

struct Id {
  std::array<std::uint8_t, 16> bytes{};

  auto operator<=>(const Id&) const = default;
  bool isNull() const { return *this == Id{}; }
};

/// Lower-case 8-4-4-4-12 form. Source: RFC 9562 §4.
std::string toString(const Id& id);

/// Reads the 36-character form, either case; any version. Nothing for other text.
std::optional<Id> parseId(std::string_view text);

/// Lower-case hexadecimal, two digits a byte.
std::string toHex(std::span<const std::uint8_t> bytes);

/// True for text of `digits` lower-case hexadecimal digits, as inst and boot ids are.
bool isHex(std::string_view text, std::size_t digits);

/// Makes UUIDv7 ids that grow within one millisecond and when the clock steps back.
/// Source: RFC 9562 §5.7 and §6.2 method 1 (12-bit counter in rand_a).
class IdSource {
 public:
  IdSource(const Clock& clock, RandomSource& random) : m_clock(clock), m_random(random) {}

  Id next();

 private:
  const Clock& m_clock;
  RandomSource& m_random;
  std::int64_t m_last_ms = 0;
  std::uint16_t m_counter = 0;
};

/// No UUIDv7 made at `instant` or later is less.
Id firstIdAt(Instant instant);
/// True for a UUIDv7: its first bytes say when it was made.
bool isTimeOrdered(const Id& id);

/// A UUIDv4. Source: RFC 9562 §5.4.
Id newRandomId(RandomSource& random);

/// A UUIDv8 from the first 16 bytes of a digest: the same input gives the same id on every tablet.
/// Source: RFC 9562 §5.8.
Id idFromDigest(std::span<const std::uint8_t, 16> digest);

}  // namespace vejviser
