#include "tests/sim/fate.h"

#include "sync/hub/prune.h"
#include "sync/hub/release.h"

namespace vejviser::sim {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using test::DiskFault;

namespace {
constexpr std::size_t kMostTablets = 6;
constexpr std::size_t kCopies = 4;
constexpr days kOldestBackup{17};  // PROTOCOL.md: half of `keep`
}  // namespace

Fate::Fate(World& world, Ledger& ledger, SimHub& hub, const Weather& weather, Tablets& tablets)
    : m_world(world),
      m_ledger(ledger),
      m_hub(hub),
      m_weather(weather),
      m_tablets(tablets),
      m_disasters(world.chance.of({0.0, 0.3, 1.0})) {}

const std::vector<Fate::Happening>& Fate::all() {
  static const std::vector<Happening> s_all = {
      {"help", 26, &Fate::logHelp},
      {"authority task", 3, &Fate::person<&SimTablet::authorityTask>},
      {"decision over the line", 1, &Fate::person<&SimTablet::overstep>},
      {"question", 3, &Fate::person<&SimTablet::ask>},
      {"answer", 4, &Fate::person<&SimTablet::answer>},
      {"event", 2, &Fate::person<&SimTablet::hold>},
      {"quiet hour", 3, &Fate::person<&SimTablet::quiet>},
      {"redeem", 6, &Fate::person<&SimTablet::receive>},
      {"several helps", 5, &Fate::logSeveral},
      {"amend", 8, &Fate::person<&SimTablet::amend>},
      {"withdraw", 6, &Fate::person<&SimTablet::withdraw>},
      {"refer", 5, &Fate::person<&SimTablet::refer>},
      {"send now", 3, &Fate::person<&SimTablet::sendNow>},
      {"kill tablet", 3, &Fate::killTablet},
      {"tablet loses power", 2, &Fate::cutTabletPower},
      {"tablet loses power in a save", 3, &Fate::cutPowerInSave},
      {"clock", 2, &Fate::setClock},
      {"tablet's disk full", 1, &Fate::fillTabletDisk},
      {"tablet's disk nearly full", 1, &Fate::nearlyFillTabletDisk},
      {"tablet's disk fails", 1, &Fate::breakTabletDisk},
      {"secrets locked", 1, &Fate::lockSecrets},
      {"clone", 1, &Fate::cloneTablet},
      {"copy of a tablet", 3, &Fate::keepTabletCopy},
      {"roll back", 1, &Fate::rollTabletBack},
      {"enrol again", 1, &Fate::enrolAgain},
      {"poison", 3, &Fate::poison},
      {"go home", 1, &Fate::goHome},
      {"kill hub", 2, &Fate::killHub},
      {"stop hub", 1, &Fate::stopHub},
      {"hub loses power", 1, &Fate::cutHubPower},
      {"hub dies in a commit", 3, &Fate::killHubInCommit},
      {"hub's disk fails", 1, &Fate::breakHubDisk},
      {"hub's disk full", 1, &Fate::fillHubDisk},
      {"backup", 4, &Fate::backUp},
      {"restore", 2, &Fate::restore},
      {"fail over", 2, &Fate::failOver},
      {"prune", 5, &Fate::prune},
      {"shut out", 1, &Fate::shutOut},
      {"release", 3, &Fate::releaseHeld},
      {"erase", 2, &Fate::erase},
      {"new branch", 1, &Fate::addBranch},
  };
  return s_all;
}

void Fate::strike() {
  int sum = 0;
  for (const Happening& happening : all()) sum += happening.weight;
  auto left = static_cast<int>(m_world.chance.below(static_cast<std::size_t>(sum)));
  for (const Happening& happening : all()) {
    left -= happening.weight;
    if (left >= 0) continue;
    m_world.trace(std::string{"-- "} + happening.name);
    return (this->*happening.act)();
  }
}

void Fate::relent() {
  m_world.becomeCalm();
  m_world.trace("== calm");
  m_hub.failing.clear();
  m_hub.spare();
  m_world.disks.heal(SimHub::kFolder);
  m_world.disks.setCapacity(SimHub::kFolder, std::nullopt);
  if (!m_hub.running()) m_hub.start();
  setStates(hub::DeviceState::Active, 1);
  for (const auto& tablet : m_tablets) {
    m_world.disks.heal(tablet->folder());
    m_world.disks.setCapacity(tablet->folder(), std::nullopt);
    tablet->disk().free = test::RoomyDisk{}.free;
    tablet->secrets().locked = false;
    tablet->open();
    tablet->sendNow();
  }
}

SimTablet& Fate::someTablet() {
  return *m_tablets[m_world.chance.below(m_tablets.size())];
}

SimTablet* Fate::someRunning() {
  SimTablet& tablet = someTablet();
  return tablet.running() ? &tablet : nullptr;
}

void Fate::logHelp() {
  someTablet().help(m_world.chance.of({"mitid-help", "loan", "print", "no-such-topic"}));
}

void Fate::logSeveral() {
  SimTablet& tablet = someTablet();
  for (std::size_t i = m_world.chance.below(12); i > 0; --i) tablet.help("loan");
}

void Fate::killTablet() {
  SimTablet& tablet = someTablet();
  tablet.kill();
  m_world.events.after(m_world.chance.upTo(minutes{3}), [&tablet] { tablet.start(); });
}

void Fate::cutTabletPower() {
  SimTablet& tablet = someTablet();
  tablet.cutPower();
  m_world.events.after(m_world.chance.upTo(minutes{3}), [&tablet] { tablet.start(); });
}

void Fate::cutPowerInSave() {
  SimTablet& tablet = someTablet();
  const auto nth = static_cast<std::int64_t>(1 + m_world.chance.below(14));
  m_world.disks.failAt(tablet.folder(), nth, DiskFault::IoError, true);
  if (m_world.chance.happens(0.5)) {
    tablet.help("print");
  } else {
    tablet.refer();
  }
  m_world.disks.heal(tablet.folder());
  tablet.cutPower();
  m_world.events.after(m_world.chance.upTo(minutes{1}), [&tablet] { tablet.start(); });
}

void Fate::setClock() {
  SimTablet& tablet = someTablet();
  tablet.clock().skew = m_world.chance.of<milliseconds>(
      {minutes{0}, minutes{7}, minutes{-7}, hours{30}, hours{-2}, days{-400}, seconds{1}});
}

void Fate::fillTabletDisk() {
  const std::string folder = someTablet().folder();
  m_world.disks.setCapacity(folder, m_world.disks.bytes(folder) + 4096);
  m_world.events.after(m_world.chance.upTo(hours{1}),
                       [this, folder] { m_world.disks.setCapacity(folder, std::nullopt); });
}

void Fate::nearlyFillTabletDisk() {
  SimTablet& tablet = someTablet();
  tablet.disk().free = 1'000'000;
  m_world.events.after(m_world.chance.upTo(hours{1}),
                       [&tablet] { tablet.disk().free = test::RoomyDisk{}.free; });
}

void Fate::breakTabletDisk() {
  const std::string folder = someTablet().folder();
  const auto nth = static_cast<std::int64_t>(1 + m_world.chance.below(30));
  const DiskFault fault = m_world.chance.of({DiskFault::IoError, DiskFault::Full});
  m_world.disks.failAt(folder, nth, fault, m_world.chance.happens(0.5));
  m_world.events.after(m_world.chance.upTo(minutes{10}),
                       [this, folder] { m_world.disks.heal(folder); });
}

void Fate::lockSecrets() {
  SimTablet& tablet = someTablet();
  tablet.secrets().locked = true;
  m_world.events.after(m_world.chance.upTo(hours{1}),
                       [&tablet] { tablet.secrets().locked = false; });
}

void Fate::cloneTablet() {
  if (m_tablets.size() >= kMostTablets || !m_world.chance.happens(m_disasters)) return;
  const TabletCopy copy = someTablet().copy();
  const int number = static_cast<int>(m_tablets.size());
  m_tablets.push_back(std::make_unique<SimTablet>(m_world, m_ledger, m_hub, m_weather, number));
  m_tablets.back()->become(copy);
  m_tablets.back()->start();
  m_world.mark("clone");
}

void Fate::keepTabletCopy() {
  SimTablet& tablet = someTablet();
  m_copies.emplace_back(&tablet, tablet.copy());
  if (m_copies.size() > kCopies) m_copies.erase(m_copies.begin());
}

void Fate::rollTabletBack() {
  if (m_copies.empty() || !m_world.chance.happens(m_disasters)) return;
  const auto& [tablet, copy] = m_copies[m_world.chance.below(m_copies.size())];
  tablet->become(copy);
  tablet->start();
  m_world.mark("rolled back");
}

void Fate::enrolAgain() {
  if (someTablet().enrol()) m_world.mark("enrolled again");
}

/// Something between tablet and hub, or in the hub, cannot take one of the entries that wait.
void Fate::poison() {
  SimTablet* tablet = someRunning();
  if (tablet == nullptr) return;
  const auto waiting = tablet->store().batch(50, 1 << 20, tablet->clock().now());
  if (!waiting || waiting->empty()) return;
  const std::string id = toString(waiting->at(m_world.chance.below(waiting->size())).id);
  if (m_world.chance.happens(0.4)) {
    m_hub.unreadable.insert(id);
  } else {
    m_hub.failing[id] = m_world.events.now() + m_world.chance.upTo(hours{2});
    m_world.mark("park");
  }
}

/// Nobody works for days; then all begin at once.
void Fate::goHome() {
  for (const auto& tablet : m_tablets) tablet->close();
  const auto away = days{1 + static_cast<int>(m_world.chance.below(20))};
  for (const auto& tablet : m_tablets) {
    m_world.events.after(away + m_world.chance.upTo(seconds{10}),
                         [it = tablet.get()] { it->open(); });
  }
  const milliseconds back = m_world.events.now() + away;
  m_world.events.after(away, [] {});
  while (m_world.events.step(back)) {
  }
}

void Fate::killHub() {
  m_hub.kill();
  m_world.events.after(m_world.chance.upTo(minutes{5}), [this] {
    if (!m_hub.running()) m_hub.start();
  });
}

void Fate::stopHub() {
  m_hub.stop();
  m_world.events.after(m_world.chance.upTo(minutes{1}), [this] {
    if (!m_hub.running()) m_hub.start();
  });
}

void Fate::cutHubPower() {
  m_hub.cutPower();
  m_world.events.after(m_world.chance.upTo(minutes{5}), [this] {
    if (!m_hub.running()) m_hub.start();
  });
}

void Fate::killHubInCommit() {
  m_hub.dieInCommit(static_cast<std::int64_t>(1 + m_world.chance.below(30)));
  m_world.events.after(minutes{2} + m_world.chance.upTo(minutes{2}), [this] {
    if (!m_hub.running()) m_hub.start();
  });
}

void Fate::breakHubDisk() {
  const auto nth = static_cast<std::int64_t>(1 + m_world.chance.below(30));
  const DiskFault fault = m_world.chance.of({DiskFault::IoError, DiskFault::Full});
  m_world.disks.failAt(SimHub::kFolder, nth, fault, m_world.chance.happens(0.5));
  m_world.events.after(m_world.chance.upTo(minutes{5}),
                       [this] { m_world.disks.heal(SimHub::kFolder); });
}

void Fate::fillHubDisk() {
  m_world.disks.setCapacity(SimHub::kFolder, m_world.disks.bytes(SimHub::kFolder) + 8192);
  m_world.events.after(m_world.chance.upTo(minutes{20}),
                       [this] { m_world.disks.setCapacity(SimHub::kFolder, std::nullopt); });
}

void Fate::backUp() {
  m_backups.emplace_back(m_world.events.now(), m_hub.copy());
  if (m_backups.size() > kCopies) m_backups.erase(m_backups.begin());
}

void Fate::restore() {
  std::erase_if(m_backups, [this](const auto& backup) {
    return backup.first + kOldestBackup < m_world.events.now();
  });
  if (m_backups.empty() || !m_world.chance.happens(m_disasters)) return;
  m_hub.replaceFiles(m_backups[m_world.chance.below(m_backups.size())].second);
  m_ledger.hubWentBack = true;
  m_world.mark("hub restored");
  m_hub.start();
}

void Fate::failOver() {
  if (m_hub.recent.empty() || !m_world.chance.happens(m_disasters)) return;
  m_hub.replaceFiles(m_hub.recent[m_world.chance.below(m_hub.recent.size())]);
  m_ledger.hubWentBack = true;
  m_world.mark("failed over");
  m_hub.start();
}

/// Every `oneIn`th tablet gets the state.
void Fate::setStates(hub::DeviceState state, std::size_t oneIn) {
  if (!m_hub.running()) return;
  const Status done = m_hub.storage().write([&](hub::WriteTx& tx) -> Status {
    const auto devices = tx.devices();
    if (!devices) return devices.error();
    for (const hub::Device& device : *devices) {
      if (m_world.chance.below(oneIn) != 0) continue;
      if (const Status set = tx.setDeviceState(device.key, state); !set) return set;
    }
    return {};
  });
  m_world.trace(done ? "states set" : "no states set: " + done.error().text());
}

void Fate::shutOut() {
  const bool drains = m_world.chance.happens(0.5);
  m_world.mark(drains ? "drained" : "blocked");
  setStates(drains ? hub::DeviceState::Drained : hub::DeviceState::Blocked, 2);
}

/// A supervisor lets held entries count; those with an unknown topic as helps with loans.
void Fate::releaseHeld() {
  if (!m_hub.running()) return;
  hub::Decision decision;
  decision.topic = "loan";
  const char* reason = m_world.chance.of({"unknown-topic", "revoked", "absurd-time"});
  const auto done = hub::releaseGroup(m_hub.storage(), hub::Actor::commandLine(), {reason, {}},
                                      decision, m_hub.hub().clock, m_world.chance);
  if (!done) return m_world.trace("nothing released: " + done.error().text());
  m_world.trace("released " + std::to_string(done->released) + " " + reason);
  if (done->released > 0) m_world.mark("released");
}

/// Somebody wrote down what may not be kept.
void Fate::erase() {
  if (!m_hub.running()) return;
  const auto ids = m_ledger.idsAtHub(SimHub::kFolder);
  if (ids.empty()) return;
  const Id id = ids[m_world.chance.below(ids.size())];
  m_ledger.unwanted.insert(toString(id));
  const auto done = m_hub.erase({id});
  m_world.trace(done ? "erased " + brief(id) + " and what is about it: " + std::to_string(*done)
                     : "not erased " + brief(id) + ": " + done.error().text());
  if (!done) return;
  m_ledger.erased.insert(toString(id));
  m_world.mark("erased");
}

/// As if all that has come to nothing had done so long ago.
void Fate::prune() {
  if (!m_hub.running()) return;
  const Instant then = m_hub.hub().clock.now() + hub::kKeep + minutes{1};
  const Status done = m_hub.storage().write([&](hub::WriteTx& tx) -> Status {
    const auto pruned = hub::prune(tx, then, m_hub.hub().random);
    return pruned ? Status{} : Status{pruned.error()};
  });
  if (done) m_world.mark("pruned");
}

void Fate::addBranch() {
  if (!m_hub.running()) return;
  const std::string code = "b" + std::to_string(m_world.chance.below(5));
  const Status done = m_hub.storage().write([&](hub::WriteTx& tx) -> Status {
    const auto pos = tx.takePositions(1, static_cast<std::int64_t>(m_world.chance.next64()),
                                      m_hub.hub().clock.now());
    if (!pos) return pos.error();
    return tx.putBranch({code, "Filial " + std::to_string(m_world.chance.below(99))}, *pos);
  });
  m_world.trace(done ? "branch " + code : "no branch: " + done.error().text());
}

}  // namespace vejviser::sim
