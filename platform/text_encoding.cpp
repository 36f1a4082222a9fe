#include "platform/text_encoding.h"

#include "src/base/text.h"

#include <array>
#include <cerrno>
#include <iconv.h>

namespace vejviser::platform {

namespace {

constexpr std::size_t kPiece = 64 * 1024;

Result<std::string> converted(std::string_view bytes, const char* encoding) {
  iconv_t conversion = iconv_open("UTF-8", encoding);
  const Error fault{ErrorCode::Invalid, "text", std::string{"is not whole "} + encoding};
  if (conversion == iconv_t(-1)) return fault;
  std::string utf8;
  std::array<char, kPiece> piece{};
  char* in = const_cast<char*>(bytes.data());  // iconv reads it alone
  std::size_t left = bytes.size();
  bool whole = true;
  while (whole && left > 0) {
    char* out = piece.data();
    std::size_t room = piece.size();
    const bool done = iconv(conversion, &in, &left, &out, &room) != std::size_t(-1);
    whole = done || errno == E2BIG;
    utf8.append(piece.data(), piece.size() - room);
  }
  iconv_close(conversion);
  return whole ? Result<std::string>{std::move(utf8)} : fault;
}

}  // namespace

Result<std::string> toUtf8(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return converted(bytes.substr(2), "UTF-16LE");
  if (bytes.starts_with("\xFE\xFF")) return converted(bytes.substr(2), "UTF-16BE");
  return isUtf8(bytes) ? std::string{bytes} : converted(bytes, "WINDOWS-1252");
}

}  // namespace vejviser::platform
