#include "sync/hub/web/comparison.h"

#include "sync/hub/parameters.h"

#include <cmath>

namespace vejviser::hub::web {

using kainjow::mustache::data;

namespace {

using std::chrono::days;

constexpr days kYear{364};  // whole weeks: Mondays stand beside Mondays

/// "+12 %", "-3 %", "0 %": rounded half away from zero. Nothing when there was nothing before.
std::string change(Language language, std::int64_t before, std::int64_t now) {
  if (before <= 0) return "";
  const auto percent =
      std::llround(100.0 * static_cast<double>(now - before) / static_cast<double>(before));
  return (percent > 0 ? "+" : "") + number(language, percent) + " %";
}

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

data compareChoices(Language language, Compared chosen) {
  data list{data::type::list};
  for (const auto& [compared, key] : {std::pair{Compared::Nothing, "compare_nothing"},
                                      std::pair{Compared::Before, "compare_before"},
                                      std::pair{Compared::YearBefore, "compare_year"}}) {
    data item;
    item.set("code", code(compared));
    item.set("name", text(language, key));
    item.set("chosen", compared == chosen);
    list.push_back(item);
  }
  return list;
}

namespace {

bool isWithheld(const std::set<Line>& withheld, const std::string& name) {
  return std::any_of(std::begin(kAllUnits), std::end(kAllUnits), [&](Unit unit) {
    return withheld.contains(name == "people" ? Line{static_cast<Table>(Series::People), unit, ""}
                                              : Line{kByUnit, unit, name});
  });
}

}  // namespace

data keyFigure(Language language, const Comparison& other, const std::string& name,
               std::int64_t Figures::*figure, const Figures& figures,
               const std::set<Line>& withheld) {
  data item;
  const bool hidden = isWithheld(withheld, name);
  item.set("n", shownNumber(language, figures.*figure, hidden));
  if (other.compared == Compared::Nothing) return item;
  const bool none = other.figures == Figures{} && other.withheld.empty();
  const bool hiddenBefore = isWithheld(other.withheld, name);
  const std::int64_t before = other.figures.*figure;
  item.set("before",
           none ? text(language, "compare_none") : shownNumber(language, before, hiddenBefore));
  const std::string changed =
      hidden || hiddenBefore ? "" : change(language, before, figures.*figure);
  item.set("changed", !changed.empty());
  item.set("change", changed);
  return item;
}

}  // namespace vejviser::hub::web
