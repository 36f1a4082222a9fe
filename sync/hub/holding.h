// Why entries are kept but not counted. The words are in sync/PROTOCOL.md.
#pragma once

#include "src/domain/entry.h"
#include "sync/hub/records.h"

#include <string>
#include <string_view>

namespace vejviser::hub {

/// Of a tablet that was taken out of use, whatever the entry says.
constexpr const char* kRevoked = "revoked";
/// Written for a newer hub; looked at again when this one has been brought up to date.
constexpr const char* kFutureSchema = "future-schema";

/// Why an understood entry cannot be counted as it is; empty when it can. `now`: when it arrived.
std::string reasonToHold(const Entry& entry, const Vocabulary& vocabulary, Instant now);

/// A help or referral that was logged when it cannot have been. A correction or withdrawal counts
/// under the time of what it corrects; its own moves nothing.
bool isLoggedAbsurdly(const Entry& entry, Instant now);
/// What is said to have happened when it cannot have.
bool isDatedAbsurdly(const Entry& entry, Instant now);

/// Nothing was logged before the program existed.
constexpr Instant kFirstLogged{Instant{std::chrono::sys_days{std::chrono::year{2025} / 1 / 1}}};

/// True when an entry must name a topic of the catalogue and does not.
bool lacksTopic(const Entry& entry, const Vocabulary& vocabulary);

/// True for a referral to what is no unit and no outside body.
bool lacksDestination(const Entry& entry, const Vocabulary& vocabulary);

/// True for the reasons that a supervisor can do something about.
bool isReleasable(std::string_view reason);

/// The code that an entry of this reason is held for, e.g. the unknown topic; else empty.
std::string unknownCode(const Entry& entry, std::string_view reason);

}  // namespace vejviser::hub
