#include "sync/hub/api.h"

#include "platform/gzip.h"
#include "sync/hub/admin.h"
#include "sync/hub/statistics_api.h"
#include "sync/hub/sync_api.h"
#include "sync/hub/web/authority_page.h"
#include "sync/hub/web/files_page.h"
#include "sync/hub/web/held_page.h"
#include "sync/hub/web/hours_page.h"
#include "sync/hub/web/pages.h"
#include "sync/hub/web/tablets_page.h"
#include "sync/hub/web/topics_page.h"

#include <algorithm>
#include <array>

namespace vejviser {
std::string_view openApiYaml();  // sync/openapi.yaml, built in
std::string_view webStyle();     // sync/hub/web/style.css, built in
}  // namespace vejviser

namespace vejviser::hub {

namespace {

using Answer = void (*)(Hub&, const Request&, const Respond&);

struct Route {
  std::string_view method;
  std::string_view path;
  Answer answer;
};

Response health(Hub& hub) {
  const Status status = hub.storage.read([](ReadTx& tx) -> Status {
    const auto head = tx.head();
    return head ? Status{} : Status{head.error()};
  });
  if (!status) return failure(hub, status.error());
  return {200, "application/json", R"({"status":"ok"})", {}};
}

Response fixed(std::string_view text, const char* type) {
  return {200, type, std::string{text}, {{"Cache-Control", "public, max-age=3600"}}};
}

template <auto page>
void answerBy(Hub& hub, const Request& request, const Respond& respond) {
  respond(page(hub, request));
}

constexpr std::array<Route, 32> kRoutes = {{
    {"GET", "/v1/hello", [](Hub& hub, const Request&, const Respond& r) { r(hello(hub)); }},
    {"POST", "/v1/enrol", [](Hub& hub, const Request& q, const Respond& r) { r(enrol(hub, q)); }},
    {"POST", "/v1/sync", [](Hub& hub, const Request& q, const Respond& r) { sync(hub, q, r); }},
    {"POST", "/v1/token",
     [](Hub& hub, const Request& q, const Respond& r) { r(rotateToken(hub, q)); }},
    {"GET", "/v1/statistics",
     [](Hub& hub, const Request& q, const Respond& r) { r(statistics(hub, q)); }},
    {"GET", "/health", [](Hub& hub, const Request&, const Respond& r) { r(health(hub)); }},
    {"GET", "/openapi.yaml",
     [](Hub&, const Request&, const Respond& r) { r(fixed(openApiYaml(), "application/yaml")); }},
    {"GET", "/style.css",
     [](Hub&, const Request&, const Respond& r) { r(fixed(webStyle(), "text/css")); }},
    {"GET", "/", [](Hub& hub, const Request& q, const Respond& r) { r(web::start(hub, q)); }},
    {"GET", "/login",
     [](Hub& hub, const Request& q, const Respond& r) { r(web::logInForm(hub, q)); }},
    {"POST", "/login", [](Hub& hub, const Request& q, const Respond& r) { r(web::logIn(hub, q)); }},
    {"POST", "/logout",
     [](Hub& hub, const Request& q, const Respond& r) { r(web::logOut(hub, q)); }},
    {"GET", "/overview",
     [](Hub& hub, const Request& q, const Respond& r) { r(web::overview(hub, q)); }},
    {"GET", "/held", [](Hub& hub, const Request& q, const Respond& r) { r(web::held(hub, q)); }},
    {"POST", "/held",
     [](Hub& hub, const Request& q, const Respond& r) { r(web::releaseHeld(hub, q)); }},
    {"GET", "/tablets",
     [](Hub& hub, const Request& q, const Respond& r) { r(web::tablets(hub, q)); }},
    {"POST", "/tablets",
     [](Hub& hub, const Request& q, const Respond& r) { r(web::changeTablet(hub, q)); }},
    {"GET", "/topics", answerBy<web::topics>},
    {"GET", "/topic", answerBy<web::topicForm>},
    {"POST", "/topic", answerBy<web::saveTopic>},
    {"GET", "/hours", answerBy<web::hours>},
    {"GET", "/place-hours", answerBy<web::hoursForm>},
    {"POST", "/place-hours", answerBy<web::saveHours>},
    {"GET", "/authority", answerBy<web::authority>},
    {"GET", "/rule", answerBy<web::ruleForm>},
    {"POST", "/rule", answerBy<web::saveRule>},
    {"GET", "/role", answerBy<web::roleForm>},
    {"POST", "/role", answerBy<web::saveRole>},
    {"GET", "/files", answerBy<web::files>},
    {"GET", "/file", answerBy<web::fetchFile>},
    {"POST", "/files", answerBy<web::putFile>},
    {"POST", "/admin", [](Hub& hub, const Request& q, const Respond& r) { r(administer(hub, q)); }},
}};

constexpr std::size_t kSmallestPacked = 1400;  // below one packet, packing gains nothing

/// What every answer carries. Source: OWASP Secure Headers Project.
void addHeaders(Response& response) {
  response.headers.emplace_back("X-Content-Type-Options", "nosniff");
  response.headers.emplace_back("Referrer-Policy", "same-origin");
  response.headers.emplace_back(
      "Content-Security-Policy",
      "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; "
      "base-uri 'none'");
  const bool cached =
      std::any_of(response.headers.begin(), response.headers.end(),
                  [](const auto& header) { return header.first == "Cache-Control"; });
  if (!cached) response.headers.emplace_back("Cache-Control", "no-store");
}

void pack(Response& response, std::string_view accepted) {
  if (response.body.size() < kSmallestPacked) return;
  response.headers.emplace_back("Vary", "Accept-Encoding");
  if (accepted.find("gzip") == std::string_view::npos) return;
  response.body = platform::gzip(response.body);
  response.headers.emplace_back("Content-Encoding", "gzip");
}

/// The route, or the answer to a path or method that is not there.
const Route* findRoute(const Hub& hub, const Request& request, Response& refusal) {
  std::string allowed;
  for (const Route& route : kRoutes) {
    if (route.path != request.path || (route.path == "/admin" && !request.local)) continue;
    if (route.method == request.method) return &route;
    allowed.append(allowed.empty() ? "" : ", ").append(route.method);
  }
  if (allowed.empty()) {
    refusal = problem(hub, 404, "not-found", "There is nothing at this address");
  } else {
    refusal = problem(hub, 405, "method", "This address does not take that method");
    refusal.headers.emplace_back("Allow", allowed);
  }
  return nullptr;
}

}  // namespace

void answerRequest(Hub& hub, const Request& request, const Respond& respond) {
  const std::string accepted{request.header("accept-encoding")};
  const Respond finish = [respond, accepted](Response response) {
    addHeaders(response);
    pack(response, accepted);
    respond(std::move(response));
  };
  Response refusal;
  const Route* route = findRoute(hub, request, refusal);
  if (route == nullptr) return finish(std::move(refusal));
  route->answer(hub, request, finish);
}

}  // namespace vejviser::hub
