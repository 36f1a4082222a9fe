#include "sync/engine/exchange.h"

#include "platform/gzip.h"
#include "src/base/rules.h"
#include "src/base/version.h"

#include <unordered_map>

namespace vejviser::engine {

namespace {

/// Room in a request for everything but the entries.
constexpr std::size_t kHeadBytes = 4096;
constexpr int kRowLimit = 2000;
constexpr const char* kOldAnswer = "an old answer";
/// Idle, the tablet asks once in this time and its pace; below what routers and proxies forget.
constexpr std::chrono::seconds kPollWait{240};

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

Report failure(Trouble trouble, std::string detail) {
  Report report;
  fail(report, trouble, std::move(detail));
  return report;
}

}  // namespace

std::variant<Outgoing, Report> Exchange::begin(const Plan& plan) const {
  const auto enrolment = m_store.enrolment();
  if (!enrolment) return failure(Trouble::TokenMissing, "this tablet belongs to no hub");
  const auto token = m_tokens.current(enrolment->device);
  if (!token) return failure(Trouble::KeyStore, token.error().text());
  if (!*token) return failure(Trouble::TokenMissing, "this tablet has no token");
  Outgoing outgoing;
  if (plan.renew) {
    outgoing.kind = Outgoing::Kind::Renewal;
    outgoing.enrolment = *enrolment;
    outgoing.request = {"POST", enrolment->url + "/v1/token", {}, {}};
  } else {
    auto batch = m_store.batch(plan.most, wire::kMaxRequestBytes - kHeadBytes, m_clock.now());
    if (!batch) return failure(Trouble::Storage, batch.error().text());
    outgoing = makeSync(plan, *enrolment, std::move(*batch));
  }
  outgoing.request.headers.emplace_back("Authorization: Bearer " + **token);
  outgoing.askedAt = m_clock.sinceBoot();
  return outgoing;
}

Outgoing Exchange::makeSync(const Plan& plan, const store::Enrolment& enrolment,
                            std::vector<store::WaitingEntry> batch) const {
  Outgoing outgoing;
  outgoing.enrolment = enrolment;
  outgoing.sent = std::move(batch);
  outgoing.pulls = m_disk.freeBytes() >= platform::kNearlyFull_bytes;
  const bool polls = plan.poll && outgoing.sent.empty() && outgoing.pulls;
  if (polls) outgoing.kind = Outgoing::Kind::Poll;
  outgoing.compressed = plan.compress;
  outgoing.request = {
      "POST", enrolment.url + "/v1/sync", {"Content-Type: application/json"}, body(outgoing)};
  if (polls) outgoing.request.patience = kPollWait;
  if (plan.compress) {
    outgoing.request.body = platform::gzip(outgoing.request.body);
    outgoing.request.headers.emplace_back("Content-Encoding: gzip");
  }
  return outgoing;
}

std::string Exchange::body(const Outgoing& outgoing) const {
  wire::SyncRequest request;
  request.stamp = m_store.stamp();
  request.clock = {m_clock.now(), m_clock.bootId(), m_clock.sinceBoot()};
  request.pending = m_store.queries().waiting();
  request.limit = outgoing.pulls ? kRowLimit : 0;
  request.program = programVersion();
  if (outgoing.kind == Outgoing::Kind::Poll) request.wait_s = static_cast<int>(kPollWait.count());
  std::vector<std::string_view> bodies;
  bodies.reserve(outgoing.sent.size());
  for (const store::WaitingEntry& entry : outgoing.sent) bodies.emplace_back(entry.body);
  return wire::encode(request, bodies);
}

Report Exchange::finish(Outgoing outgoing, const Result<platform::HttpResponse>& response) {
  Report report;
  report.sent = std::move(outgoing.sent);
  report.compressed = outgoing.compressed;
  if (!response) {
    fail(report, troubleOf(response.error()), response.error().text());
  } else if (response->status != 200) {
    takeProblem(outgoing, *response, report);
  } else if (outgoing.kind == Outgoing::Kind::Renewal) {
    takeToken(outgoing, *response, report);
  } else {
    takeAnswer(outgoing, *response, report);
  }
  return report;
}

void Exchange::takeAnswer(const Outgoing& outgoing, const platform::HttpResponse& response,
                          Report& report) {
  const store::Enrolment& enrolment = outgoing.enrolment;
  if (!holds(Rule::HubChecked)) believe(report);
  if (response.contentType != "application/json") {
    return fail(report, Trouble::NotTheHub, "200 with " + response.contentType);
  }
  const auto answer = wire::decodeSyncAnswer(response.body);
  if (!answer) {
    const bool hubs = response.body.find(toString(enrolment.hub)) != std::string::npos;
    return fail(report, hubs ? Trouble::HubFailed : Trouble::NotTheHub, answer.error().text());
  }
  if (answer->hub != enrolment.hub && holds(Rule::HubChecked))
    return fail(report, Trouble::NotTheHub, "another hub");
  if (answer->base != m_store.stamp() && holds(Rule::BaseCompared)) {
    return fail(report, Trouble::NotTheHub, kOldAnswer);
  }
  if (const Status status = settle(*answer, report); !status) {
    return fail(report, Trouble::Storage, status.error().text());
  }
  if (const Status kept = m_tokens.confirm(enrolment.device); !kept) {
    report.detail = kept.error().text();  // it is tried again after the next answer
  }
  if (outgoing.kind == Outgoing::Kind::Sync) {
    m_offset.add(m_clock, outgoing.askedAt, m_clock.sinceBoot(), answer->now);
  }
  if (report.acked == 0 && !report.sent.empty()) {
    report.event = Event::HubFailed;
    report.trouble = Trouble::HubFailed;
    report.detail = "the hub took none of the entries";
    return;
  }
  const bool left = report.acked > 0 && m_store.queries().waitingSubjects(1) > 0;
  const bool more = answer->more && outgoing.pulls;
  report.event = more || left ? Event::TakenInPart : Event::Taken;
  if (!outgoing.pulls) report.trouble = Trouble::NearlyFull;
}

void Exchange::takeToken(const Outgoing& outgoing, const platform::HttpResponse& response,
                         Report& report) {
  const auto answer = wire::decodeTokenAnswer(response.body);
  if (response.contentType != "application/json" || !answer ||
      answer->hub != outgoing.enrolment.hub) {
    return fail(report, Trouble::NotTheHub, "no token of this hub");
  }
  Status kept = m_tokens.replace(outgoing.enrolment.device, answer->token);
  if (kept) kept = m_store.setTokenAt(m_clock.now());
  if (!kept) return fail(report, Trouble::KeyStore, kept.error().text());
  report.event = Event::Taken;
}

/// Without rule C2, any 200 means that all has been taken.
void Exchange::believe(const Report& report) {
  if (!m_store.stamp()) return;
  store::Settlement settlement;
  for (const store::WaitingEntry& entry : report.sent) settlement.acks.push_back({entry.seq, {}});
  settlement.stamp = *m_store.stamp();
  settlement.more = true;
  settlement.now = settlement.hubNow = m_clock.now();
  static_cast<void>(m_store.settle(settlement));
}

/// Without rule C2, a number of acks is taken for the acks of so many entries, whichever.
std::vector<store::Ack> Exchange::oldestWaiting(std::size_t count) {
  std::vector<store::Ack> acks;
  const auto all = m_store.batch(count, SIZE_MAX, m_clock.now() + store::kLongestPark);
  for (const store::WaitingEntry& entry : all.ok() ? *all : std::vector<store::WaitingEntry>{}) {
    acks.push_back({entry.seq, {}});
  }
  return acks;
}

Status Exchange::settle(const wire::SyncAnswer& answer, Report& report) {
  std::unordered_map<std::string, std::int64_t> places;
  for (const store::WaitingEntry& entry : report.sent) places[toString(entry.id)] = entry.seq;
  store::Settlement settlement;
  for (const wire::EntryAck& ack : answer.acks) {
    const auto place = places.find(toString(ack.id));
    if (place != places.end()) settlement.acks.push_back({place->second, ack.held});
  }
  if (!holds(Rule::AckedById)) settlement.acks = oldestWaiting(answer.acks.size());
  settlement.rows = answer.rows;
  settlement.stamp = answer.stamp;
  settlement.more = answer.more;
  settlement.pace_s = answer.pace_s;
  settlement.keep_days = answer.keep_days;
  settlement.fork = answer.fork;
  settlement.heard = answer.heard;
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

void Exchange::takeProblem(const Outgoing& outgoing, const platform::HttpResponse& response,
                           Report& report) {
  const std::string status = std::to_string(response.status);
  if (response.contentType != "application/problem+json") {
    return fail(report, Trouble::NotTheHub, status + " with " + response.contentType);
  }
  const auto problem = wire::decodeProblem(response.body);
  if (!problem || problem->hub != outgoing.enrolment.hub) {
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
  if (response.status == 401 && m_tokens.tryOther(outgoing.enrolment.device)) {
    report.event = Event::OtherToken;
    report.trouble = Trouble::None;
  }
  if (report.event != Event::StartOver) return;
  if (problem->base != m_store.stamp() && holds(Rule::BaseCompared)) {
    return fail(report, Trouble::NotTheHub, kOldAnswer);
  }
  if (const Status done = m_store.startOver(); !done) {
    fail(report, Trouble::Storage, done.error().text());
  }
}

}  // namespace vejviser::engine
