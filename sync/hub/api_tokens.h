// Tokens of those who may read figures and nothing else, e.g. the municipality's business
// intelligence. The hub keeps their digests only.
#pragma once

#include "src/base/random.h"
#include "sync/hub/audit.h"
#include "sync/hub/storage.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace vejviser::hub {

/// What such a token begins with: it tells one from a tablet's, and a leaked one from other text.
constexpr std::string_view kApiTokenPrefix = "vejviser-api-";

/// A new token, told once and never again. `days`: how long it is good, as typed; empty: until it
/// is revoked. Errors: Invalid (the name or the days), Refused (there is one of that name).
Result<std::string> addApiToken(Storage& storage, const Actor& by, const Clock& clock,
                                RandomSource& random, const std::string& name,
                                const std::string& days);

/// All of them as lines for a person; those that have expired too.
Result<std::string> listApiTokens(Storage& storage, const Clock& clock);

/// From now on it opens nothing. Error Invalid when there is none of that name.
Status revokeApiToken(Storage& storage, const Actor& by, const Clock& clock,
                      const std::string& name);

/// Whether a token may read now. Its use is noted once an hour at most; a disk that cannot note it
/// keeps nobody from reading.
Result<bool> mayRead(Storage& storage, const Clock& clock, const std::string& token);

}  // namespace vejviser::hub
