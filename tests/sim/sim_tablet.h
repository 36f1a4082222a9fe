// A tablet in a history: the real engine, recorder and SQLite, without a thread or a socket, and
// the person who carries it.
#pragma once

#include "sync/engine/exchange.h"
#include "sync/engine/recorder.h"
#include "sync/engine/sync_engine.h"
#include "tests/sim/ledger.h"
#include "tests/sim/network.h"
#include "tests/support/tablet_world.h"

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace vejviser::sim {

/// What one has who copies a tablet's folder.
struct TabletCopy {
  test::FaultVfs::Image files;
  std::map<std::string, std::string> secrets;
};

class SimTablet {
 public:
  SimTablet(World& world, Ledger& ledger, SimHub& hub, const Weather& weather, int number);

  const std::string& folder() const { return m_folder; }
  bool running() const { return m_running != nullptr; }
  store::TabletStore& store() { return *m_running->store; }
  engine::SyncEngine& sync() { return m_running->sync; }

  void start();
  /// The person closes the app, and opens it when back.
  void close();
  void open();
  void kill();
  void cutPower();
  /// With a code from the supervisor; false when it did not work.
  bool enrol();
  void sendNow();

  /// Each returns whether the screen said saved.
  bool help(const std::string& topic);
  /// An authority task: citizen service decides, the library hands over.
  bool authorityTask();
  /// The library decides: never saved.
  void overstep();
  bool ask();
  bool hold();
  bool quiet();
  /// What came of a referral of anybody's, or the answer to a question.
  bool receive();
  bool answer();
  bool amend();
  bool withdraw();
  bool refer();

  TabletCopy copy() const;
  /// From now on this machine has what the copy has; what only it had is gone.
  void become(const TabletCopy& copy);

  MachineClock& clock() { return m_clock; }
  test::RoomyDisk& disk() { return m_disk; }
  test::MemorySecrets& secrets() { return m_secrets; }

 private:
  struct Running {
    Running(SimTablet& tablet, std::unique_ptr<store::TabletStore> itsStore);

    std::unique_ptr<store::TabletStore> store;
    IdSource ids;
    engine::Exchange exchange;
    engine::Recorder recorder;
    engine::SyncEngine sync;
  };
  struct Network final : platform::Connectivity {
    bool canReach(const std::string&) const override { return true; }
  };

  void takeTurn();
  void planTurn();
  void answered(const Result<platform::HttpResponse>& response);
  /// What the tablet held when an answer came.
  struct Before {
    std::optional<std::string> stamp;
    std::optional<Instant> pulledAt;
    std::string inst;
    std::optional<Instant> tokenAt;
  };
  void noteAnswer(const Before& before, const Result<platform::HttpResponse>& response);
  bool recorded(const Status& status, const std::string& what);
  std::optional<Id> someHelp();
  Fields here(const std::string& topic);
  void describe(Fields& fields);
  bool make(EntryKind kind, const Fields& fields);
  void die();
  void checkAfterStart();

  World& m_world;
  Ledger& m_ledger;
  SimHub& m_hub;
  std::string m_folder;
  MachineClock m_clock;
  test::MemorySecrets m_secrets;
  test::RoomyDisk m_disk;
  Network m_network;
  Line m_line;
  std::unique_ptr<Running> m_running;
  int m_life = 0;
  int m_turn = 0;     ///< the planned turn that counts
  int m_request = 0;  ///< the request in flight; 0: none
  int m_requests = 0;
  bool m_staging = false;
  bool m_closed = false;
  std::int64_t m_seen = 0;  ///< journal rows the ledger knows
  std::set<std::string> m_saved;
  std::vector<Id> m_helps;
};

}  // namespace vejviser::sim
