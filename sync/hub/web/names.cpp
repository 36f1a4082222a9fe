#include "sync/hub/web/names.h"

#include <algorithm>

namespace vejviser::hub::web {

Result<Names> readNames(ReadTx& tx) {
  auto topics = tx.topics();
  if (!topics) return topics.error();
  auto branches = tx.branches();
  if (!branches) return branches.error();
  return Names{std::move(*topics), std::move(*branches)};
}

std::string topicName(Language language, const Names& names, const std::string& topic) {
  const auto it = std::find_if(names.topics.begin(), names.topics.end(),
                               [&](const Topic& candidate) { return candidate.id == topic; });
  if (it == names.topics.end()) return topic;
  return language == Language::Danish ? it->nameDa : it->nameEn;
}

std::string branchName(Language language, const Names& names, const std::string& branch) {
  if (branch.empty()) return text(language, "no_place");
  const auto it = std::find_if(names.branches.begin(), names.branches.end(),
                               [&](const Branch& candidate) { return candidate.code == branch; });
  return it == names.branches.end() ? branch : it->name;
}

std::string destinationName(Language language, const std::vector<Destination>& bodies,
                            const std::string& destination) {
  if (unitFromCode(destination)) return text(language, "unit_" + destination);
  const auto it = std::find_if(bodies.begin(), bodies.end(),
                               [&](const Destination& each) { return each.code == destination; });
  if (it == bodies.end()) return destination;
  return language == Language::Danish ? it->nameDa : it->nameEn;
}

}  // namespace vejviser::hub::web
