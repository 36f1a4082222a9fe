#include "sync/hub/site.h"

#include "platform/log.h"
#include "src/base/text.h"
#include "sync/hub/api.h"
#include "sync/hub/upkeep.h"

#include <utility>

namespace vejviser::hub {

namespace {

/// "/esbjerg/v1/sync": "esbjerg".
std::string firstPart(const std::string& path) {
  const std::size_t start = path.empty() ? 0 : 1;
  return path.substr(start, path.find('/', start) - start);
}

Response nobody(int status, const char* type, const char* title) {
  return problem({status, type, title, {}, {}, {}});
}

}  // namespace

bool isFreeCode(const std::string& code) {
  return isCode(code) && !isRoute("/" + code);
}

/// A municipality at work.
struct Site::Office {
  Office(std::unique_ptr<Storage> itsStorage, const Site& site, HubInfo info)
      : storage(std::move(itsStorage)),
        hub(*storage, site.m_clock, site.m_random, site.m_workers, std::move(info)),
        committing([this] { hub.queue.run(); }) {}
  ~Office() {
    hub.queue.stop();
    committing.join();
  }
  Office(const Office&) = delete;
  Office& operator=(const Office&) = delete;

  std::unique_ptr<Storage> storage;
  Hub hub;
  std::thread committing;
};

Site::Site(Database& database, const Clock& clock, RandomSource& random, WorkerPool& workers,
           SetUp setUp)
    : m_database(database),
      m_clock(clock),
      m_random(random),
      m_workers(workers),
      m_setUp(std::move(setUp)) {}

Site::~Site() = default;

Status Site::openOne(const std::string& code) {
  auto storage = m_database.open(code, Access::ReadWrite);
  if (!storage) return storage.error();
  auto info = readInfo(**storage);
  if (!info) return info.error();
  auto office = std::make_unique<Office>(std::move(*storage), *this, std::move(*info));
  Hub& hub = office->hub;
  if (!code.empty()) hub.base = "/" + code;
  m_setUp(code, hub);
  const Status awake = wakeUp(hub.storage, hub.erasures, m_clock, m_random);
  if (!awake) return awake;
  const std::scoped_lock lock{m_mutex};
  m_offices.emplace(code, std::move(office));
  return {};
}

Status Site::open() {
  const auto codes = m_database.municipalities();
  if (!codes) return codes.error();
  Status first;
  for (const std::string& code : *codes) {
    {
      const std::scoped_lock lock{m_mutex};
      if (m_offices.contains(code)) continue;
    }
    const Status opened = openOne(code);
    if (opened) {
      m_failing.erase(code);
      continue;
    }
    if (m_failing.insert(code).second) {
      platform::log(platform::LogLevel::Error, opened.error().text());
    }
    if (first) first = opened;
  }
  const std::scoped_lock lock{m_mutex};
  if (m_offices.empty() && first)
    first = Error{ErrorCode::Storage, "hub", "is not set up; run vejviser-hub init"};
  m_open = !m_offices.empty();
  return m_open ? Status{} : first;
}

void Site::notice() {
  auto positions = m_database.positions();
  if (!positions) return;
  const std::scoped_lock lock{m_mutex};
  for (const auto& [code, pos] : *positions) {
    const auto office = m_offices.find(code);
    if (office == m_offices.end() || m_positions[code] == pos) continue;
    // What came from here has been told already, with all before it.
    if (office->second->storage->ownPosition() != pos) office->second->hub.polls.moved();
  }
  m_positions = std::move(*positions);
}

/// The municipality that a path names; its name goes from the path.
Site::Office* Site::officeFor(Request& request) const {
  const std::string code = firstPart(request.path);
  const std::scoped_lock lock{m_mutex};
  const auto named = m_offices.find(code);
  if (!code.empty() && named != m_offices.end()) {
    request.path = request.path.substr(1 + code.size());
    return named->second.get();
  }
  const auto only = m_offices.find("");
  if (only != m_offices.end()) return only->second.get();
  // What is the same for all is anybody's.
  return isForAll(request.path) && !m_offices.empty() ? m_offices.begin()->second.get() : nullptr;
}

void Site::answer(const Request& request, const Respond& respond) {
  if (!m_open) return respond(notOpenYet({}));
  Request inner = request;
  Office* office = officeFor(inner);
  if (office == nullptr) {
    return respond(nobody(404, "not-found", "There is no municipality at this address"));
  }
  if (inner.path.empty()) {
    return respond({308, "text/html; charset=utf-8", "", {{"Location", office->hub.base + "/"}}});
  }
  if (inner.path == "/metrics") each(readGauges);
  answerRequest(office->hub, inner, respond);
}

Response Site::unreadable(int status) const {
  if (!m_open) return notOpenYet({});
  const std::scoped_lock lock{m_mutex};
  return answerUnreadable(m_offices.begin()->second->hub, status);
}

void Site::each(const std::function<void(Hub&)>& what) {
  std::vector<Hub*> hubs;
  {
    const std::scoped_lock lock{m_mutex};
    for (const auto& [code, office] : m_offices) hubs.push_back(&office->hub);
  }
  for (Hub* hub : hubs) what(*hub);
}

}  // namespace vejviser::hub
