// How long what somebody wrote stands on the hub. Figures and entries stay: only the words go.
#pragma once

#include "src/base/random.h"
#include "sync/hub/audit.h"
#include "sync/hub/storage.h"

#include <optional>
#include <string>

namespace vejviser::hub {

/// The kind of data whose time can be set: the texts of questions and of their answers.
constexpr const char* kTexts = "texts";
/// A tablet keeps what it has sent for 35 days and sends it again to a hub that was restored: a
/// text that went sooner could come back.
constexpr int kLeastTextDays = 35;
constexpr int kMostTextDays = 3650;  // ten years, as far as figures are shown

/// What stands where a text has expired. A question must have a text; answered stays answered.
constexpr const char* kExpiredText = "-";

/// How many days texts stand; nothing: as long as the hub has them.
Result<std::optional<int>> textDays(ReadTx& tx);

/// Sets it, with a line in the audit log. Error Invalid: another kind, or beyond the limits.
Status setRetention(WriteTx& tx, const Actor& by, const std::string& kind, std::optional<int> days,
                    Instant now);

/// Takes away the texts whose question arrived longer ago than is set, and tells tablets that they
/// do not need the questions any more. No figure changes. The number of texts; nothing is left of
/// them in the files. Errors: those of Storage.
Result<std::int64_t> expireTexts(Storage& storage, const Clock& clock, RandomSource& random);

}  // namespace vejviser::hub
