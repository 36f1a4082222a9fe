#include "sync/engine/sync_engine.h"

#include "src/base/rules.h"

#include <algorithm>
#include <cassert>
#include <utility>
#include <variant>

namespace vejviser::engine {

namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr seconds kSoon{2};             // several taps share one request
constexpr seconds kSpread{10};          // after a start or a found network
constexpr seconds kFirstBackOff{2};     // doubles with each failure ...
constexpr minutes kLongestBackOff{15};  // ... up to this
constexpr seconds kNetworkLook{5};      // how often to look for a network while there is none
constexpr int kHubFailuresToHalve = 2;  // one 5xx may be chance
constexpr int kPaceSpread = 4;          // a quarter of the pace: what one commit wakes comes apart
constexpr std::chrono::hours kPollAgain{1};  // after a poll was lost on the way
constexpr std::chrono::days kTokenLife{30};
constexpr std::chrono::days kRenewAgain{1};

/// What is logged can be sent.
bool isFine(Trouble trouble) {
  return trouble == Trouble::None || trouble == Trouble::NearlyFull;
}

}  // namespace

SyncEngine::SyncEngine(store::TabletStore& store, Exchange& exchange, platform::Disk& disk,
                       const platform::Connectivity& connectivity, const Clock& clock,
                       RandomSource& random)
    : m_store(store),
      m_exchange(exchange),
      m_disk(disk),
      m_connectivity(connectivity),
      m_clock(clock),
      m_random(random) {
  if (!m_store.enrolment()) return;
  m_phase = Phase::Idle;
  react(Reaction::Spread);
}

void SyncEngine::asked(const std::optional<Id>& only) {
  m_failures = 0;
  m_setAside = 0;
  if (const auto released = m_store.releaseQuarantine(only); !released) {
    m_lastDetail = released.error().text();
  }
  handle(Event::Asked);
}

void SyncEngine::enrolled() {
  m_failures = 0;
  m_trouble = Trouble::None;
  m_troubleSince.reset();
  m_plan = Plan{};
  handle(Event::Enrolled);
}

bool SyncEngine::mayPoll() const {
  return m_lastEvent == Event::Taken && m_trouble == Trouble::None &&
         m_clock.sinceBoot() >= m_noPollBefore && m_store.queries().waitingSubjects(1) == 0;
}

bool SyncEngine::mayRenew() const {
  if (m_lastEvent != Event::Taken || m_clock.sinceBoot() < m_noRenewBefore) return false;
  const auto given = m_store.tokenAt();
  return !given || *given > m_clock.now() || *given < m_clock.now() - kTokenLife;
}

std::optional<platform::HttpRequest> SyncEngine::turn() {
  lookAtNetwork();
  if (m_phase != Phase::Idle || m_clock.sinceBoot() < m_due) return std::nullopt;
  m_plan.renew = mayRenew();
  m_plan.poll = !m_plan.renew && mayPoll();
  handle(m_plan.poll ? Event::DueIdle : Event::Due);
  auto begun = m_exchange.begin(m_plan);
  if (const auto* report = std::get_if<Report>(&begun)) {
    conclude(*report);
    return std::nullopt;
  }
  m_inFlight = std::move(std::get<Outgoing>(begun));
  return m_inFlight->request;
}

void SyncEngine::answered(const Result<platform::HttpResponse>& response) {
  assert(m_inFlight);
  conclude(m_exchange.finish(std::move(*std::exchange(m_inFlight, std::nullopt)), response));
}

void SyncEngine::cutShort() {
  m_inFlight.reset();
  m_due = m_clock.sinceBoot() + kSoon;
  handle(Event::CutShort);
}

milliseconds SyncEngine::untilTurn() const {
  switch (m_phase) {
    case Phase::Idle:
      return std::max(milliseconds{0}, m_due - m_clock.sinceBoot());
    case Phase::NoNetwork:
      return kNetworkLook;
    default:
      return minutes{10};  // only an event changes anything
  }
}

SyncStatus SyncEngine::status() const {
  const bool goesOn = m_phase == Phase::Idle && m_due <= m_clock.sinceBoot();
  std::optional<milliseconds> offset = m_exchange.clockOffset();
  if (offset && std::chrono::abs(*offset) <= kClockWarning) offset.reset();
  return {goesOn ? Phase::Sending : m_phase,
          m_trouble,
          m_troubleSince,
          m_store.lastSent(),
          m_store.pulledAt(),
          offset,
          m_store.queries().counts()};
}

void SyncEngine::handle(Event event) {
  const Step step = stepFor(m_phase, event);
  m_phase = step.next;
  if (event >= Event::Taken || event == Event::Asked) m_lastEvent = event;
  react(step.reaction);
}

void SyncEngine::react(Reaction reaction) {
  const milliseconds now = m_clock.sinceBoot();
  switch (reaction) {
    case Reaction::None:
      return;
    case Reaction::Send:
    case Reaction::Poll:
      return;  // turn() makes the request
    case Reaction::Now:
      m_due = now;
      return;
    case Reaction::Soon:
      if (isFine(m_trouble)) m_due = std::min(m_due, now + kSoon);
      return;
    case Reaction::Spread:
      m_due = now + randomUpTo(kSpread);
      return;
    case Reaction::Pace:
      m_due = now + seconds{m_store.pace_s()};
      m_due += randomUpTo(seconds{m_store.pace_s()} / kPaceSpread);
      return;
    case Reaction::WaitAsTold:
      m_due = now + std::max<milliseconds>(m_retryAfter.value_or(seconds{0}), backOff(m_failures));
      return;
    case Reaction::BackOff:
      m_due = now + backOff(m_failures);
      return;
    case Reaction::Impossible:
      assert(false && "an event that cannot happen in this phase");
      return;
  }
}

void SyncEngine::lookAtNetwork() {
  const auto enrolment = m_store.enrolment();
  if (!enrolment || m_phase == Phase::Unenrolled) return;
  const auto host = platform::hostOf(enrolment->url);
  const bool up = !host || m_connectivity.canReach(*host);
  if (up && m_phase == Phase::NoNetwork) {
    m_trouble = Trouble::None;
    m_troubleSince.reset();
    handle(Event::NetworkFound);
  } else if (!up && m_phase == Phase::Idle) {
    if (!m_troubleSince) m_troubleSince = m_clock.now();
    m_trouble = Trouble::NoNetwork;
    handle(Event::NetworkLost);
  }
}

/// What a request came to, taken up.
void SyncEngine::conclude(const Report& report) {
  const bool lost = report.event == Event::Lost;
  if (lost && m_phase == Phase::Polling) {
    // The network may be well and only not bear a request that is silent so long: ask plainly.
    m_noPollBefore = m_clock.sinceBoot() + kPollAgain;
    m_lastDetail = report.detail;
    return handle(Event::Lost);
  }
  if (lost) m_noPollBefore = {};  // plainly, too: nothing speaks against polls
  if (m_plan.renew && report.event != Event::Taken) {
    m_noRenewBefore = m_clock.sinceBoot() + kRenewAgain;
  }
  if (report.event == Event::Taken) m_disk.keepReserve();
  m_retryAfter = report.retryAfter;
  m_lastDetail = report.detail;
  adaptBatch(report);
  noteTrouble(report);
  if (report.acked > 0) m_setAside = 0;
  handle(report.event);
  // One entry that the hub cannot take is the entry's fault; several in a row are the hub's.
  if (m_setAside > 1) m_due = std::max(m_due, m_clock.sinceBoot() + backOff(m_setAside));
}

/// Rule C5: the batch is halved until the entry that the hub cannot take stands alone.
void SyncEngine::adaptBatch(const Report& report) {
  m_hubFailures = report.event == Event::HubFailed ? m_hubFailures + 1 : 0;
  const bool unreadable = report.event == Event::Unreadable;
  const bool failing = m_hubFailures >= kHubFailuresToHalve;
  if (report.event == Event::PlainWanted) m_plan.compress = false;  // for good: it will not change
  if (!holds(Rule::Bisected)) return;
  if ((unreadable || failing) && report.sent.size() > 1) {
    m_plan.most = report.sent.size() / 2;
  } else if ((unreadable || failing) && report.sent.size() == 1) {
    setAside(report);
    m_plan.most = wire::kMaxBatch;
  } else if (report.acked > 0) {
    m_plan.most = std::min(wire::kMaxBatch, m_plan.most * 2);
  }
}

/// Rule C5: a single entry goes to quarantine (4xx) or is parked for a while (5xx).
void SyncEngine::setAside(const Report& report) {
  const std::int64_t seq = report.sent.front().seq;
  Status status;
  if (report.event == Event::Unreadable) {
    status = m_store.quarantine(seq, report.detail, m_clock.now());
  } else {
    const int tries = m_store.triesOf(seq) ? *m_store.triesOf(seq) : 0;
    const milliseconds wait =
        std::min<milliseconds>(store::kLongestPark, minutes{1} * (1 << std::min(tries, 8)));
    status = m_store.park(seq, m_clock.now() + wait);
    m_hubFailures = 0;
  }
  ++m_setAside;
  if (!status) m_lastDetail = status.error().text();
}

void SyncEngine::noteTrouble(const Report& report) {
  const bool fine = isFine(report.trouble);
  m_failures = fine ? 0 : m_failures + 1;
  m_trouble = report.trouble;
  if (m_trouble == Trouble::None) {
    m_troubleSince.reset();
  } else if (!m_troubleSince) {
    m_troubleSince = m_clock.now();
  }
}

milliseconds SyncEngine::backOff(int failures) {
  constexpr int kDoublings = 9;  // 2 s * 2^9 is beyond the longest
  const auto most = std::min<milliseconds>(
      kLongestBackOff, kFirstBackOff * (1 << std::clamp(failures, 0, kDoublings)));
  return randomUpTo(most);
}

milliseconds SyncEngine::randomUpTo(milliseconds most) {
  return milliseconds{m_random.below(static_cast<std::uint64_t>(most.count()) + 1)};
}

}  // namespace vejviser::engine
