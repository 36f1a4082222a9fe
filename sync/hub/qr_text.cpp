#include "sync/hub/qr_text.h"

#include "platform/qr_code.h"

namespace vejviser::hub {

namespace {

constexpr const char* kWhiteOnBlack = "\033[40;97m";
constexpr const char* kAsBefore = "\033[0m";

/// What stands in one place: the light of the upper and the lower module.
const char* block(bool upper, bool lower) {
  if (upper) return lower ? "\u2588" : "\u2580";
  return lower ? "\u2584" : " ";
}

}  // namespace

Result<std::string> qrText(const std::string& text) {
  const auto code = platform::makeQrCode(text);
  if (!code) return code.error();
  std::string lines;
  for (int y = 0; y < code->side; y += 2) {
    lines += kWhiteOnBlack;
    for (int x = 0; x < code->side; ++x)
      lines += block(!code->isDark(x, y), !code->isDark(x, y + 1));
    lines += kAsBefore;
    lines += '\n';
  }
  return lines;
}

}  // namespace vejviser::hub
