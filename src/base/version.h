// Which version of the programs this is.
#pragma once

#include <string_view>

namespace vejviser {

/// "1.2.0", as the build says.
std::string_view programVersion();

/// Digits and dots, 20 at most; also nothing at all.
bool isVersion(std::string_view text);

/// Whether `one` is an older version than `other`: numbers between dots, the first counts most.
bool isOlder(std::string_view one, std::string_view other);

}  // namespace vejviser
