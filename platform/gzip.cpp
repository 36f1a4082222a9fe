#include "platform/gzip.h"

#include <algorithm>
#include <zlib.h>

namespace vejviser::platform {

namespace {

constexpr int kGzipWindow = MAX_WBITS + 16;  // 16 = gzip framing
constexpr int kLevel = 6;
constexpr std::size_t kStep = 64 * 1024;

Bytef* input(std::string_view text) {
  return reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));  // zlib's API lacks const
}

}  // namespace

std::string gzip(std::string_view plain) {
  z_stream stream{};
  deflateInit2(&stream, kLevel, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, plain.size()), '\0');
  stream.next_in = input(plain);
  stream.avail_in = static_cast<uInt>(plain.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

Result<std::string> gunzip(std::string_view packed, std::size_t most) {
  z_stream stream{};
  inflateInit2(&stream, kGzipWindow);
  stream.next_in = input(packed);
  stream.avail_in = static_cast<uInt>(packed.size());
  std::string plain;
  int state = Z_OK;
  while (state == Z_OK && plain.size() <= most) {
    const std::size_t had = plain.size();
    plain.resize(std::min(had + kStep, most + 1));
    stream.next_out = reinterpret_cast<Bytef*>(plain.data() + had);
    stream.avail_out = static_cast<uInt>(plain.size() - had);
    state = inflate(&stream, Z_NO_FLUSH);
    plain.resize(plain.size() - stream.avail_out);
  }
  const bool tail = stream.avail_in > 0;
  inflateEnd(&stream);
  if (plain.size() > most) {
    return Error{ErrorCode::Invalid, kTooLarge,
                 "the body grows beyond " + std::to_string(most) + " bytes"};
  }
  if (state != Z_STREAM_END || tail) {
    return Error{ErrorCode::Invalid, "gzip", "the body is not one whole gzip member"};
  }
  return plain;
}

}  // namespace vejviser::platform
