// A period beside another one: the days it is compared with, and how figures changed.
#pragma once

#include "src/base/result.h"
#include "src/domain/week_sums.h"
#include "sync/hub/web/texts.h"

#include <cstdint>
#include <kainjow/mustache.hpp>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace vejviser::hub::web {

enum class Compared { Nothing, Before, YearBefore };

/// Reads `compare`; Error Invalid when it is none of our words.
Result<Compared> comparedIn(const std::map<std::string, std::string>& query);
/// The word of the query; empty: with nothing.
std::string code(Compared compared);

/// As many days just before, or the same weekdays 52 weeks earlier.
std::optional<Period> comparedPeriod(Compared compared, const Period& period);

/// Other days, which those asked for are compared with.
struct Comparison {
  Compared compared = Compared::Nothing;
  Period period;
  Figures figures;
  std::set<Line> withheld;
};

/// The choices of a form.
kainjow::mustache::data compareChoices(Language language, Compared chosen);

/// A figure, "helps", "people" or "referrals"; with what it was in other days when it is compared.
/// Days without any figure at all were perhaps not recorded: nothing is said to have risen from
/// them.
kainjow::mustache::data keyFigure(Language language, const Comparison& other,
                                  const std::string& name, std::int64_t Figures::*figure,
                                  const Figures& figures, const std::set<Line>& withheld);

}  // namespace vejviser::hub::web
