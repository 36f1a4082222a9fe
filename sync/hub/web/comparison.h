// A period beside another one: the days it is compared with, and how figures changed.
#pragma once

#include "src/base/result.h"
#include "src/domain/statistics.h"
#include "sync/hub/web/texts.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace vejviser::hub::web {

enum class Compared { Nothing, Before, YearBefore };

/// Reads `compare`; Error Invalid when it is none of our words.
Result<Compared> comparedIn(const std::map<std::string, std::string>& query);
/// The word of the query; empty: with nothing.
std::string code(Compared compared);

/// As many days just before, or the same weekdays 52 weeks earlier.
std::optional<Period> comparedPeriod(Compared compared, const Period& period);

/// "+12 %", "-3 %", "0 %": rounded half away from zero. Nothing when there was nothing before.
std::string change(Language language, std::int64_t before, std::int64_t now);

}  // namespace vejviser::hub::web
