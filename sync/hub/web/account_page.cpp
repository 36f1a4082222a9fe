#include "sync/hub/web/account_page.h"

#include "sync/hub/visitor.h"
#include "sync/hub/web/page.h"

#include <algorithm>

namespace vejviser {
std::string_view webPassword();  // password.mustache, built in
}  // namespace vejviser

namespace vejviser::hub::web {

namespace {

Response passwordPage(const Hub& hub, const Request& request, int status, const char* fault) {
  const Language language = languageOf(request);
  data view = placeData(hub, request, language, "/password");
  view.set("hasFault", fault != nullptr);
  if (fault != nullptr) view.set("fault", text(language, fault));
  view.set("changed", field(request.query, "changed") == "1");
  return page(status, language, webPassword(), std::move(view));
}

Response refused(Hub& hub, const Request& request, const Error& error) {
  switch (error.code) {
    case ErrorCode::Refused:
      return passwordPage(hub, request, 422, "current_wrong");
    case ErrorCode::Invalid:
      return passwordPage(hub, request, 422, "password_short");
    case ErrorCode::Offline: {
      Response response = passwordPage(hub, request, 429, "log_in_wait");
      const auto wait = hub.people.logInWait(request.visitor->name);
      response.headers.emplace_back(
          "Retry-After", std::to_string(std::max(wait, std::chrono::seconds{1}).count()));
      return response;
    }
    default:
      return failure(hub, error);
  }
}

}  // namespace

Response passwordForm(Hub& hub, const Request& request) {
  return passwordPage(hub, request, 200, nullptr);
}

Response changePassword(Hub& hub, const Request& request) {
  const auto form = decodeForm(request.body);
  const std::string next = field(form, "next");
  if (next != field(form, "again")) return passwordPage(hub, request, 422, "not_the_same");
  const std::string& name = request.visitor->name;
  const Status done = hub.people.changeOwnPassword(name, field(form, "current"), next);
  if (!done) return refused(hub, request, done.error());
  const auto secret = hub.people.openSession(name);
  if (!secret) return failure(hub, secret.error());
  Response response = goTo("/password?changed=1");
  response.headers.push_back(sessionCookie(hub, request, *secret));
  return response;
}

}  // namespace vejviser::hub::web
