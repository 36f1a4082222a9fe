// Everything a tablet keeps, in one SQLite file. One connection writes, and knows the small facts;
// a second one, read-only, answers the screen's other questions (queries()), which never wait for a
// write. Safe from any thread.
#pragma once

#include "src/base/result.h"
#include "src/domain/feed.h"
#include "src/store/journal.h"
#include "src/store/municipality.h"
#include "src/store/outbox.h"
#include "src/store/queries.h"
#include "src/store/reader.h"
#include "src/store/replica.h"
#include "src/store/shared_queries.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vejviser::store {

/// Which hub the tablet belongs to. The token is not here but in the secret store.
struct Enrolment {
  std::string url;  ///< e.g. "https://vejviser.kommune.dk"
  Id hub;
  Id device;
  std::string name;  ///< the tablet's name, given by the supervisor

  bool operator==(const Enrolment&) const = default;
};

/// Where help is given now. Staff change it when they move.
struct Workplace {
  std::optional<Unit> unit;
  std::string branch;
  std::string role{};  ///< what whoever holds the tablet is; empty: not said

  bool operator==(const Workplace&) const = default;
};

/// One answer of the hub, to be taken in one transaction.
struct Settlement {
  std::vector<Ack> acks;
  std::vector<FeedRow> rows;
  std::string stamp;             ///< the position after `rows`
  bool more = false;             ///< there are rows after `stamp`
  int pace_s = 60;               ///< the hub's wish for the time between two requests
  int keep_days = 35;            ///< how long sent entries are kept
  bool fork = false;             ///< another database uses this one's inst: take a new one
  std::optional<Heard> heard{};  ///< with the last rows, if the hub says it
  Instant now{};                 ///< by this tablet's clock
  Instant hubNow{};              ///< by the hub's, which sent entries are kept by
};

class TabletStore {
 public:
  /// Opens or makes `dir`/tablet.db. Errors: Storage, Incompatible; the file is left as it was.
  static Result<std::unique_ptr<TabletStore>> open(const std::filesystem::path& dir,
                                                   RandomSource& random);
  /// Makes entries for a given inst, the first of them with number n.
  using MakeEntries =
      std::function<std::vector<EncodedEntry>(const std::string& inst, std::int64_t n)>;
  /// Stores what `make` returns: journal, outbox, fold and cells in one durable transaction. On
  /// failure nothing is stored and no number is used. Errors: Storage; Refused for an act on the
  /// other side of the authority line.
  Status append(const MakeEntries& make);
  /// From now on little room is needed beside what is stored: SQLite's log is kept short, which
  /// takes a little longer.
  Status saveRoom();

  Result<std::vector<WaitingEntry>> batch(std::size_t most, std::size_t bytes, Instant now);
  Status settle(const Settlement& settlement);
  /// Everything sent waits again and the next pull begins from zero, beside what is shown now.
  Status startOver();
  Status park(std::int64_t seq, Instant until);
  Result<int> triesOf(std::int64_t seq);
  Status quarantine(std::int64_t seq, const std::string& why, Instant now);
  /// What is in quarantine waits again, or only the entry `only`. How many entries that were.
  Result<int> releaseQuarantine(const std::optional<Id>& only = {});

  /// Joins a hub, at a place: new inst, pull from zero. What waits or is in quarantine goes to it,
  /// and so does again what it took before; what another hub took does not.
  Status enrol(const Enrolment& enrolment, const Workplace& workplace, Instant now);
  Status setWorkplace(const Workplace& workplace);
  /// Notes when the token was given.
  Status setTokenAt(Instant at);
  Status setSetting(const std::string& key, const std::string& value);

  std::string inst() const;
  std::optional<Enrolment> enrolment() const;
  Workplace workplace() const;
  std::optional<std::string> stamp() const;
  int pace_s() const;
  std::optional<Instant> lastSent() const;  ///< when the hub last answered
  std::optional<Instant> pulledAt() const;  ///< when the shared rows were last complete
  std::optional<Heard> heard() const;       ///< as the hub said it then
  std::optional<Instant> tokenAt() const;   ///< when the token was given, by this tablet's clock
  std::optional<std::string> setting(const std::string& key) const;

  const Queries& queries() const { return m_queries; }
  const SharedQueries& shared() const { return m_shared; }

 private:
  TabletStore(std::unique_ptr<SQLite::Database> writer, std::unique_ptr<SQLite::Database> reader,
              RandomSource& random);

  template <class Body>
  auto transact(const char* where, Body&& body);
  using Facts = std::map<std::string, std::string>;
  void takeUp(Facts facts, std::int64_t lastSeq);
  std::optional<std::string> fact(const std::string& key) const;
  std::optional<Instant> factInstant(const std::string& key) const;
  std::optional<std::string> meta(const std::string& key) const;
  std::int64_t metaNumber(const std::string& key, std::int64_t otherwise) const;
  void setMeta(const std::string& key, const std::string& value);
  void dropMeta(const std::string& key);
  void putWorkplace(const Workplace& workplace);
  void beginStaging();
  void forgetSent(const Settlement& settlement);
  Status checkActs(std::span<const EncodedEntry> entries);

  mutable std::mutex m_mutex;
  std::unique_ptr<SQLite::Database> m_writer;
  RandomSource& m_random;
  Journal m_journal;
  Outbox m_outbox;
  Replica m_replica;
  SQLite::Statement m_putMeta;
  SQLite::Statement m_readMeta;
  Facts m_facts;  ///< `meta` as it is on disk: asking for it cannot fail
  std::string m_inst;
  std::int64_t m_nextN = 1;
  std::optional<Instant> m_forgotAt;  ///< when sent entries were last looked through
  Reader m_reader;
  struct Rules {
    Catalogue catalogue;
    AuthorityLine line;
  };
  std::optional<Rules> m_rules;  ///< when an act was checked since rows were last pulled
  Queries m_queries{m_reader};
  SharedQueries m_shared{m_reader};
};

}  // namespace vejviser::store
