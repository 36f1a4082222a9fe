// A tablet's day, as people tap it: what the benches send.
#pragma once

#include "sync/engine/tablet.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <string>
#include <vector>

namespace vejviser::bench {

constexpr std::chrono::minutes kFourWeeks{40'000};
constexpr std::chrono::minutes kFiveYears{2'600'000};

/// Records so many helps of many topics, outcomes and times, spread over the time until now, on the
/// tablet in `folder`.
inline void fill(const std::string& folder, int helps, std::chrono::minutes spread = kFourWeeks) {
  constexpr int kStep = 50'000;  // a million planned at once would take a gigabyte
  auto tablet = engine::Tablet::open({folder, {}});
  if (!tablet) std::abort();
  const Catalogue catalogue = (*tablet)->municipality().catalogue;
  std::vector<PlannedEntry> planned;
  for (int i = 0; i < helps; ++i) {
    const auto topic = static_cast<std::size_t>((i * 7919LL) % 40);
    PlannedEntry entry{folder + std::to_string(i), EntryKind::Help,
                       engine::fieldsFor(catalogue.topics()[topic], {}, {})};
    entry.fields.when =
        (*tablet)->clock().now() - std::chrono::minutes{(i * 31LL) % spread.count()};
    entry.fields.outcome = static_cast<Outcome>(1 + i % 3);
    planned.push_back(std::move(entry));
    if (i + 1 < helps && i % kStep != kStep - 1) continue;
    if (!(*tablet)->recorder().import(planned, [](std::size_t) {})) std::abort();
    planned.clear();
  }
}

/// A tablet that has been told where it stands, with so many helps of five years.
inline void makeTablet(const std::string& folder, int helps) {
  fill(folder, helps, kFiveYears);
  auto tablet = engine::Tablet::open({folder, {}});
  if (!tablet || !(*tablet)->store().setWorkplace({Unit::Library, {}})) std::abort();
}

}  // namespace vejviser::bench
