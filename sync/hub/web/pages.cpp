#include "sync/hub/web/pages.h"

#include "sync/hub/visitor.h"
#include "sync/hub/web/breaks.h"
#include "sync/hub/web/page.h"

#include <algorithm>

namespace vejviser {
std::string_view webLogin();     // login.mustache, built in
std::string_view webOverview();  // overview.mustache, built in
}  // namespace vejviser

namespace vejviser::hub::web {

namespace {

Response logInPage(const Hub& hub, Language language, int status, const std::string& fault,
                   const std::string& name) {
  data view = pageData(hub, language);
  view.set("fault", fault);
  view.set("hasFault", !fault.empty());
  view.set("name", name);
  return page(status, language, webLogin(), std::move(view));
}

}  // namespace

Response start(Hub&, const Request& request) {
  return goTo(startOf(request));
}

Response logInForm(Hub& hub, const Request& request) {
  return logInPage(hub, languageOf(request), 200, "", "");
}

Response logIn(Hub& hub, const Request& request) {
  if (auto foreign = refuseForeign(hub, request)) return std::move(*foreign);
  const Language language = languageOf(request);
  const auto form = decodeForm(request.body);
  const std::string name = field(form, "name");
  const auto secret = hub.people.logIn(name, field(form, "password"));
  if (!secret) {
    switch (secret.error().code) {
      case ErrorCode::Refused:
        return logInPage(hub, language, 403, text(language, "log_in_wrong"), name);
      case ErrorCode::Offline: {
        Response response = logInPage(hub, language, 429, text(language, "log_in_wait"), name);
        const auto wait = std::max(hub.people.logInWait(name), std::chrono::seconds{1});
        response.headers.emplace_back("Retry-After", std::to_string(wait.count()));
        return response;
      }
      default:
        return failure(hub, secret.error());
    }
  }
  Response response = goTo("/");
  response.headers.push_back(sessionCookie(hub, request, *secret));
  return response;
}

Response logOut(Hub& hub, const Request& request) {
  if (const Status status = hub.people.logOut(sessionOf(hub, request)); !status) {
    return failure(hub, status.error());
  }
  Response response = goTo("/login");
  response.headers.push_back(sessionCookie(hub, request, {}));
  // Not "cookies": those of all the municipality's other names would go as well.
  response.headers.emplace_back("Clear-Site-Data", R"("cache", "storage")");
  return response;
}

Response overview(Hub& hub, const Request& request) {
  const Language language = languageOf(request);
  const auto asked = readQuestion(request.query, hub.clock.now());
  const auto compared = comparedIn(request.query);
  const bool understood = asked && compared;
  const FiguresQuestion question = understood ? *asked : *readQuestion({}, hub.clock.now());
  const Readers readers = readersOf(request);
  const auto answer = askFigures(hub, question, readers);
  if (!answer) return failure(hub, answer.error());
  Comparison other;
  if (understood) other.compared = *compared;
  if (const auto period = comparedPeriod(other.compared, question.period)) {
    auto figures = askFigures(hub, {*period, question.branch}, readers);
    if (!figures) return failure(hub, figures.error());
    other.period = figures->period;
    other.figures = std::move(figures->figures);
    other.withheld = std::move(figures->withheld);
  }
  Names names;
  std::vector<Break> breaks;
  const Status read = hub.storage.read([&](ReadTx& tx) -> Status {
    auto found = readNames(tx);
    if (!found) return found.error();
    names = std::move(*found);
    Period all = answer->period;  // what is compared with may lie before a break
    if (other.compared != Compared::Nothing) all.from = std::min(all.from, other.period.from);
    auto within = readBreaks(tx, Catalogue{names.topics}, all, question.branch);
    if (!within) return within.error();
    breaks = std::move(*within);
    return {};
  });
  if (!read) return failure(hub, read.error());
  data view = overviewData(hub, request, language, question, *answer, other, names, breaks);
  view.set("wrongQuestion", !understood);
  return page(understood ? 200 : 422, language, webOverview(), std::move(view));
}

}  // namespace vejviser::hub::web
