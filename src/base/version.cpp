#include "src/base/version.h"

#include <algorithm>
#include <charconv>

namespace vejviser {

namespace {

/// Takes the first number off; 0 when there is none.
int takeNumber(std::string_view& version) {
  int number = 0;
  std::from_chars(version.data(), version.data() + version.size(), number);
  const std::size_t dot = std::min(version.find('.'), version.size() - 1);
  version.remove_prefix(version.empty() ? 0 : dot + 1);
  return number;
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
