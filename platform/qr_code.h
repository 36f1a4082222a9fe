// A text as a QR code. Source: ISO/IEC 18004, error correction M.
#pragma once

#include "src/base/result.h"

#include <cstddef>
#include <string>
#include <vector>

namespace vejviser::platform {

struct QrCode {
  int side = 0;            ///< modules, the quiet zone of four on each side included
  std::vector<bool> dark;  ///< side * side of them, row by row

  /// False beyond the edges.
  bool isDark(int x, int y) const {
    const bool inside = x >= 0 && y >= 0 && x < side && y < side;
    const auto at = [](int number) { return static_cast<std::size_t>(number); };
    return inside && dark[at(y) * at(side) + at(x)];
  }
};

/// Error Invalid: the text is empty or too long for one.
Result<QrCode> makeQrCode(const std::string& text);

}  // namespace vejviser::platform
