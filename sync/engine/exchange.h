// One request and what its answer means: rules C2 to C6 of sync/PROTOCOL.md. It neither sends nor
// waits: whoever has a network carries the request and brings the answer back.
#pragma once

#include "platform/disk.h"
#include "platform/http_client.h"
#include "src/base/time.h"
#include "src/store/tablet_store.h"
#include "sync/engine/clock_offset.h"
#include "sync/engine/sync_table.h"
#include "sync/engine/tokens.h"
#include "sync/wire/hub_messages.h"

#include <chrono>
#include <optional>
#include <string>
#include <variant>

namespace vejviser::engine {

/// Why sync does not work, for the screen to say what to do.
enum class Trouble {
  None,
  NoNetwork,     ///< no network at all
  Unreachable,   ///< the hub does not answer
  NotTheHub,     ///< somebody else answers: a log-in page of a guest network, a proxy
  Untrusted,     ///< the hub's certificate does not verify
  Denied,        ///< the hub does not know this tablet, or has shut it out
  HubBusy,       ///< the hub asks to come back later
  HubFailed,     ///< the hub has a fault
  Storage,       ///< the answer could not be stored on this tablet
  NearlyFull,    ///< sent, but nothing is fetched: the disk is nearly full
  TokenMissing,  ///< the database was moved here without its token
  KeyStore,      ///< the token cannot be read now
  BadAddress,    ///< the hub's address cannot be used
};

/// How to make the next request.
struct Plan {
  std::size_t most = wire::kMaxBatch;  ///< entries at most
  bool compress = true;
  bool poll = false;   ///< with nothing to send, wait at the hub for news
  bool renew = false;  ///< ask for a new token instead
};

/// A request on its way, and what its answer is judged by.
struct Outgoing {
  enum class Kind { Sync, Poll, Renewal };

  platform::HttpRequest request;
  Kind kind = Kind::Sync;
  store::Enrolment enrolment;
  std::vector<store::WaitingEntry> sent;
  bool compressed = false;
  bool pulls = true;        ///< rows are wanted
  milliseconds askedAt{0};  ///< since boot
};

/// What came of a request.
struct Report {
  Event event = Event::Lost;  ///< Taken and what follows it in the table
  Trouble trouble = Trouble::None;
  std::string detail;  ///< for the log
  std::vector<store::WaitingEntry> sent;
  std::size_t acked = 0;
  bool compressed = false;  ///< the request was
  std::optional<std::chrono::seconds> retryAfter;
};

class Exchange {
 public:
  Exchange(store::TabletStore& store, platform::SecretStore& secrets, const platform::Disk& disk,
           const Clock& clock)
      : m_store(store), m_tokens(secrets), m_disk(disk), m_clock(clock) {}

  /// The next request, or why there can be none.
  std::variant<Outgoing, Report> begin(const Plan& plan) const;
  /// Takes the answer, or what the network said instead of one, into the store.
  Report finish(Outgoing outgoing, const Result<platform::HttpResponse>& response);

  /// Hub minus tablet, once there was an answer to tell by.
  std::optional<milliseconds> clockOffset() const { return m_offset.value(); }

 private:
  Outgoing makeSync(const Plan& plan, const store::Enrolment& enrolment,
                    std::vector<store::WaitingEntry> batch) const;
  std::string body(const Outgoing& outgoing) const;
  void takeAnswer(const Outgoing& outgoing, const platform::HttpResponse& response, Report& report);
  void takeToken(const Outgoing& outgoing, const platform::HttpResponse& response, Report& report);
  void takeProblem(const Outgoing& outgoing, const platform::HttpResponse& response,
                   Report& report);
  bool cannotBeMeant(const Report& report) const;
  Status settle(const wire::SyncAnswer& answer, Report& report);
  void believe(const Report& report);
  std::vector<store::Ack> oldestWaiting(std::size_t count);

  store::TabletStore& m_store;
  Tokens m_tokens;
  const platform::Disk& m_disk;
  const Clock& m_clock;
  ClockOffset m_offset;
};

}  // namespace vejviser::engine
