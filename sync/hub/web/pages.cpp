#include "sync/hub/web/pages.h"

#include "sync/hub/web/view.h"

#include <algorithm>

namespace vejviser {
std::string_view webHead();      // head.mustache, built in, as are those that follow
std::string_view webLogin();     // login.mustache
std::string_view webOverview();  // overview.mustache
}  // namespace vejviser

namespace vejviser::hub::web {

namespace {

using kainjow::mustache::mustache;
using kainjow::mustache::partial;

constexpr const char* kHtml = "text/html; charset=utf-8";

Language languageOf(const Request& request) {
  const auto asked = request.query.find("lang");
  const std::string wish = asked != request.query.end() ? asked->second : request.cookie("lang");
  return wish == "en" ? Language::English : Language::Danish;
}

Response page(int status, Language language, std::string_view source, data view) {
  view.set("head", data{partial{[] { return std::string{webHead()}; }}});
  mustache form{std::string{source}};
  Response response{status, kHtml, form.render(view), {}};
  const std::string cookie = "lang=" + std::string{code(language)};
  response.headers.emplace_back("Set-Cookie",
                                cookie + "; Path=/; SameSite=Strict; Max-Age=31536000");
  return response;
}

Response goTo(const std::string& path) {
  Response response;
  response.status = 303;
  response.contentType = kHtml;
  response.headers.emplace_back("Location", path);
  return response;
}

/// A form of another site must not act here. Source: OWASP, "Verifying origin with standard
/// headers"; browsers send Origin with every POST.
bool isForeign(const Request& request) {
  const std::string_view origin = request.header("origin");
  if (origin.empty()) return request.header("sec-fetch-site") == "cross-site";
  const std::size_t slashes = origin.find("//");
  return slashes == std::string_view::npos || origin.substr(slashes + 2) != request.header("host");
}

std::string cookieFlags(const Request& request) {
  const bool tls = request.header("x-forwarded-proto") == "https";
  return std::string{"; Path=/; HttpOnly; SameSite=Strict"} + (tls ? "; Secure" : "");
}

Response logInPage(const Hub& hub, Language language, int status, const std::string& fault,
                   const std::string& name) {
  data view = pageData(hub, language);
  view.set("fault", fault);
  view.set("hasFault", !fault.empty());
  view.set("name", name);
  return page(status, language, webLogin(), std::move(view));
}

Result<Names> readNames(Hub& hub) {
  Names names;
  const Status status = hub.storage.read([&](ReadTx& tx) -> Status {
    auto topics = tx.topics();
    if (!topics) return topics.error();
    auto branches = tx.branches();
    if (!branches) return branches.error();
    names = {std::move(*topics), std::move(*branches)};
    return {};
  });
  if (!status) return status.error();
  return names;
}

}  // namespace

Response start(Hub&, const Request&) {
  return goTo("/overview");
}

Response logInForm(Hub& hub, const Request& request) {
  return logInPage(hub, languageOf(request), 200, "", "");
}

Response logIn(Hub& hub, const Request& request) {
  if (isForeign(request)) return problem(hub, 403, "foreign", "The form came from another site");
  const Language language = languageOf(request);
  const auto form = decodeForm(request.body);
  const auto field = [&form](const char* name) {
    const auto it = form.find(name);
    return it == form.end() ? std::string{} : it->second;
  };
  const auto secret = hub.accounts.logIn(field("name"), field("password"));
  if (!secret) {
    switch (secret.error().code) {
      case ErrorCode::Refused:
        return logInPage(hub, language, 403, text(language, "log_in_wrong"), field("name"));
      case ErrorCode::Offline: {
        Response response =
            logInPage(hub, language, 429, text(language, "log_in_wait"), field("name"));
        const auto wait = std::max(hub.accounts.logInWait(field("name")), std::chrono::seconds{1});
        response.headers.emplace_back("Retry-After", std::to_string(wait.count()));
        return response;
      }
      default:
        return failure(hub, secret.error());
    }
  }
  Response response = goTo("/overview");
  response.headers.emplace_back("Set-Cookie",
                                std::string{kSessionCookie} + "=" + *secret + cookieFlags(request));
  return response;
}

Response logOut(Hub& hub, const Request& request) {
  if (isForeign(request)) return problem(hub, 403, "foreign", "The form came from another site");
  if (const Status status = hub.accounts.logOut(request.cookie(kSessionCookie)); !status) {
    return failure(hub, status.error());
  }
  Response response = goTo("/login");
  response.headers.emplace_back(
      "Set-Cookie", std::string{kSessionCookie} + "=" + cookieFlags(request) + "; Max-Age=0");
  return response;
}

Response overview(Hub& hub, const Request& request) {
  const auto user = hub.accounts.userOf(request.cookie(kSessionCookie));
  if (!user) return failure(hub, user.error());
  if (!*user) return goTo("/login");
  const Language language = languageOf(request);
  const auto asked = readQuestion(request.query, hub.clock.now());
  const FiguresQuestion question = asked ? *asked : *readQuestion({}, hub.clock.now());
  const auto answer = askFigures(hub, question);
  if (!answer) return failure(hub, answer.error());
  const auto names = readNames(hub);
  if (!names) return failure(hub, names.error());
  data view = overviewData(hub, language, question, *answer, *names);
  view.set("wrongQuestion", !asked);
  return page(asked ? 200 : 422, language, webOverview(), std::move(view));
}

}  // namespace vejviser::hub::web
