#include "sync/hub/web/comparison.h"

#include "sync/hub/parameters.h"

#include <cmath>

namespace vejviser::hub::web {

namespace {

using std::chrono::days;

constexpr days kYear{364};  // whole weeks: Mondays stand beside Mondays

}  // namespace

Result<Compared> comparedIn(const std::map<std::string, std::string>& query) {
  const auto word =
      wordIn(query, "compare", {"", code(Compared::Before), code(Compared::YearBefore)});
  if (!word) return word.error();
  if (word->empty()) return Compared::Nothing;
  return *word == code(Compared::Before) ? Compared::Before : Compared::YearBefore;
}

std::string code(Compared compared) {
  switch (compared) {
    case Compared::Nothing:
      return "";
    case Compared::Before:
      return "before";
    case Compared::YearBefore:
      return "year";
  }
  return "";
}

std::optional<Period> comparedPeriod(Compared compared, const Period& period) {
  if (compared == Compared::Nothing) return std::nullopt;
  const days back = compared == Compared::YearBefore ? kYear : period.to - period.from + days{1};
  return Period{period.from - back, period.to - back};
}

std::string change(Language language, std::int64_t before, std::int64_t now) {
  if (before <= 0) return "";
  const auto percent =
      std::llround(100.0 * static_cast<double>(now - before) / static_cast<double>(before));
  return (percent > 0 ? "+" : "") + number(language, percent) + " %";
}

}  // namespace vejviser::hub::web
