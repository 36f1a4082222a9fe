// gzip in memory, by zlib. Inflating is bounded: a small body must not become a large one.
#pragma once

#include "src/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace vejviser::platform {

/// One gzip member, level 6.
std::string gzip(std::string_view plain);

/// Error Invalid when the data is not gzip, is cut short, has a tail, or would grow beyond `most`
/// bytes (then `where` is kTooLarge).
Result<std::string> gunzip(std::string_view packed, std::size_t most);

inline constexpr const char* kTooLarge = "gzip: too large";

}  // namespace vejviser::platform
