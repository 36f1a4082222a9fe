#include "sync/hub/address_range.h"

#include "src/base/text.h"

#include <algorithm>
#include <arpa/inet.h>
#include <optional>

namespace vejviser::hub {

namespace {

using Bytes = std::array<std::uint8_t, 16>;
constexpr int kBits = 128;
constexpr int kMappedBits = 96;  // ::ffff:0:0/96 holds IPv4. Source: RFC 4291 §2.5.5.2

struct Address {
  Bytes bytes{};
  bool four = false;
};

std::optional<Address> addressFrom(const std::string& text) {
  Address address;
  if (inet_pton(AF_INET6, text.c_str(), address.bytes.data()) == 1) return address;
  address.bytes = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
  address.four = true;
  if (inet_pton(AF_INET, text.c_str(), address.bytes.data() + kMappedBits / 8) == 1) return address;
  return std::nullopt;
}

}  // namespace

Result<AddressRange> AddressRange::read(const std::string& text) {
  const Error wrong{ErrorCode::Invalid, text, "is no IP address and no ADDRESS/LENGTH"};
  const std::size_t slash = std::min(text.find('/'), text.size());
  const auto address = addressFrom(text.substr(0, slash));
  if (!address) return wrong;
  const int longest = address->four ? kBits - kMappedBits : kBits;
  int length = longest;
  if (slash < text.size()) {
    length = wholeNumber<int>(std::string_view{text}.substr(slash + 1)).value_or(-1);
    if (length < 0 || length > longest) return wrong;
  }
  return AddressRange{address->bytes, kBits - longest + length};
}

bool AddressRange::contains(const std::string& text) const {
  const auto address = addressFrom(text);
  if (!address) return false;
  for (int bit = 0; bit < m_bits; ++bit) {
    const auto byte = static_cast<std::size_t>(bit / 8);
    const int mask = 0x80 >> (bit % 8);
    if (((address->bytes[byte] ^ m_bytes[byte]) & mask) != 0) return false;
  }
  return true;
}

std::vector<AddressRange> loopback() {
  return {AddressRange::read("127.0.0.0/8").value(), AddressRange::read("::1").value()};
}

bool isWithin(const std::vector<AddressRange>& ranges, const std::string& address) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](const AddressRange& range) { return range.contains(address); });
}

}  // namespace vejviser::hub
