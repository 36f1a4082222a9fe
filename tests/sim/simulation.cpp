#include "tests/sim/simulation.h"

#include "platform/log.h"
#include "tests/sim/fate.h"

namespace vejviser::sim {

namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr hours kPatience{72};    // an entry may be parked for an hour, and a wait be a quarter
constexpr int kMostLooks = 1000;  // or somebody asks in a ring
constexpr int kLook = 16;         // events between two looks whether all is quiet

/// People work and things go wrong, one after the other.
void live(World& world, Fate& fate) {
  const std::size_t happenings = world.chance.of({15U, 40U, 70U});
  const milliseconds pause = world.chance.of<milliseconds>({seconds{3}, seconds{20}, minutes{2}});
  for (std::size_t i = 0; i < happenings && world.faults.empty(); ++i) {
    const milliseconds until = world.events.now() + world.chance.upTo(pause);
    world.events.after(until - world.events.now(), [] {});
    while (world.events.step(until)) {
    }
    fate.strike();
  }
}

/// Whoever is shut out asks a person, who lets them in.
void letIn(const Tablets& tablets) {
  for (const auto& tablet : tablets) {
    if (!tablet->running()) continue;
    const engine::SyncStatus status = tablet->sync().status();
    const bool out = status.phase == engine::Phase::Refused ||
                     status.phase == engine::Phase::Unenrolled ||
                     status.trouble == engine::Trouble::TokenMissing;
    if (out) tablet->enrol();
  }
}

bool comeTogether(World& world, SimHub& hub, const Tablets& tablets) {
  const milliseconds end = world.events.now() + kPatience;
  for (int look = 0; look < kMostLooks; ++look) {
    letIn(tablets);
    if (isQuiet(hub, tablets)) return true;
    for (int i = 0; i < kLook; ++i) {
      if (!world.events.step(end)) return isQuiet(hub, tablets);
    }
  }
  return false;
}

}  // namespace

HistoryResult runHistory(std::uint64_t seed, test::FaultVfs& disks, bool printsTrace) {
  disks.clear();
  disks.reseed(seed);
  World world{seed, disks, printsTrace};
  platform::logTo(
      [&world](platform::LogLevel, std::string_view text) { world.checkLog(std::string{text}); });
  const Weather weather = Weather::from(world.chance);
  Ledger ledger{disks};
  {
    SimHub hub{world};
    Tablets tablets;
    const std::size_t count = world.chance.of({1U, 1U, 2U, 3U, 4U});
    for (std::size_t i = 0; i < count; ++i) {
      tablets.push_back(
          std::make_unique<SimTablet>(world, ledger, hub, weather, static_cast<int>(i)));
      tablets.back()->start();
      tablets.back()->enrol();
    }
    Fate fate{world, ledger, hub, weather, tablets};
    live(world, fate);
    fate.relent();
    if (comeTogether(world, hub, tablets)) {
      checkAll(world, ledger, hub, tablets);
    } else {
      world.broken("I4 it does not come to rest");
    }
  }
  platform::logTo({});
  return {seed, world.hash(), world.faults, world.marks,
          static_cast<std::int64_t>(ledger.bodies.size())};
}

}  // namespace vejviser::sim
