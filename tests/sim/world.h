// What all in a history share: chance, true time, the trace, and the marks that say what was
// reached.
#pragma once

#include "src/base/id.h"
#include "src/base/random.h"
#include "tests/sim/events.h"
#include "tests/support/fault_vfs.h"

#include <array>
#include <cstdint>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace vejviser::sim {

/// Everything random in a history comes from its seed.
class Chance final : public RandomSource {
 public:
  explicit Chance(std::uint64_t seed) : m_engine(seed) {}

  void fill(std::span<std::uint8_t> out) override {
    for (std::uint8_t& byte : out) byte = static_cast<std::uint8_t>(m_engine());
  }
  bool happens(double probability) {
    return static_cast<double>(m_engine() >> 11) * 0x1.0p-53 < probability;
  }
  std::size_t below(std::size_t bound) { return bound == 0 ? 0 : m_engine() % bound; }
  milliseconds upTo(milliseconds most) {
    return milliseconds{m_engine() % (static_cast<std::uint64_t>(most.count()) + 1)};
  }
  template <class T>
  const T& of(const std::vector<T>& all) {
    return all[below(all.size())];
  }
  template <class T>
  T of(std::initializer_list<T> all) {
    return all.begin()[below(all.size())];
  }

 private:
  std::mt19937_64 m_engine;
};

/// What a run must have reached, each at least a hundred times, to prove anything.
using Marks = std::map<std::string, std::int64_t>;

class World {
 public:
  World(std::uint64_t seed, test::FaultVfs& itsDisks, bool printsTrace)
      : chance(seed), disks(itsDisks), m_prints(printsTrace) {}

  void trace(const std::string& line);
  void mark(const std::string& what) { ++marks[what]; }
  /// I8: what is written down must hold no secret.
  void checkLog(const std::string& line);
  /// An invariant does not hold.
  void broken(const std::string& what);
  std::uint64_t hash() const { return m_hash; }
  bool calm() const { return m_calm; }
  void becomeCalm() { m_calm = true; }

  Chance chance;
  Events events;
  test::FaultVfs& disks;
  Marks marks;
  std::vector<std::string> faults;
  std::set<std::string> secrets;  ///< every token that was ever given

 private:
  bool m_prints;
  bool m_calm = false;  ///< faults have stopped: all must come together
  std::uint64_t m_hash = 0xcbf29ce484222325;
};

/// A machine's clocks: wrong by `skew`, since `bootedAt`.
class MachineClock final : public Clock {
 public:
  explicit MachineClock(World& world) : m_world(world) { reboot(); }

  Instant now() const override { return kStart + m_world.events.now() + skew; }
  milliseconds sinceBoot() const override { return m_world.events.now() - m_bootedAt; }
  const std::string& bootId() const override { return m_boot; }
  void reboot();

  milliseconds skew{0};

 private:
  static constexpr Instant kStart{std::chrono::sys_days{std::chrono::year{2026} / 11 / 2}};

  World& m_world;
  milliseconds m_bootedAt{0};
  std::string m_boot;
};

/// The first eight digits: enough to tell ids apart in a trace.
std::string brief(const Id& id);

}  // namespace vejviser::sim
