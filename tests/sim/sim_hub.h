// A hub in a history: the real endpoints, rules and SQLite, without sockets and threads.
#pragma once

#include "platform/http_client.h"
#include "sync/hub/hub.h"
#include "sync/hub/sqlite_storage.h"
#include "tests/sim/world.h"
#include "tests/support/scratch.h"

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>

namespace vejviser::sim {

class SimHub {
 public:
  /// Nothing: the connection broke, e.g. because the hub died.
  using Reply = std::function<void(std::optional<platform::HttpResponse>)>;

  explicit SimHub(World& world);

  bool running() const { return m_running != nullptr; }
  void receive(const platform::HttpRequest& request, Reply reply);
  /// A request over the administration socket, answered at once; running() only.
  platform::HttpResponse ask(const platform::HttpRequest& request);

  void start();
  /// SIGTERM.
  void stop();
  /// SIGKILL.
  void kill();
  void cutPower();
  /// Dies in the middle of its next commit, at the nth disk call of it.
  void dieInCommit(std::int64_t nth);
  void spare() { m_diesAt.reset(); }

  test::FaultVfs::Image copy() const { return m_world.disks.copy(kFolder); }
  /// Dead, with these files instead of its own.
  void replaceFiles(const test::FaultVfs::Image& image);

  /// A supervisor erases entries; running() only.
  Result<std::int64_t> erase(const std::set<Id>& ids);

  /// The hub at work.
  hub::Hub& hub() { return m_running->hub; }
  hub::SqliteStorage& storage() { return *m_running->storage; }
  std::int64_t floor();

  /// Entries that a faulty hub or something before it cannot take: 422 for good, or 500 until then.
  std::set<std::string> unreadable;
  std::map<std::string, milliseconds> failing;
  /// What the files were after the last few commits: what a standby may have.
  std::vector<test::FaultVfs::Image> recent;

  static constexpr const char* kFolder = "/hub";

 private:
  struct Running {
    Running(std::unique_ptr<hub::SqliteStorage> itsStorage, const Clock& clock,
            RandomSource& random, hub::HubInfo info)
        : storage(std::move(itsStorage)), hub(*storage, clock, random, workers, std::move(info)) {}

    std::unique_ptr<hub::SqliteStorage> storage;
    hub::WorkerPool workers{0};
    hub::Hub hub;
  };

  void setUp();
  std::filesystem::path erasures() const { return m_apart.path() / "erased.txt"; }
  void die();
  std::optional<platform::HttpResponse> refuse(const platform::HttpRequest& request);
  void planCommit();

  World& m_world;
  MachineClock m_clock;
  test::Scratch m_apart;  ///< what lies neither with the database nor with its backups
  std::unique_ptr<Running> m_running;
  int m_life = 0;
  bool m_commitPlanned = false;
  std::optional<std::int64_t> m_diesAt;
  std::vector<Reply> m_open;
};

}  // namespace vejviser::sim
