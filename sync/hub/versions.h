// What tells that something was changed since a form was made from it: a digest of what it said. So
// it needs no counter, holds over restarts and between several hubs on one database, and a change
// that was taken back is none.
#pragma once

#include "src/base/result.h"

#include <string>
#include <string_view>

namespace vejviser::hub {

/// 32 hexadecimal digits.
std::string versionOfText(std::string_view text);

/// The error for what has another version than the form was made from: Refused.
Error changedMeanwhile();
bool isChangedMeanwhile(const Error& error);

}  // namespace vejviser::hub
