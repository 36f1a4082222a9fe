#include "src/demo/topics.h"

#include <array>

namespace vejviser::demo {

namespace {

constexpr auto kLibrary = std::to_array<Asked>({
    {"mitid-help", 16, 8},
    {"loan", 14, 0},
    {"print", 11, 0},
    {"digital-post-help", 8, 6},
    {"it-help-device", 7, 0},
    {"reservation", 6, 0},
    {"wayfinding", 6, 0},
    {"library-card", 5, 0},
    {"ebooks", 5, 0},
    {"selfservice-find", 5, 10},
    {"waste-tags", 5, 0},
    {"find-item", 5, 0},
    {"scan-copy", 4, 0},
    {"it-help-account", 4, 0},
    {"passport-apply", 3, 0},
    {"mitid-issue", 3, 0},
    {"reading-advice", 3, 0},
    {"public-pc", 3, 0},
    {"move-help", 2, 20},
    {"mitid-activation", 2, 0},
    {"digital-post-exemption", 2, 0},
    {"health-card-temp", 1, 0},
    {"health-card-help", 2, 15},
    {"licence-renew", 2, 0},
    {"it-security", 2, 10},
    {"letter-understand", 3, 25},
    {"housing-benefit", 2, 45},
    {"tax", 1, 50},
    {"jobnet", 2, 5},
    {"other", 2, 0},
});

constexpr auto kCitizenService = std::to_array<Asked>({
    {"passport-apply", 15, 0},
    {"mitid-issue", 13, 0},
    {"mitid-help", 9, 12},
    {"passport-pickup", 9, 0},
    {"licence-renew", 8, 0},
    {"mitid-activation", 7, 0},
    {"move-case", 6, 0},
    {"digital-post-exemption", 5, 0},
    {"pension-old", 5, 12},
    {"housing-benefit", 4, 15},
    {"health-card-temp", 4, 0},
    {"move-abroad", 4, 0},
    {"digital-post-help", 5, 30},
    {"selfservice-find", 4, 30},
    {"it-help-device", 3, 90},
    {"wayfinding", 4, 0},
    {"opening-hours", 3, 0},
    {"letter-understand", 2, 20},
    {"id-card", 2, 0},
    {"address-protection", 1, 0},
    {"print", 3, 85},
    {"it-cafe", 1, 100},
    {"tax", 2, 45},
    {"other", 2, 0},
});

template <std::size_t N>
const Asked& some(const std::array<Asked, N>& all, Chance& chance) {
  std::array<int, N> weights{};
  for (std::size_t i = 0; i < N; ++i) weights[i] = all[i].weight;
  return all[chance.weighed(weights)];
}

}  // namespace

const Asked& someTopic(Unit unit, Chance& chance) {
  return unit == Unit::Library ? some(kLibrary, chance) : some(kCitizenService, chance);
}

}  // namespace vejviser::demo
