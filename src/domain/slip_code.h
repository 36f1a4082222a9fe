// The code on a referral's slip: spoken, printed or scanned. It says nothing about anybody. The
// subject id of a referral comes from its code, so that a tablet that is told the code can reply to
// a referral it has never seen, with no network on either side.
//
// Eight characters of 2-9 and A-Z without I, L and O: seven at random (34 bits) and one that shows
// most slips of the tongue: any one wrong character, and any two neighbours that changed places.
#pragma once

#include "src/base/random.h"

#include <optional>
#include <string>
#include <string_view>

namespace vejviser {

/// A new code, e.g. "K7MP4XQ8".
std::string newSlipCode(RandomSource& random);

/// Reads what somebody typed or scanned: either case; spaces and hyphens do not matter. Nothing for
/// what is no code, or one that was mistyped.
std::optional<std::string> parseSlipCode(std::string_view text);

/// "K7MP 4XQ8", as people read it.
std::string spacedSlipCode(std::string_view code);

/// What a referral's id is the digest of.
std::string slipKey(std::string_view code);

}  // namespace vejviser
