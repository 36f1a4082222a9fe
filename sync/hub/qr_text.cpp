#include "sync/hub/qr_text.h"

#include <array>
#include <memory>
#include <qrencode.h>

namespace vejviser::hub {

namespace {

constexpr int kQuiet = 4;  // modules of light around it. Source: ISO/IEC 18004 §6.3.8
constexpr const char* kWhiteOnBlack = "\033[40;97m";
constexpr const char* kAsBefore = "\033[0m";

/// What stands in one place: the light of the upper and the lower module.
const char* block(bool upper, bool lower) {
  if (upper) return lower ? "\u2588" : "\u2580";
  return lower ? "\u2584" : " ";
}

}  // namespace

Result<std::string> qrText(const std::string& text) {
  const std::unique_ptr<QRcode, void (*)(QRcode*)> code{
      QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), QRcode_free};
  if (!code) return Error{ErrorCode::Invalid, "the QR code", "the text is too long for one"};
  const auto light = [&code](int x, int y) {
    const bool inside = x >= 0 && y >= 0 && x < code->width && y < code->width;
    return !inside || (code->data[y * code->width + x] & 1) == 0;
  };
  std::string lines;
  for (int y = -kQuiet; y < code->width + kQuiet; y += 2) {
    lines += kWhiteOnBlack;
    for (int x = -kQuiet; x < code->width + kQuiet; ++x)
      lines += block(light(x, y), light(x, y + 1));
    lines += kAsBefore;
    lines += '\n';
  }
  return lines;
}

}  // namespace vejviser::hub
