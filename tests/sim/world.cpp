#include "tests/sim/world.h"

#include <cstdio>

namespace vejviser::sim {

void World::trace(const std::string& line) {
  for (const char c : line) m_hash = (m_hash ^ static_cast<std::uint8_t>(c)) * 0x100000001b3;
  m_hash = (m_hash ^ static_cast<std::uint64_t>(events.now().count())) * 0x100000001b3;
  if (!m_prints) return;
  const std::int64_t ms = events.now().count();
  std::printf("%3lld d %02lld:%02lld:%02lld.%03lld  %s\n", static_cast<long long>(ms / 86'400'000),
              static_cast<long long>(ms / 3'600'000 % 24), static_cast<long long>(ms / 60'000 % 60),
              static_cast<long long>(ms / 1000 % 60), static_cast<long long>(ms % 1000),
              line.c_str());
}

void World::checkLog(const std::string& line) {
  trace("log: " + line);
  for (const std::string& secret : secrets) {
    if (line.find(secret) != std::string::npos) broken("I8 a token in the log");
  }
}

void World::broken(const std::string& what) {
  trace("BROKEN: " + what);
  faults.push_back(what);
}

void MachineClock::reboot() {
  m_bootedAt = m_world.events.now() - milliseconds{60'000};
  std::array<std::uint8_t, 4> bytes{};
  m_world.chance.fill(bytes);
  m_boot = toHex(bytes);
}

std::string brief(const Id& id) {
  const std::string text = toString(id);
  return text.substr(text.size() - 8);  // the head of a UUIDv7 is its time
}

}  // namespace vejviser::sim
