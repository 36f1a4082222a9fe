// A tablet's day, as people tap it: what the benches send.
#pragma once

#include "sync/engine/tablet.h"

#include <cstdlib>
#include <string>
#include <vector>

namespace vejviser::bench {

/// Records so many helps of many topics, outcomes and times on the tablet in `folder`.
inline void fill(const std::string& folder, int helps) {
  auto tablet = engine::Tablet::open({folder, {}});
  if (!tablet) std::abort();
  const Catalogue catalogue = (*tablet)->municipality().catalogue;
  std::vector<PlannedEntry> planned;
  for (int i = 0; i < helps; ++i) {
    const auto topic = static_cast<std::size_t>((i * 7919) % 40);
    PlannedEntry entry{folder + std::to_string(i), EntryKind::Help,
                       engine::fieldsFor(catalogue.topics()[topic], {}, {})};
    entry.fields.when = (*tablet)->clock().now() - std::chrono::minutes{(i * 31) % 40'000};
    entry.fields.outcome = static_cast<Outcome>(1 + i % 3);
    planned.push_back(std::move(entry));
  }
  if (!(*tablet)->recorder().import(planned, [](std::size_t) {})) std::abort();
}

}  // namespace vejviser::bench
