#include "platform/crypto.h"

#include "src/base/id.h"

#include <sodium.h>

namespace vejviser::platform {

namespace {

/// libsodium must be started once before anything else of it is used.
void ensureStarted() {
  static const int kStarted = sodium_init();
  static_cast<void>(kStarted);
}

const unsigned char* bytesOf(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

Digest sha256(std::string_view text) {
  ensureStarted();
  Digest digest{};
  crypto_hash_sha256(digest.data(), bytesOf(text), text.size());
  return digest;
}

void fillRandom(std::span<std::uint8_t> out) {
  ensureStarted();
  randombytes_buf(out.data(), out.size());
}

std::string newSecret(RandomSource& random) {
  std::array<std::uint8_t, 32> bytes{};
  random.fill(bytes);
  return toHex(bytes);
}

std::string toBase64Url(std::string_view bytes) {
  constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string text(sodium_base64_encoded_len(bytes.size(), kVariant), '\0');
  sodium_bin2base64(text.data(), text.size(), bytesOf(bytes), bytes.size(), kVariant);
  text.pop_back();  // the NUL that libsodium writes
  return text;
}

std::optional<std::string> fromBase64Url(std::string_view text) {
  constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string bytes(text.size(), '\0');
  std::size_t size = 0;
  const char* end = nullptr;
  const int read = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(),
                                     text.data(), text.size(), nullptr, &size, &end, kVariant);
  if (read != 0 || end != text.data() + text.size()) return std::nullopt;
  bytes.resize(size);
  return bytes;
}

bool sameSecret(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

Result<std::string> hashPassword(const std::string& password) {
  ensureStarted();
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (crypto_pwhash_str_alg(hash.data(), password.data(), password.size(),
                            crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE,
                            crypto_pwhash_ALG_ARGON2ID13) != 0) {
    return Error{ErrorCode::Storage, "hash password", "not enough memory"};
  }
  return std::string{hash.data()};
}

bool passwordMatches(const std::string& hash, const std::string& password) {
  ensureStarted();
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

}  // namespace vejviser::platform
