// Digests, secrets and passwords, by libsodium.
#pragma once

#include "src/base/random.h"
#include "src/base/result.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace vejviser::platform {

using Digest = std::array<std::uint8_t, 32>;

Digest sha256(std::string_view text);

void fillRandom(std::span<std::uint8_t> out);

/// 256 random bits as 64 hexadecimal digits: tokens of tablets and log-ins.
std::string newSecret(RandomSource& random);

/// Base64 as it may stand in an address, without padding. Source: RFC 4648 §5.
std::string toBase64Url(std::string_view bytes);
/// Nothing for other text.
std::optional<std::string> fromBase64Url(std::string_view text);

/// Constant time in the content of texts of one length.
bool sameSecret(std::string_view a, std::string_view b);

/// Argon2id with a random salt, in the self-describing "$argon2id$..." form. Takes tens of
/// milliseconds and 64 MiB on purpose. Error Storage when memory is short.
Result<std::string> hashPassword(const std::string& password);

/// Constant time in the password's content.
bool passwordMatches(const std::string& hash, const std::string& password);

}  // namespace vejviser::platform
