#include "sync/engine/exchange.h"

#include "platform/gzip.h"

#include <unordered_map>

namespace vejviser::engine {

namespace {

/// Room in a request for everything but the entries.
constexpr std::size_t kHeadBytes = 4096;
constexpr int kRowLimit = 2000;

Event meaningOf(int status, const std::string& type) {
  switch (status) {
    case 400:
    case 413:
    case 422:
      return Event::Unreadable;
    case 401:
    case 403:
      return Event::Denied;
    case 409:
      return type == "timeline" ? Event::StartOver : Event::Lost;
    case 415:
      return Event::PlainWanted;
    case 429:
    case 503:
      return Event::Busy;
    default:
      return status >= 500 ? Event::HubFailed : Event::Lost;
  }
}

Trouble troubleOf(Event event) {
  switch (event) {
    case Event::Denied:
      return Trouble::Denied;
    case Event::Busy:
      return Trouble::HubBusy;
    case Event::HubFailed:
      return Trouble::HubFailed;
    case Event::Lost:
      return Trouble::NotTheHub;
    default:
      return Trouble::None;
  }
}

Trouble troubleOf(const Error& error) {
  switch (error.code) {
    case ErrorCode::Refused:
      return Trouble::Untrusted;
    case ErrorCode::Invalid:
      return Trouble::BadAddress;
    case ErrorCode::Storage:
      return Trouble::Storage;
    default:
      return Trouble::Unreachable;
  }
}

void fail(Report& report, Trouble trouble, std::string detail) {
  report.event = Event::Lost;
  report.trouble = trouble;
  report.detail = std::move(detail);
}

}  // namespace

std::string tokenName(const Id& device) {
  return "token-" + toString(device);
}

Report Exchange::run(const Plan& plan) {
  Report report;
  const auto enrolment = m_store.enrolment();
  const auto token = enrolment ? m_secrets.read(tokenName(enrolment->device)) : std::nullopt;
  if (!token) {
    fail(report, Trouble::TokenMissing, "this tablet has no token");
    return report;
  }
  auto batch = m_store.batch(plan.most, wire::kMaxRequestBytes - kHeadBytes, m_clock.now());
  if (!batch) {
    fail(report, Trouble::Storage, batch.error().text());
    return report;
  }
  return send(plan, *enrolment, *token, std::move(*batch));
}

Report Exchange::send(const Plan& plan, const store::Enrolment& enrolment, const std::string& token,
                      std::vector<store::WaitingEntry> batch) {
  Report report;
  platform::HttpRequest request{
      "POST",
      enrolment.url + "/v1/sync",
      {"Authorization: Bearer " + token, "Content-Type: application/json"},
      body(batch)};
  report.sent = std::move(batch);
  report.compressed = plan.compress;
  if (plan.compress) {
    request.body = platform::gzip(request.body);
    request.headers.emplace_back("Content-Encoding: gzip");
  }
  const auto response = m_http.send(request);
  if (!response) {
    fail(report, troubleOf(response.error()), response.error().text());
  } else if (response->status == 200) {
    takeAnswer(enrolment, *response, report);
  } else {
    takeProblem(enrolment, *response, report);
  }
  return report;
}

std::string Exchange::body(const std::vector<store::WaitingEntry>& batch) const {
  wire::SyncRequest request;
  request.stamp = m_store.stamp();
  request.clock = {m_clock.now(), m_clock.bootId(), m_clock.sinceBoot()};
  request.pending = m_store.queries().waiting();
  request.limit = kRowLimit;
  std::vector<std::string_view> bodies;
  bodies.reserve(batch.size());
  for (const store::WaitingEntry& entry : batch) bodies.emplace_back(entry.body);
  return wire::encode(request, bodies);
}

void Exchange::takeAnswer(const store::Enrolment& enrolment, const platform::HttpResponse& response,
                          Report& report) {
  if (response.contentType != "application/json") {
    return fail(report, Trouble::NotTheHub, "200 with " + response.contentType);
  }
  const auto answer = wire::decodeSyncAnswer(response.body);
  if (!answer) {
    const bool hubs = response.body.find(toString(enrolment.hub)) != std::string::npos;
    return fail(report, hubs ? Trouble::HubFailed : Trouble::NotTheHub, answer.error().text());
  }
  if (answer->hub != enrolment.hub) return fail(report, Trouble::NotTheHub, "another hub");
  if (answer->base != m_store.stamp()) return fail(report, Trouble::NotTheHub, "an old answer");
  if (const Status status = settle(*answer, report); !status) {
    return fail(report, Trouble::Storage, status.error().text());
  }
  if (report.acked == 0 && !report.sent.empty()) {
    report.event = Event::HubFailed;
    report.trouble = Trouble::HubFailed;
    report.detail = "the hub took none of the entries";
    return;
  }
  const bool left = report.acked > 0 && m_store.queries().waitingSubjects(1) > 0;
  report.event = answer->more || left ? Event::TakenInPart : Event::Taken;
}

Status Exchange::settle(const wire::SyncAnswer& answer, Report& report) {
  std::unordered_map<std::string, std::int64_t> places;
  for (const store::WaitingEntry& entry : report.sent) places[toString(entry.id)] = entry.seq;
  store::Settlement settlement;
  for (const wire::EntryAck& ack : answer.acks) {
    const auto place = places.find(toString(ack.id));
    if (place != places.end()) settlement.acks.push_back({place->second, ack.held});
  }
  settlement.rows = answer.rows;
  settlement.stamp = answer.stamp;
  settlement.more = answer.more;
  settlement.pace_s = answer.pace_s;
  settlement.keep_days = answer.keep_days;
  settlement.fork = answer.fork;
  settlement.now = m_clock.now();
  settlement.hubNow = answer.now;
  report.acked = settlement.acks.size();
  return m_store.settle(settlement);
}

/// True for an answer that would make the same request again at once, for ever.
bool Exchange::cannotBeMeant(const Report& report) const {
  return (report.event == Event::Unreadable && report.sent.empty()) ||
         (report.event == Event::StartOver && !m_store.stamp()) ||
         (report.event == Event::PlainWanted && !report.compressed);
}

void Exchange::takeProblem(const store::Enrolment& enrolment,
                           const platform::HttpResponse& response, Report& report) {
  const std::string status = std::to_string(response.status);
  if (response.contentType != "application/problem+json") {
    return fail(report, Trouble::NotTheHub, status + " with " + response.contentType);
  }
  const auto problem = wire::decodeProblem(response.body);
  if (!problem || problem->hub != enrolment.hub) {
    return fail(report, Trouble::NotTheHub, status + " not of this hub");
  }
  report.event = meaningOf(response.status, problem->type);
  report.trouble = troubleOf(report.event);
  report.detail = status + " " + problem->title + ": " + problem->detail;
  report.retryAfter = response.retryAfter;
  if (cannotBeMeant(report)) {
    report.event = Event::HubFailed;
    report.trouble = Trouble::HubFailed;
  }
  if (report.event != Event::StartOver) return;
  if (problem->base != m_store.stamp()) return fail(report, Trouble::NotTheHub, "an old answer");
  if (const Status done = m_store.startOver(); !done) {
    fail(report, Trouble::Storage, done.error().text());
  }
}

}  // namespace vejviser::engine
