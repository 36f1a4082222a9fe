// Text from people, files and other programs, checked before it goes any further.
#pragma once

#include "src/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace vejviser {

/// True for valid UTF-8. Source: RFC 3629.
bool isUtf8(std::string_view text);

/// True for valid UTF-8 without control characters and of at most `longest` bytes.
bool isPlainText(std::string_view text, std::size_t longest);

/// A name that a person gives to something: 1 to 100 bytes of plain text. Error Invalid, with
/// `what` it is.
Status checkName(const std::string& what, std::string_view name);

}  // namespace vejviser
