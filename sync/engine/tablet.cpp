#include "sync/engine/tablet.h"

#include "platform/csv.h"
#include "platform/log.h"

#include <cassert>

namespace vejviser::engine {

Tablet::World::World(const TabletOptions& options)
    : http({.caFile = options.caFile, .unixSocket = {}}),
      keychain(options.dir),
      secrets(keychain, options.dir / "no-backup"),
      disk(options.dir),
      ids(clock, random) {}

Result<std::unique_ptr<Tablet>> Tablet::open(const TabletOptions& options) {
  if (const Status made = platform::makePrivateDir(options.dir); !made) return made.error();
  auto world = std::make_unique<World>(options);
  const auto withReserve = [&](auto attempt) {  // opening needs a little room too
    auto result = attempt();
    const bool full = !result && result.error().code == ErrorCode::Storage;
    return full && world->disk.releaseReserve() ? attempt() : std::move(result);
  };
  auto lock = withReserve([&] { return platform::FolderLock::take(options.dir); });
  if (!lock) return lock.error();
  auto store = withReserve([&] { return store::TabletStore::open(options.dir, world->random); });
  if (!store) return store.error();
  if (world->disk.freeBytes() < platform::kNearlyFull_bytes) {
    if (const Status status = (*store)->saveRoom(); !status) {
      platform::log(platform::LogLevel::Error, status.error().text());
    }
  }
  return std::unique_ptr<Tablet>(new Tablet(std::move(*lock), std::move(world), std::move(*store)));
}

Tablet::Tablet(platform::FolderLock lock, std::unique_ptr<World> world,
               std::unique_ptr<store::TabletStore> store)
    : m_lock(std::move(lock)),
      m_world(std::move(world)),
      m_store(std::move(store)),
      m_exchange(*m_store, m_world->secrets, m_world->disk, m_world->clock),
      m_recorder(*m_store, m_world->disk, m_world->clock, m_world->ids, m_world->random),
      m_sync(*m_store, m_exchange, m_world->disk, m_world->connectivity, m_world->clock,
             m_world->random) {
  m_world->disk.keepReserve();
}

store::Municipality Tablet::municipality() const {
  return store::readMunicipality(queries(), m_store->shared());
}

Fields fieldsFor(const Topic& topic, const AuthorityLine& line, const store::Workplace& here) {
  Fields fields;
  fields.topic = topic.id;
  fields.unit = here.unit.value_or(Unit::Library);
  fields.branch = here.branch;
  fields.role = line.roleFor(fields.unit, here.role);
  fields.band = bandOf(topic.minutes);
  fields.act = usualAct(line, topic, fields.role);
  return fields;
}

void Tablet::turn() {
  if (const auto request = m_sync.turn()) m_sync.answered(m_world->http.send(*request));
}

Result<wire::EnrolAnswer> Tablet::enrol(const std::string& address, const std::string& code) {
  auto answer =
      engine::enrol(*m_store, m_world->http, m_world->secrets, m_world->clock, address, code);
  if (answer) m_sync.enrolled();
  return answer;
}

}  // namespace vejviser::engine
