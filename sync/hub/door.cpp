#include "sync/hub/door.h"

#include "sync/hub/api_tokens.h"
#include "sync/hub/sync_api.h"
#include "sync/hub/visitor.h"
#include "sync/hub/web/page.h"

namespace vejviser::hub {

namespace {

bool isForm(const Request& request) {
  return request.method != "GET";
}

std::optional<Response> refusePerson(Hub& hub, Action right, Request& request) {
  if (isForm(request)) {
    if (auto foreign = web::refuseForeign(hub, request)) return foreign;
  }
  auto visitor = visitorOf(hub, request, Begin::Session);
  if (!visitor) return failure(hub, visitor.error());
  if (!*visitor) return web::goTo("/login");
  request.visitor = std::make_shared<const Visitor>(std::move(**visitor));
  const Visitor& who = *request.visitor;
  if (who.name.empty()) return web::noEntry(hub, request, "not_a_user");
  if (isForm(request) && !isOwnForm(who, request)) return web::noEntry(hub, request, "old_form");
  if (!may(who.office, right)) return web::noEntry(hub, request, "no_right");
  return std::nullopt;
}

Response refuseToken(const Hub& hub) {
  Response refusal = problem(hub, 401, "unknown-token", "This token opens nothing here",
                             "it is mistyped, revoked or expired");
  refusal.headers.emplace_back("WWW-Authenticate", "Bearer error=\"invalid_token\"");
  return refusal;
}

/// For programs: those with a token to read with, and tablets in use.
std::optional<Response> refuseProgram(Hub& hub, const Request& request) {
  const std::string token = bearerOf(request).value_or(std::string{});
  if (token.starts_with(kApiTokenPrefix)) {
    const auto reads = mayRead(hub.storage, hub.clock, token);
    if (!reads) return failure(hub, reads.error());
    return *reads ? std::nullopt : std::optional{refuseToken(hub)};
  }
  Caller caller = callerOf(hub, request);
  if (!caller.device) return std::move(caller.refusal);
  if (caller.device->state == DeviceState::Drained) return drained(hub);
  return std::nullopt;
}

std::optional<Response> refuseReader(Hub& hub, Action right, Request& request) {
  auto visitor = visitorOf(hub, request, Begin::Nothing);
  if (!visitor) return failure(hub, visitor.error());
  if (!*visitor) return refuseProgram(hub, request);
  request.visitor = std::make_shared<const Visitor>(std::move(**visitor));
  const Visitor& who = *request.visitor;
  if (!who.name.empty() && may(who.office, right)) return std::nullopt;
  return problem(hub, 403, "right", "This is not for your role");
}

}  // namespace

std::optional<Response> refuse(Hub& hub, const Need& need, Request& request) {
  if (need.of == Need::Of::Person) return refusePerson(hub, need.right, request);
  if (need.of == Need::Of::Reader) return refuseReader(hub, need.right, request);
  return std::nullopt;  // open, or the handler asks for a token, or api.cpp does not find it
}

std::optional<Response> refuseUnit(const Hub& hub, const Request& request, Action action, Unit of) {
  if (may(request.visitor->office, action, of)) return std::nullopt;
  return web::noEntry(hub, request, "other_unit");
}

}  // namespace vejviser::hub
