#include "sync/hub/visitor.h"

namespace vejviser::hub {

namespace {

constexpr const char* kFormField = "csrf";

/// "__Host-" binds a cookie to TLS and to this host alone. Source: RFC 6265bis §4.1.3.2. Each
/// municipality at this host has one of its own.
std::string cookieName(const Hub& hub, const Request& request) {
  const std::string own = hub.base.empty() ? "" : "_" + hub.base.substr(1);
  return (isSecure(request) ? "__Host-vejviser_session" : "vejviser_session") + own;
}

/// Not the secret itself: a page may be saved or shown around.
std::string formTokenOf(const std::string& secret) {
  return toHex(platform::sha256("form " + secret));
}

/// Of a form with a file in it the field is found without reading the file. Source: RFC 7578.
std::string tokenIn(const Request& request) {
  if (!request.header("content-type").starts_with("multipart/form-data")) {
    const auto form = decodeForm(request.body);
    const auto it = form.find(kFormField);
    return it == form.end() ? std::string{} : it->second;
  }
  const std::string head = std::string{"name=\""} + kFormField + "\"\r\n\r\n";
  const std::size_t at = request.body.find(head);
  if (at == std::string::npos) return {};
  const std::size_t from = at + head.size();
  return request.body.substr(from, request.body.find("\r\n", from) - from);
}

Result<std::optional<Visitor>> namedVisitor(Hub& hub, const Request& request,
                                            const std::string& name, Begin begin) {
  const auto person = hub.people.find(name);
  if (!person) return person.error();
  if (!*person) return std::optional{Visitor{}};
  Visitor visitor{(*person)->name, (*person)->office, {}, {}};
  std::string secret = sessionOf(hub, request);
  const auto owner = hub.people.personOf(secret);
  if (!owner) return owner.error();
  if (!*owner || (*owner)->name != name) {
    if (begin == Begin::Nothing) return std::optional{std::move(visitor)};
    auto opened = hub.people.openSession(name);
    if (!opened) return opened.error();
    secret = visitor.newSession = std::move(*opened);
  }
  visitor.formToken = formTokenOf(secret);
  return std::optional{std::move(visitor)};
}

}  // namespace

Result<std::optional<Visitor>> visitorOf(Hub& hub, const Request& request, Begin begin) {
  const auto named = hub.identity ? hub.identity(request) : std::nullopt;
  if (named) return namedVisitor(hub, request, *named, begin);
  const std::string secret = sessionOf(hub, request);
  auto person = hub.people.personOf(secret);
  if (!person) return person.error();
  std::optional<Visitor> visitor;
  if (*person) visitor = Visitor{(*person)->name, (*person)->office, formTokenOf(secret), {}};
  return visitor;
}

bool isSecure(const Request& request) {
  return request.secure;
}

std::string sessionOf(const Hub& hub, const Request& request) {
  return request.cookie(cookieName(hub, request));
}

std::pair<std::string, std::string> sessionCookie(const Hub& hub, const Request& request,
                                                  const std::string& secret) {
  return {"Set-Cookie",
          cookieName(hub, request) + "=" + secret + "; Path=/; HttpOnly; SameSite=Strict" +
              (isSecure(request) ? "; Secure" : "") + (secret.empty() ? "; Max-Age=0" : "")};
}

bool isOwnForm(const Visitor& visitor, const Request& request) {
  return !visitor.formToken.empty() && platform::sameSecret(visitor.formToken, tokenIn(request));
}

}  // namespace vejviser::hub
