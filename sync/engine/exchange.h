// One request and its answer: rules C2 to C6 of sync/PROTOCOL.md.
#pragma once

#include "platform/http_client.h"
#include "platform/secrets.h"
#include "src/base/time.h"
#include "src/store/tablet_store.h"
#include "sync/engine/sync_table.h"
#include "sync/wire/hub_messages.h"

#include <chrono>
#include <optional>
#include <string>

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
  TokenMissing,  ///< the database was moved here without its token
  BadAddress,    ///< the hub's address cannot be used
};

/// How to make the next request.
struct Plan {
  std::size_t most = wire::kMaxBatch;  ///< entries at most
  bool compress = true;
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
  Exchange(store::TabletStore& store, platform::HttpClient& http,
           const platform::SecretStore& secrets, const Clock& clock)
      : m_store(store), m_http(http), m_secrets(secrets), m_clock(clock) {}

  /// Sends what waits and takes the answer into the store. Blocks.
  Report run(const Plan& plan);

 private:
  Report send(const Plan& plan, const store::Enrolment& enrolment, const std::string& token,
              std::vector<store::WaitingEntry> batch);
  void takeAnswer(const store::Enrolment& enrolment, const platform::HttpResponse& response,
                  Report& report);
  void takeProblem(const store::Enrolment& enrolment, const platform::HttpResponse& response,
                   Report& report);
  bool cannotBeMeant(const Report& report) const;
  Status settle(const wire::SyncAnswer& answer, Report& report);
  std::string body(const std::vector<store::WaitingEntry>& batch) const;

  store::TabletStore& m_store;
  platform::HttpClient& m_http;
  const platform::SecretStore& m_secrets;
  const Clock& m_clock;
};

/// The secret's name in the secret store.
std::string tokenName(const Id& device);

}  // namespace vejviser::engine
