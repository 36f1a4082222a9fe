#include "tests/sim/sim_hub.h"

#include "platform/gzip.h"
#include "platform/log.h"
#include "src/domain/catalogue.h"
#include "sync/hub/erase.h"
#include "sync/hub/sync_api.h"

#include <nlohmann/json.hpp>

namespace vejviser::sim {

using platform::HttpRequest;
using platform::HttpResponse;

namespace {

constexpr milliseconds kGroup{40};  // pushes that come within it may share a commit
constexpr std::size_t kStandbys = 4;

hub::Request asHubSees(const HttpRequest& request) {
  hub::Request seen;
  seen.method = request.method;
  seen.path = request.url.substr(request.url.find("/v1/"));
  for (const std::string& header : request.headers) {
    const std::size_t colon = header.find(": ");
    std::string name = header.substr(0, colon);
    for (char& c : name) c = static_cast<char>(std::tolower(c));
    seen.headers[name] = header.substr(colon + 2);
  }
  seen.body = request.body;
  return seen;
}

HttpResponse asTabletSees(const hub::Response& response) {
  if (!response.cause.empty()) platform::log(platform::LogLevel::Error, response.cause);
  HttpResponse seen{response.status, response.contentType, {}, response.body};
  for (const auto& [name, value] : response.headers) {
    if (name == "Retry-After") seen.retryAfter = std::chrono::seconds{std::stoi(value)};
  }
  return seen;
}

void route(hub::Hub& hub, const hub::Request& request, const hub::Respond& respond) {
  if (request.path == "/v1/sync") return hub::sync(hub, request, respond);
  if (request.path == "/v1/enrol") return respond(hub::enrol(hub, request));
  if (request.path == "/v1/token") return respond(hub::rotateToken(hub, request));
  respond(hub::hello(hub));
}

}  // namespace

SimHub::SimHub(World& world) : m_world(world), m_clock(world) {
  setUp();
  start();
}

void SimHub::setUp() {
  auto storage = hub::SqliteStorage::open(kFolder, hub::Access::ReadWrite).value();
  Chance& chance = m_world.chance;
  const Status made = storage->write([&](hub::WriteTx& tx) -> Status {
    const auto salt = [&] { return static_cast<std::int64_t>(chance.next64()); };
    if (const Status s = tx.setUp({newRandomId(chance), "Prøvekøbing"}, salt(), m_clock.now()); !s)
      return s;
    const std::vector<Topic> topics = {{"mitid-help", "M", "M", "g"},
                                       {"loan", "L", "L", "g"},
                                       {"print", "P", "P", "g"},
                                       {"passport-apply", "P", "P", "g", true}};
    const auto first = tx.takePositions(5, salt(), m_clock.now());
    if (!first) return first.error();
    if (const Status s = tx.putTopics(topics, *first); !s) return s;
    return tx.putBranch({"hb", "H"}, *first + 4);
  });
  if (!made) m_world.broken("the hub cannot be set up: " + made.error().text());
}

void SimHub::start() {
  auto storage = hub::SqliteStorage::open(kFolder, hub::Access::ReadWrite);
  if (!storage) {
    m_world.trace("hub does not start: " + storage.error().text());
    if (m_world.calm()) m_world.broken("the hub does not start: " + storage.error().text());
    return;
  }
  hub::HubInfo info;
  const Status read = (*storage)->read([&](hub::ReadTx& tx) -> Status {
    auto found = tx.info();
    if (!found) return found.error();
    info = std::move(*found);
    return {};
  });
  if (!read) return m_world.trace("hub does not start: " + read.error().text());
  const Status erased = hub::replayErasures(**storage, erasures(), m_clock, m_world.chance);
  if (!erased) return m_world.trace("hub does not start: " + erased.error().text());
  m_running = std::make_unique<Running>(std::move(*storage), m_clock, m_world.chance, info);
  m_world.trace("hub starts");
}

Result<std::int64_t> SimHub::erase(const std::set<Id>& ids) {
  return hub::eraseForGood(storage(), hub::Actor::commandLine(), erasures(), ids, m_clock,
                           m_world.chance);
}

/// Whoever was connected notices.
void SimHub::die() {
  ++m_life;
  m_commitPlanned = false;
  m_diesAt.reset();
  m_running.reset();
  for (const Reply& reply : std::exchange(m_open, {})) {
    if (m_world.chance.happens(0.5)) reply(std::nullopt);  // else only its silence says so
  }
}

void SimHub::stop() {
  if (!running()) return;
  m_running->hub.polls.close();
  while (m_running->hub.queue.commitGroup()) {
  }
  m_world.trace("hub stops");
  die();
}

void SimHub::kill() {
  m_world.disks.kill(kFolder);
  m_world.trace("hub killed");
  die();
}

void SimHub::cutPower() {
  m_world.disks.cutPower(kFolder);
  m_clock.reboot();
  m_world.trace("hub loses power");
  die();
}

void SimHub::dieInCommit(std::int64_t nth) {
  if (running()) m_diesAt = nth;
}

void SimHub::replaceFiles(const test::FaultVfs::Image& image) {
  m_world.disks.paste(kFolder, image);
  die();
}

/// What a fault before or in the hub says to an entry that it cannot take.
std::optional<HttpResponse> SimHub::refuse(const HttpRequest& request) {
  if (!request.url.ends_with("/v1/sync") || (unreadable.empty() && failing.empty())) return {};
  const bool packed = request.body.starts_with("\x1F\x8B");
  const std::string text = packed ? platform::gunzip(request.body, 1 << 24).value() : request.body;
  const auto body = nlohmann::json::parse(text);
  for (const auto& entry : body["entries"]) {
    const std::string id = entry["id"];
    const auto failure = failing.find(id);
    const bool fails = failure != failing.end() && failure->second > m_world.events.now();
    if (!fails && !unreadable.contains(id)) continue;
    std::optional<std::string> base;
    if (body["stamp"].is_string()) base = body["stamp"];
    const int status = fails ? 500 : 422;
    return asTabletSees(hub::problem(wire::Problem{status, fails ? "internal" : "unreadable", "No",
                                                   "", m_running->hub.info.id, base}));
  }
  return {};
}

void SimHub::receive(const HttpRequest& request, Reply reply) {
  if (auto refusal = refuse(request)) return reply(std::move(refusal));
  const int life = m_life;
  const auto place = m_open.size();
  m_open.push_back(reply);
  const hub::Request seen = asHubSees(request);
  route(m_running->hub, seen, [this, life, place, reply](const hub::Response& response) {
    if (life != m_life) return;
    m_open[place] = [](const auto&) {};
    reply(asTabletSees(response));
  });
  if (m_running->hub.queue.groupsWaiting() > 0) m_world.mark("a full group");
  planCommit();
  if (request.patience.count() > 0) {
    m_world.events.after(request.patience, [this, life] {
      if (life == m_life) m_running->hub.polls.expire(m_clock.sinceBoot());
    });
  }
}

HttpResponse SimHub::ask(const HttpRequest& request) {
  HttpResponse answer;
  route(m_running->hub, asHubSees(request),
        [&](const hub::Response& response) { answer = asTabletSees(response); });
  return answer;
}

std::int64_t SimHub::floor() {
  std::int64_t floor = 0;
  const Status read = storage().read([&](hub::ReadTx& tx) -> Status {
    auto found = tx.floor();
    if (!found) return found.error();
    floor = *found;
    return {};
  });
  return read ? floor : 0;
}

void SimHub::planCommit() {
  if (std::exchange(m_commitPlanned, true)) return;
  m_world.events.after(m_world.chance.upTo(kGroup), [this, life = m_life] {
    if (life != m_life) return;
    m_commitPlanned = false;
    if (m_diesAt) m_world.disks.failAt(kFolder, *m_diesAt, test::DiskFault::IoError, true);
    const bool some = m_running->hub.queue.commitGroup();
    if (m_diesAt) {
      m_world.mark(m_world.disks.struck(kFolder) > 0 ? "hub died in a commit"
                                                     : "hub died after a commit");
      m_world.disks.heal(kFolder);
      return cutPower();
    }
    if (!some) return;
    recent.push_back(copy());
    if (recent.size() > kStandbys) recent.erase(recent.begin());
  });
}

}  // namespace vejviser::sim
