// A QR code made of letters, for a terminal.
#pragma once

#include "src/base/result.h"

#include <string>

namespace vejviser::hub {

/// `text` as a QR code with its quiet zone, dark on light whatever the terminal's colours are: two
/// rows of it on each line. Error Invalid: too long for one. Source: ISO/IEC 18004, error
/// correction M.
Result<std::string> qrText(const std::string& text);

}  // namespace vejviser::hub
