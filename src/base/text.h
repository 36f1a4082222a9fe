// Text from people, files and other programs, checked before it goes any further.
#pragma once

#include "src/base/result.h"

#include <charconv>
#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace vejviser {

/// True for valid UTF-8. Source: RFC 3629.
bool isUtf8(std::string_view text);

/// True for valid UTF-8 without control characters and of at most `longest` bytes.
bool isPlainText(std::string_view text, std::size_t longest);

/// All of `text` as a decimal number that fits; nothing for other text. Signed types take '-', none
/// takes '+' or blanks.
template <std::integral Number>
std::optional<Number> wholeNumber(std::string_view text) {
  Number number = 0;
  const char* end = text.data() + text.size();
  const auto [stopped, fault] = std::from_chars(text.data(), end, number);
  if (fault != std::errc{} || stopped != end) return std::nullopt;
  return number;
}

/// A name that a person gives to something: 1 to 100 bytes of plain text. Error Invalid, with
/// `what` it is.
Status checkName(const std::string& what, std::string_view name);

}  // namespace vejviser
