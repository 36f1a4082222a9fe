#include "src/base/rules.h"

namespace vejviser {

std::string_view name(Rule rule) {
  constexpr std::string_view kNames[kRules] = {
      "SavedWhole",      "HubChecked",     "BaseCompared", "AckedById",        "RowsWithStamp",
      "AckedKept",       "PulledAside",    "Bisected",     "EffectsWithEntry", "IdsForEver",
      "IdIsTheKey",      "HeldNotCounted", "SaltCompared", "HeadInStamp",      "FloorCompared",
      "AnsweredDurable", "ErasedForGood"};
  return kNames[static_cast<int>(rule)];
}

#ifdef VEJVISER_MUTANTS
namespace {
std::optional<Rule> s_broken;
}

bool holds(Rule rule) {
  return s_broken != rule;
}

void breakRule(std::optional<Rule> rule) {
  s_broken = rule;
}
#endif

}  // namespace vejviser
