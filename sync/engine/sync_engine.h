// The tablet's side of sync, without threads or sockets of its own: it is told of events and the
// time, says when it wants its next turn, and hands out requests for others to carry. A simulator
// drives it as the app's thread does.
#pragma once

#include "platform/connectivity.h"
#include "src/base/random.h"
#include "sync/engine/exchange.h"
#include "sync/engine/sync_table.h"

#include <optional>
#include <string>

namespace vejviser::engine {

/// What the screen shows: taken from the store and the last event.
struct SyncStatus {
  Phase phase = Phase::Unenrolled;
  Trouble trouble = Trouble::None;
  std::optional<Instant> troubleSince;
  std::optional<Instant> lastSent;          ///< when the hub last answered
  std::optional<Instant> pulledAt;          ///< when the shared figures were last complete
  std::optional<milliseconds> clockOffset;  ///< hub minus tablet, when it is worth a word
  store::QueueCounts counts;

  bool operator==(const SyncStatus&) const = default;
};

/// A clock that is further off than this is worth a word.
constexpr std::chrono::minutes kClockWarning{2};

class SyncEngine {
 public:
  SyncEngine(store::TabletStore& store, Exchange& exchange, platform::Disk& disk,
             const platform::Connectivity& connectivity, const Clock& clock, RandomSource& random);

  void recorded() { handle(Event::Recorded); }
  /// A person wants what waits to be sent at once, and with it what is in quarantine, or of that
  /// only the entry `only`.
  void asked(const std::optional<Id>& only = {});
  void enrolled();

  /// Looks at network and time; the request that is due, if one is. Then answered() or cutShort()
  /// is the next call; meanwhile only recorded().
  std::optional<platform::HttpRequest> turn();
  /// What the network brought.
  void answered(const Result<platform::HttpResponse>& response);
  /// Whoever carried the request has cut it short, because there is something to do; only while
  /// polling().
  void cutShort();
  /// The request in flight only waits for news.
  bool polling() const { return m_phase == Phase::Polling; }

  /// How long until the next turn is of use.
  milliseconds untilTurn() const;
  /// Sending also between two requests of which the second is due at once.
  SyncStatus status() const;
  /// True when nothing is left to do that could be done now.
  bool settled() const { return m_phase != Phase::Sending && m_lastEvent == Event::Taken; }
  const std::string& lastDetail() const { return m_lastDetail; }

 private:
  void handle(Event event);
  void react(Reaction reaction);
  void lookAtNetwork();
  bool mayPoll() const;
  bool mayRenew() const;
  void conclude(const Report& report);
  void adaptBatch(const Report& report);
  void setAside(const Report& report);
  void noteTrouble(const Report& report);
  milliseconds backOff(int failures);
  milliseconds randomUpTo(milliseconds most);

  store::TabletStore& m_store;
  Exchange& m_exchange;
  platform::Disk& m_disk;
  const platform::Connectivity& m_connectivity;
  const Clock& m_clock;
  RandomSource& m_random;

  Phase m_phase = Phase::Unenrolled;
  Event m_lastEvent = Event::Lost;
  std::string m_lastDetail;
  Trouble m_trouble = Trouble::None;
  std::optional<Instant> m_troubleSince;
  milliseconds m_due{};            ///< since boot
  milliseconds m_noPollBefore{};   ///< since boot: the way to the hub does not bear long waits
  milliseconds m_noRenewBefore{};  ///< since boot: a new token could not be had
  std::optional<std::chrono::seconds> m_retryAfter;
  int m_failures = 0;
  int m_hubFailures = 0;
  int m_setAside = 0;  ///< entries set aside since the hub last took one
  Plan m_plan;
  std::optional<Outgoing> m_inFlight;
};

}  // namespace vejviser::engine
