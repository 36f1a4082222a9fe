// The one line in the QR code that lets a tablet in: the hub's address and the one-use code. The
// hub writes it, the tablet reads it. Source: PROTOCOL.md, "The link that lets a tablet in".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vejviser {

struct EnrolLink {
  std::string hub;   ///< e.g. "https://hub.example.dk:8443"
  std::string code;  ///< e.g. "QKTB-HWRN", as the hub gave it

  bool operator==(const EnrolLink&) const = default;
};

/// The longest hub address that fits in a link: what a QR code on a screen still shows large.
constexpr std::size_t kLongestHubAddress = 500;

/// "vejviser:enrol?hub=https%3A%2F%2Fhub.example.dk&code=QKTB-HWRN".
std::string write(const EnrolLink& link);

/// True for text with what means to be a link, right or wrong: then no person typed it.
bool looksLikeEnrolLink(std::string_view text);

/// Nothing unless the text ends in a whole link: both parts once each, an address with https:// or
/// http:// and a host, and a code of 8 letters. What stands before it was in the field already;
/// spaces around it, the case of "vejviser:enrol" and parts of other names do not matter.
std::optional<EnrolLink> readEnrolLink(std::string_view text);

}  // namespace vejviser
