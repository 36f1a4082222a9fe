#include "sync/hub/versions.h"

#include "platform/crypto.h"

namespace vejviser::hub {

namespace {
constexpr const char* kChangedMeanwhile = "changed meanwhile";
}

std::string versionOfText(std::string_view text) {
  constexpr std::size_t kBytes = 16;  // nobody gains by a collision; chance makes none
  constexpr const char* kDigits = "0123456789abcdef";
  const platform::Digest digest = platform::sha256(text);
  std::string version;
  for (std::size_t i = 0; i < kBytes; ++i) {
    version += kDigits[digest[i] / 16];
    version += kDigits[digest[i] % 16];
  }
  return version;
}

Error changedMeanwhile() {
  return {ErrorCode::Refused, kChangedMeanwhile, "somebody else has changed this"};
}

bool isChangedMeanwhile(const Error& error) {
  return error.code == ErrorCode::Refused && error.where == kChangedMeanwhile;
}

}  // namespace vejviser::hub
