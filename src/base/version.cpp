#include "src/base/version.h"

#include "src/base/text.h"

#include <algorithm>

namespace vejviser {

namespace {

/// Takes the first number off, with the dot behind it; 0 when there is none.
int takeNumber(std::string_view& version) {
  const std::string_view number = version.substr(0, version.find('.'));
  version.remove_prefix(std::min(number.size() + 1, version.size()));
  return wholeNumber<int>(number).value_or(0);
}

}  // namespace

std::string_view programVersion() {
  return VEJVISER_VERSION;
}

bool isVersion(std::string_view text) {
  constexpr std::size_t kLongest = 20;
  return text.size() <= kLongest && text.find_first_not_of("0123456789.") == std::string_view::npos;
}

bool isOlder(std::string_view one, std::string_view other) {
  while (!one.empty() || !other.empty()) {
    const int mine = takeNumber(one);
    const int its = takeNumber(other);
    if (mine != its) return mine < its;
  }
  return false;
}

}  // namespace vejviser
