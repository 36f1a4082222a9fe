#include "sync/engine/sync_engine.h"

#include <algorithm>
#include <cassert>

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

}  // namespace

SyncEngine::SyncEngine(store::TabletStore& store, Exchange& exchange,
                       const platform::Connectivity& connectivity, const Clock& clock,
                       RandomSource& random)
    : m_store(store),
      m_exchange(exchange),
      m_connectivity(connectivity),
      m_clock(clock),
      m_random(random) {
  if (!m_store.enrolment()) return;
  m_phase = Phase::Idle;
  react(Reaction::Spread);
}

void SyncEngine::asked() {
  m_failures = 0;
  m_setAside = 0;
  if (const Status status = m_store.releaseQuarantine(); !status) {
    m_lastDetail = status.error().text();
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

void SyncEngine::turn() {
  lookAtNetwork();
  if (m_phase != Phase::Idle || m_clock.sinceBoot() < m_due) return;
  handle(Event::Due);
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
  return {goesOn ? Phase::Sending : m_phase,
          m_trouble,
          m_troubleSince,
          m_store.lastSent(),
          m_store.pulledAt(),
          m_store.queries().counts()};
}

void SyncEngine::handle(Event event) {
  const Step step = stepFor(m_phase, event);
  m_phase = step.next;
  if (event >= Event::Taken) m_lastEvent = event;
  react(step.reaction);
}

void SyncEngine::react(Reaction reaction) {
  const milliseconds now = m_clock.sinceBoot();
  switch (reaction) {
    case Reaction::None:
      return;
    case Reaction::Send:
      return exchange();
    case Reaction::Now:
      m_due = now;
      return;
    case Reaction::Soon:
      if (m_trouble == Trouble::None) m_due = std::min(m_due, now + kSoon);
      return;
    case Reaction::Spread:
      m_due = now + randomUpTo(kSpread);
      return;
    case Reaction::Pace:
      m_due = now + seconds{m_store.pace_s()};
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

void SyncEngine::exchange() {
  const Report report = m_exchange.run(m_plan);
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
  const bool fine = report.trouble == Trouble::None;
  m_failures = fine ? 0 : m_failures + 1;
  m_trouble = report.trouble;
  if (fine) {
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
