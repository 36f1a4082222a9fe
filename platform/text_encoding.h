// Text of files that other programs wrote, as UTF-8, by iconv.
#pragma once

#include "src/base/result.h"

#include <string>
#include <string_view>

namespace vejviser::platform {

/// UTF-16 is known by its byte order mark; UTF-8 by being valid, with or without one; what is
/// neither is read as Windows-1252, as Danish desktop programs write it. The mark of UTF-16 is left
/// out. Error Invalid when it is not whole UTF-16, or holds a byte that Windows-1252 does not have.
Result<std::string> toUtf8(std::string_view bytes);

}  // namespace vejviser::platform
