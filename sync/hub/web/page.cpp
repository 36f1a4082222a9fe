#include "sync/hub/web/page.h"

#include "src/base/text.h"
#include "sync/hub/negotiation.h"

namespace vejviser {
std::string_view webHead();     // head.mustache, built in
std::string_view webTop();      // top.mustache, built in
std::string_view webNoEntry();  // no_entry.mustache, built in
}  // namespace vejviser

namespace vejviser::hub::web {

namespace {

using kainjow::mustache::mustache;
using kainjow::mustache::partial;

constexpr const char* kHtml = "text/html; charset=utf-8";

/// Source: OWASP, "Verifying origin with standard headers"; browsers send Origin with every POST.
bool isForeign(const Request& request) {
  const std::string_view origin = request.header("origin");
  if (origin.empty()) return request.header("sec-fetch-site") == "cross-site";
  const std::size_t slashes = origin.find("//");
  return slashes == std::string_view::npos || origin.substr(slashes + 2) != request.header("host");
}

}  // namespace

Language languageOf(const Request& request) {
  const auto asked = request.query.find("lang");
  const std::string wish = asked != request.query.end() ? asked->second : request.cookie("lang");
  return wish == "en" ? Language::English : Language::Danish;
}

Response page(int status, Language language, std::string_view source, data view) {
  view.set("head", data{partial{[] { return std::string{webHead()}; }}});
  view.set("top", data{partial{[] { return std::string{webTop()}; }}});
  mustache form{std::string{source}};
  Response response{status, kHtml, form.render(view), {}};
  const std::string cookie = "lang=" + std::string{code(language)};
  response.headers.emplace_back("Set-Cookie",
                                cookie + "; Path=/; SameSite=Strict; Max-Age=31536000");
  return response;
}

Response tagged(const Request& request, Response page) {
  if (page.status != 200) return page;
  const bool packed = acceptsGzip(request.header("accept-encoding"));
  const std::string tag = entityTag({page.body, std::to_string(packed)});
  if (hasIt(request.header("if-none-match"), tag)) page = {304, "", "", {}};
  page.headers.emplace_back("ETag", tag);
  page.headers.emplace_back("Vary", "Accept-Encoding");
  return page;
}

Response goTo(const std::string& path) {
  Response response;
  response.status = 303;
  response.contentType = kHtml;
  response.headers.emplace_back("Location", path);
  return response;
}

Response noEntry(const Hub& hub, const Request& request, const std::string& why) {
  const Language language = languageOf(request);
  data view = placeData(hub, request, language, request.path);
  view.set("why", text(language, why));
  return page(403, language, webNoEntry(), std::move(view));
}

std::optional<Response> refuseForeign(const Hub& hub, const Request& request) {
  if (!isForeign(request)) return std::nullopt;
  return problem(hub, 403, "foreign", "The form came from another site");
}

std::string field(const std::map<std::string, std::string>& form, const std::string& name) {
  const auto it = form.find(name);
  return it == form.end() ? std::string{} : it->second;
}

std::optional<std::int64_t> numberIn(const Request& request, const std::string& name) {
  return wholeNumber<std::int64_t>(field(request.query, name));
}

}  // namespace vejviser::hub::web
