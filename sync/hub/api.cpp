#include "sync/hub/api.h"

#include "platform/gzip.h"
#include "sync/hub/admin.h"
#include "sync/hub/catalogue_api.h"
#include "sync/hub/cells_api.h"
#include "sync/hub/door.h"
#include "sync/hub/negotiation.h"
#include "sync/hub/parameters.h"
#include "sync/hub/statistics_api.h"
#include "sync/hub/sync_api.h"
#include "sync/hub/visitor.h"
#include "sync/hub/web/account_page.h"
#include "sync/hub/web/audit_page.h"
#include "sync/hub/web/authority_page.h"
#include "sync/hub/web/erase_page.h"
#include "sync/hub/web/figures_page.h"
#include "sync/hub/web/files_page.h"
#include "sync/hub/web/held_page.h"
#include "sync/hub/web/hours_page.h"
#include "sync/hub/web/lending_page.h"
#include "sync/hub/web/pages.h"
#include "sync/hub/web/people_page.h"
#include "sync/hub/web/retention_page.h"
#include "sync/hub/web/small_cells_page.h"
#include "sync/hub/web/tablets_page.h"
#include "sync/hub/web/topics_page.h"

#include <algorithm>
#include <array>

namespace vejviser {
std::string_view openApiYaml();  // sync/openapi.yaml, built in
std::string_view webStyle();     // sync/hub/web/style.css, built in
std::string_view webLive();      // live.js, built in
}  // namespace vejviser

namespace vejviser::hub {

namespace {

using Answer = void (*)(Hub&, const Request&, const Respond&);

struct Route {
  std::string_view method;
  std::string_view path;
  Need need;
  Answer answer;
  std::string_view parameters{};  ///< of /v1/: those it knows, between blanks
};

Response health(Hub& hub) {
  const Status status = hub.storage.read([](ReadTx& tx) -> Status {
    const auto head = tx.head();
    return head ? Status{} : Status{head.error()};
  });
  if (!status) return failure(hub, status.error());
  return {200, "application/json", R"({"status":"ok"})", {}};
}

/// What is built in. An address that names the very text as `v` is always the same.
Response fixed(const Request& request, std::string_view text, const char* type) {
  const auto version = request.query.find("v");
  const bool same = version != request.query.end() && version->second == fingerprint(text);
  const char* kept = same ? "public, max-age=31536000, immutable" : "public, max-age=3600";
  return {200, type, std::string{text}, {{"Cache-Control", kept}}};
}

/// For load balancers: whether to send anybody here.
Response ready(Hub& hub) {
  const Status status = hub.readiness.ask(hub.storage);
  if (status) return {200, "application/json", R"({"status":"ready"})", {}, {}};
  const bool stopping = status.error().code == ErrorCode::Refused;
  if (!stopping) return failure(hub, status.error());
  Response response = failure(hub, {ErrorCode::Offline, "ready", "stopping"});
  response.cause.clear();  // no fault
  return response;
}

/// What answers at once.
template <auto answer>
void at(Hub& hub, const Request& request, const Respond& respond) {
  respond(answer(hub, request));
}

constexpr std::array<Route, 56> kRoutes = {{
    {"GET", "/v1/hello", kOpen, [](Hub& hub, const Request&, const Respond& r) { r(hello(hub)); }},
    {"POST", "/v1/enrol", kOpen,
     [](Hub& hub, const Request& q, const Respond& r) { r(enrol(hub, q)); }},
    {"POST", "/v1/sync", kTablets,
     [](Hub& hub, const Request& q, const Respond& r) { sync(hub, q, r); }},
    {"POST", "/v1/token", kTablets,
     [](Hub& hub, const Request& q, const Respond& r) { r(rotateToken(hub, q)); }},
    {"GET", "/v1/statistics", reader(Action::SeeFigures), at<statistics>,
     "from to branch format dialect"},
    {"GET", "/v1/statistics/cells", reader(Action::SeeFigures), at<cells>,
     "from to branch unit series limit cursor format dialect"},
    {"GET", "/v1/catalogue", reader(Action::SeeFigures), at<catalogue>, "format dialect"},
    {"GET", "/v1/branches", reader(Action::SeeFigures), at<branches>, "format dialect"},
    {"GET", "/health", kOpen, [](Hub& hub, const Request&, const Respond& r) { r(health(hub)); }},
    {"GET", "/ready", kOpen, [](Hub& hub, const Request&, const Respond& r) { r(ready(hub)); }},
    {"GET", "/metrics", kOpen,
     [](Hub& hub, const Request&, const Respond& r) { r(metricsPage(hub)); }},
    {"GET", "/openapi.yaml", kOpen,
     [](Hub&, const Request& q, const Respond& r) {
       r(fixed(q, openApiYaml(), "application/yaml"));
     }},
    {"GET", "/style.css", kOpen,
     [](Hub&, const Request& q, const Respond& r) { r(fixed(q, webStyle(), "text/css")); }},
    {"GET", "/live.js", kOpen,
     [](Hub&, const Request& q, const Respond& r) { r(fixed(q, webLive(), "text/javascript")); }},
    {"GET", "/", person(Action::KeepOwnAccount), at<web::start>},
    {"GET", "/login", kOpen, at<web::logInForm>},
    {"POST", "/login", kOpen, at<web::logIn>},
    {"POST", "/logout", person(Action::KeepOwnAccount), at<web::logOut>},
    {"GET", "/password", person(Action::KeepOwnAccount), at<web::passwordForm>},
    {"POST", "/password", person(Action::KeepOwnAccount), at<web::changePassword>},
    {"GET", "/overview", person(Action::SeeFigures), at<web::overview>},
    {"GET", "/figures/referrals", person(Action::SeeFigures), at<web::figuresReferrals>},
    {"GET", "/figures/topics", person(Action::SeeFigures), at<web::figuresTopics>},
    {"GET", "/figures/hours", person(Action::SeeFigures), at<web::figuresHours>},
    {"GET", "/figures/routine", person(Action::SeeFigures), at<web::figuresRoutine>},
    {"GET", "/figures/events", person(Action::SeeFigures), at<web::figuresEvents>},
    {"GET", "/figures/lending", person(Action::SeeFigures), at<web::figuresLending>},
    {"GET", "/figures/coverage", person(Action::SeeFigures), at<web::figuresCoverage>},
    {"GET", "/held", person(Action::SeeHeld), at<web::held>},
    {"POST", "/held", person(Action::ReleaseHeld), at<web::releaseHeld>},
    {"GET", "/tablets", person(Action::SeeTablets), at<web::tablets>},
    {"POST", "/tablets", person(Action::ChangeTablets), at<web::changeTablet>},
    {"GET", "/people", person(Action::ManagePeople), at<web::people>},
    {"POST", "/people", person(Action::ManagePeople), at<web::changePeople>},
    {"GET", "/audit", person(Action::SeeAudit), at<web::audit>},
    {"GET", "/topics", person(Action::ManageCatalogue), at<web::topics>},
    {"GET", "/topic", person(Action::ManageCatalogue), at<web::topicForm>},
    {"POST", "/topic", person(Action::ManageCatalogue), at<web::saveTopic>},
    {"GET", "/hours", person(Action::ManageHours), at<web::hours>},
    {"GET", "/place-hours", person(Action::ManageHours), at<web::hoursForm>},
    {"POST", "/place-hours", person(Action::ManageHours), at<web::saveHours>},
    {"GET", "/authority", person(Action::ManageAuthorityLine), at<web::authority>},
    {"GET", "/rule", person(Action::ManageAuthorityLine), at<web::ruleForm>},
    {"POST", "/rule", person(Action::ManageAuthorityLine), at<web::saveRule>},
    {"GET", "/role", person(Action::ManageAuthorityLine), at<web::roleForm>},
    {"POST", "/role", person(Action::ManageAuthorityLine), at<web::saveRole>},
    {"GET", "/files", person(Action::ManageCatalogue), at<web::files>},
    {"GET", "/file", person(Action::ManageCatalogue), at<web::fetchFile>},
    {"POST", "/files", person(Action::ManageCatalogue), at<web::putFile>},
    {"GET", "/erase", person(Action::Erase), at<web::eraseForm>},
    {"POST", "/erase", person(Action::Erase), at<web::eraseEntry>},
    {"GET", "/retention", person(Action::SetRetention), at<web::retention>},
    {"POST", "/retention", person(Action::SetRetention), at<web::setRetention>},
    {"GET", "/small-cells", person(Action::SetSmallCells), at<web::smallCells>},
    {"POST", "/small-cells", person(Action::SetSmallCells), at<web::setSmallCells>},
    {"POST", "/admin", kCommands,
     [](Hub& hub, const Request& q, const Respond& r) { r(administer(hub, q)); }},
}};

constexpr std::size_t kSmallestPacked = 1400;  // below one packet, packing gains nothing

bool carries(const Response& response, std::string_view name) {
  return std::any_of(response.headers.begin(), response.headers.end(),
                     [name](const auto& header) { return header.first == name; });
}

void pack(Response& response, std::string_view accepted) {
  if (response.body.size() < kSmallestPacked) return;
  if (!carries(response, "Vary")) response.headers.emplace_back("Vary", "Accept-Encoding");
  if (!acceptsGzip(accepted)) return;
  response.body = platform::gzip(response.body);
  response.headers.emplace_back("Content-Encoding", "gzip");
}

/// Some addresses are there for some alone.
bool isHidden(const Hub& hub, const Request& request, const Route& route) {
  if (route.need.of == Need::Of::Commands) return !request.local;
  return route.path == "/metrics" && !mayReadMetrics(hub, request);
}

/// The route, or the answer to a path or method that is not there.
const Route* findRoute(const Hub& hub, const Request& request, Response& refusal) {
  std::string allowed;
  for (const Route& route : kRoutes) {
    if (route.path != request.path || isHidden(hub, request, route)) continue;
    if (route.method == request.method) return &route;
    allowed.append(allowed.empty() ? "" : ", ").append(route.method);
    if (route.method == "GET") allowed.append(", HEAD");
  }
  if (allowed.empty()) {
    refusal = problem(hub, 404, "not-found", "There is nothing at this address");
  } else {
    refusal = problem(hub, 405, "method", "This address does not take that method");
    refusal.headers.emplace_back("Allow", allowed);
  }
  return nullptr;
}

/// Beside the answer goes the session that was begun for somebody, if one was.
void answerPerson(Hub& hub, const Route& route, Request request, const Respond& respond) {
  auto refused = refuse(hub, route.need, request);
  const std::shared_ptr<const Visitor> visitor = request.visitor;
  const Respond finish = [&hub, respond, visitor, request](Response response) {
    if (visitor && !visitor->newSession.empty()) {
      response.headers.push_back(sessionCookie(hub, request, visitor->newSession));
    }
    respond(std::move(response));
  };
  if (refused) return finish(std::move(*refused));
  route.answer(hub, request, finish);
}

/// The request as it is counted and logged: nothing in it is what a client wrote.
Answered toCount(const Request& request) {
  Answered counted{"other", "other", 0, {}};
  for (const Route& route : kRoutes) {
    if (route.method == request.method) counted.method = route.method;
    if (route.path == request.path) counted.route = route.path;
  }
  return counted;
}

}  // namespace

bool isRoute(std::string_view path) {
  return std::any_of(kRoutes.begin(), kRoutes.end(), [path](const Route& route) {
    return route.path == path || route.path.starts_with(std::string{path} + "/");
  });
}

bool isForAll(std::string_view path) {
  constexpr std::array<std::string_view, 6> kForAll = {"/health",       "/ready",     "/metrics",
                                                       "/openapi.yaml", "/style.css", "/live.js"};
  return std::find(kForAll.begin(), kForAll.end(), path) != kForAll.end();
}

void answerRequest(Hub& hub, const Request& request, const Respond& respond) {
  const std::string accepted{request.header("accept-encoding")};
  const auto began = std::chrono::steady_clock::now();
  const Respond finish = [&hub, respond, accepted, began,
                          counted = toCount(request)](Response response) mutable {
    for (auto& [name, value] : response.headers) {
      if (name == "Location" && value.starts_with("/")) value.insert(0, hub.base);
    }
    pack(response, accepted);
    counted.status = response.status;
    counted.took = std::chrono::steady_clock::now() - began;
    note(hub, response, counted);
    respond(std::move(response));
  };
  Response refusal;
  const Route* route = findRoute(hub, request, refusal);
  if (route == nullptr) return finish(std::move(refusal));
  if (route->path.starts_with("/v1/")) {
    const Status known = checkParameters(request.query, route->parameters);
    if (!known) return finish(badParameter(hub, known.error()));
  }
  if (!asksForPerson(route->need)) return route->answer(hub, request, finish);
  answerPerson(hub, *route, request, finish);
}

std::vector<std::pair<std::string, std::string>> routes() {
  std::vector<std::pair<std::string, std::string>> all;
  for (const Route& route : kRoutes) all.emplace_back(route.method, route.path);
  return all;
}

Response answerUnreadable(Hub& hub, int status) {
  Response response = unreadable(hub, status);
  note(hub, response, {"other", "other", status, {}});
  return response;
}

}  // namespace vejviser::hub
