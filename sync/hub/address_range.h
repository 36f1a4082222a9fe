// Addresses that may ask for something: one, or all that begin alike.
#pragma once

#include "src/base/result.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace vejviser::hub {

class AddressRange {
 public:
  /// Reads "10.1.2.0/24", "::1" or "fd00::/8"; without a length, the one address. Error Invalid.
  static Result<AddressRange> read(const std::string& text);

  /// False for what is no address. An IPv4 address is the same when it is written as IPv6
  /// ("::ffff:127.0.0.1").
  bool contains(const std::string& address) const;

 private:
  using Bytes = std::array<std::uint8_t, 16>;  ///< IPv4 as ::ffff:a.b.c.d
  AddressRange(const Bytes& bytes, int bits) : m_bytes(bytes), m_bits(bits) {}

  Bytes m_bytes{};
  int m_bits = 0;
};

/// 127.0.0.0/8 and ::1.
std::vector<AddressRange> loopback();

bool isWithin(const std::vector<AddressRange>& ranges, const std::string& address);

}  // namespace vejviser::hub
