#include "src/domain/breaks.h"

#include <algorithm>
#include <chrono>
#include <optional>

namespace vejviser {

namespace {

/// The day from which another topic has the place of this one, if the catalogue says it.
std::optional<Day> replacedOn(const Topic& topic, const Topic& by) {
  if (topic.validTo) return *topic.validTo + std::chrono::days{1};
  return by.validFrom;
}

}  // namespace

std::vector<Break> breaksIn(const Period& period, const std::string& branch,
                            std::span<const Break> told, const Catalogue& catalogue) {
  std::vector<Break> breaks;
  const auto lies_in = [&](Day on) { return on > period.from && on <= period.to; };
  for (const Break& each : told) {
    const bool here = branch.empty() || each.branch.empty() || each.branch == branch;
    if (each.series.empty() && here && lies_in(each.on)) breaks.push_back(each);
  }
  for (const Topic& topic : catalogue.topics()) {
    const Topic* by = catalogue.find(topic.replacedBy);
    const auto on = by != nullptr ? replacedOn(topic, *by) : std::nullopt;
    if (!on || !lies_in(*on)) continue;
    breaks.push_back({*on,
                      {},
                      {},
                      {"»" + topic.nameDa + "« føres videre som »" + by->nameDa + "«.",
                       "“" + topic.nameEn + "” goes on as “" + by->nameEn + "”."}});
  }
  std::stable_sort(breaks.begin(), breaks.end(),
                   [](const Break& a, const Break& b) { return a.on < b.on; });
  return breaks;
}

}  // namespace vejviser
