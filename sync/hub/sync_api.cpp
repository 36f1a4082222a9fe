#include "sync/hub/sync_api.h"

#include "platform/gzip.h"
#include "platform/log.h"
#include "sync/hub/negotiation.h"
#include "sync/hub/prune.h"
#include "sync/hub/pull.h"
#include "sync/hub/tablets.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace vejviser::hub {

namespace {

constexpr int kPace_s = 60;
constexpr int kLongestPace_s = 900;
/// A pull alone is noted this often: noting it costs a commit.
constexpr std::chrono::minutes kNoteEvery{5};

struct Body {
  std::optional<std::string> text;
  Response refusal;
};

/// The request's body, unpacked and of the right type.
Body bodyOf(const Hub& hub, const Request& request) {
  const std::string_view type = request.header("content-type");
  if (!isSameWord(type.substr(0, type.find_first_of("; ")), "application/json")) {
    return {{}, problem(hub, 400, "not-json", "The body must be application/json")};
  }
  const std::string_view encoding = request.header("content-encoding");
  if (encoding.empty() || encoding == "identity") {
    if (request.body.size() > wire::kMaxRequestBytes) return {{}, unreadable(hub, 413)};
    return {request.body, {}};
  }
  if (encoding != "gzip") {
    return {{}, problem(hub, 415, "encoding", "The body may be gzip or not compressed")};
  }
  auto plain = platform::gunzip(request.body, wire::kMaxRequestBytes);
  if (plain) return {std::move(*plain), {}};
  if (plain.error().where == platform::kTooLarge) return {{}, unreadable(hub, 413)};
  return {{}, problem(hub, 400, "not-gzip", "The body is not gzip", plain.error().detail)};
}

/// What an answer to a sync needs to know of its request.
struct Exchange {
  Hub& hub;
  std::int64_t device;
  std::optional<std::string> stamp;
  int limit;
  int schema;
  std::chrono::seconds wait;  ///< how long the answer may wait for news
  Respond respond;
};

/// A hub that cannot keep up asks for more time between requests, one pace more for each
/// transaction's worth of pushes that waits.
int paceOf(const Hub& hub) {
  const auto behind = static_cast<int>(std::min<std::size_t>(hub.queue.groupsWaiting(), 100));
  return std::min(kLongestPace_s, kPace_s * (1 + behind));
}

Response foreignTimeline(const Exchange& exchange) {
  return problem({409, "timeline", "The stamp is of another history; pull from zero", "",
                  exchange.hub.info.id, exchange.stamp});
}

Response blocked(const Hub& hub) {
  return problem(hub, 403, "blocked", "This tablet has been shut out");
}

/// Says how many tablets the figures rest on, once the tablet has all of them.
Status addHeard(ReadTx& tx, const Exchange& exchange, wire::SyncAnswer& message) {
  if (message.more || exchange.limit == 0) return {};
  const auto heard = tx.heard(fromLocal({toLocal(message.now).day, 0, 0}));
  if (!heard) return heard.error();
  message.heard = *heard;
  return {};
}

/// Looks up what the tablet may see; what to say instead, when that is nothing.
Result<std::optional<Response>> lookUp(ReadTx& tx, const Exchange& exchange,
                                       wire::SyncAnswer& message) {
  std::optional<Response> refusal;
  const auto state = tx.deviceState(exchange.device);  // it may have changed since the request
  if (!state) return state.error();
  if (*state == DeviceState::Active) {
    const auto known = pull(tx, exchange.stamp, exchange.limit, message);
    if (!known) return known.error();
    if (!*known) {
      refusal = foreignTimeline(exchange);
    } else if (const Status said = addHeard(tx, exchange, message); !said) {
      return said.error();
    }
  } else if (message.acks.empty()) {
    refusal = *state == DeviceState::Drained ? drained(exchange.hub) : blocked(exchange.hub);
  } else if (const Status stayed = stayPut(tx, exchange.stamp, message); !stayed) {
    return stayed.error();
  }
  return refusal;
}

void answer(const Exchange& exchange, Custody custody);

/// Waits for news instead of saying that there is none.
void hold(Exchange exchange, std::uint64_t seen) {
  Hub& hub = exchange.hub;
  const std::int64_t device = exchange.device;
  const milliseconds deadline = hub.clock.sinceBoot() + std::exchange(exchange.wait, {});
  hub.polls.hold(device, seen, deadline, [held = std::move(exchange)] {
    held.hub.workers.post([held] { answer(held, {}); });
  });
}

/// Rule H5: called when what was pushed is durable.
void answer(const Exchange& exchange, Custody custody) {
  Hub& hub = exchange.hub;
  if (custody.foreignTimeline) return exchange.respond(foreignTimeline(exchange));
  const std::uint64_t seen = hub.polls.news();
  wire::SyncAnswer message;
  message.hub = hub.info.id;
  message.base = exchange.stamp;
  message.now = hub.clock.now();
  message.acks = std::move(custody.acks);
  message.pace_s = paceOf(hub);
  message.keep_days = static_cast<int>(kKeep.count());
  message.fork = custody.fork;
  message.upgrade = exchange.schema < wire::kSchema;
  std::optional<Response> refusal;
  const Status status = hub.storage.read([&](ReadTx& tx) -> Status {
    auto looked = lookUp(tx, exchange, message);
    if (!looked) return looked.error();
    refusal = std::move(*looked);
    return {};
  });
  if (!status) return exchange.respond(failure(hub, status.error()));
  if (refusal) return exchange.respond(std::move(*refusal));
  const bool news = !message.acks.empty() || !message.rows.empty() || message.more;
  if (!news && exchange.wait.count() > 0) return hold(exchange, seen);
  if (custody.fork) {
    platform::log(platform::LogLevel::Warning, "two databases use one inst: a tablet was copied");
  }
  hub.watch.metrics->pulled(hub.watch.path, message.rows.size());
  exchange.respond({200, "application/json", wire::encode(message), {}});
}

bool needsCommit(const Hub& hub, const Device& device, const wire::SyncRequest& request) {
  return !request.entries.empty() || !device.lastHeard ||
         *device.lastHeard < hub.clock.now() - kNoteEvery;
}

}  // namespace

std::optional<std::string> bearerOf(const Request& request) {
  constexpr std::string_view kBearer = "Bearer ";
  const std::string_view header = request.header("authorization");
  if (!isSameWord(header.substr(0, kBearer.size()), kBearer)) return std::nullopt;
  return std::string{header.substr(kBearer.size())};
}

Caller callerOf(Hub& hub, const Request& request) {
  const auto token = bearerOf(request);
  Response unknown = problem(hub, 401, "unknown-tablet", "The hub does not know this tablet");
  unknown.headers.emplace_back("WWW-Authenticate", "Bearer");
  if (!token) return {{}, std::move(unknown)};
  auto device = hub.accounts.deviceOf(*token);
  if (!device) return {{}, failure(hub, device.error())};
  if (!*device) return {{}, std::move(unknown)};
  if ((*device)->state == DeviceState::Blocked) return {{}, blocked(hub)};
  return {std::move(*device), {}};
}

Response drained(const Hub& hub) {
  return problem(hub, 403, "drained", "This tablet has been taken out of use",
                 "nothing of it is lost");
}

Response enrol(Hub& hub, const Request& request) {
  const Body body = bodyOf(hub, request);
  if (!body.text) return body.refusal;
  const auto message = wire::decodeEnrolRequest(*body.text);
  if (!message)
    return problem(hub, 422, "unreadable", "The request cannot be read", message.error().text());
  const auto answer = hub.accounts.enrol(message->code, hub.info);
  if (answer) return {201, "application/json", wire::encode(*answer), {}};
  switch (answer.error().code) {
    case ErrorCode::Invalid:
      return problem(hub, 403, "code", "The code is mistyped, used or expired");
    case ErrorCode::Offline: {
      Response response = problem(hub, 429, "guessing", "Too many wrong codes; wait a little");
      response.headers.emplace_back("Retry-After",
                                    std::to_string(hub.accounts.enrolWait().count()));
      return response;
    }
    default:
      return failure(hub, answer.error());
  }
}

void sync(Hub& hub, const Request& request, const Respond& respond) {
  const Caller caller = callerOf(hub, request);
  if (!caller.device) return respond(caller.refusal);
  const Body body = bodyOf(hub, request);
  if (!body.text) return respond(body.refusal);
  auto message = wire::decodeSyncRequest(*body.text);
  if (!message) {
    return respond(
        problem(hub, 422, "unreadable", "The request cannot be read", message.error().text()));
  }
  const auto exchange = std::make_shared<Exchange>(
      Exchange{hub, caller.device->key, message->stamp, message->limit, message->schema,
               std::chrono::seconds{message->wait_s}, respond});
  hub.polls.release(caller.device->key);
  if (!needsCommit(hub, *caller.device, *message)) return answer(*exchange, {});
  hub.queue.submit({*caller.device, std::move(*message)}, [exchange](Result<Custody> custody) {
    if (!custody) return exchange->respond(failure(exchange->hub, custody.error()));
    exchange->hub.workers.post(
        [exchange, taken = std::move(*custody)] { answer(*exchange, taken); });
  });
}

Response rotateToken(Hub& hub, const Request& request) {
  const Caller caller = callerOf(hub, request);
  if (!caller.device) return caller.refusal;
  const auto token = hub.accounts.rotateToken(*caller.device);
  if (!token) return failure(hub, token.error());
  return {200, "application/json", wire::encode(wire::TokenAnswer{hub.info.id, *token}), {}};
}

Response hello(Hub& hub) {
  return {
      200,
      "application/json",
      wire::encode(wire::HelloAnswer{hub.info.id, hub.clock.now(), wire::kSchema, wire::kSchema}),
      {}};
}

}  // namespace vejviser::hub
