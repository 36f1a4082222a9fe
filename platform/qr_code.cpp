#include "platform/qr_code.h"

#include <memory>
#include <qrencode.h>

namespace vejviser::platform {

namespace {
constexpr int kQuiet = 4;  // Source: ISO/IEC 18004 §6.3.8
}  // namespace

Result<QrCode> makeQrCode(const std::string& text) {
  const std::unique_ptr<QRcode, void (*)(QRcode*)> code{
      QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), QRcode_free};
  if (!code) return Error{ErrorCode::Invalid, "the QR code", "the text is too long for one"};
  QrCode made;
  made.side = code->width + 2 * kQuiet;
  for (int y = -kQuiet; y < code->width + kQuiet; ++y) {
    for (int x = -kQuiet; x < code->width + kQuiet; ++x) {
      const bool inside = x >= 0 && y >= 0 && x < code->width && y < code->width;
      made.dark.push_back(inside && (code->data[y * code->width + x] & 1) != 0);
    }
  }
  return made;
}

}  // namespace vejviser::platform
