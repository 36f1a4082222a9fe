// The programs that the fault loops try: a tablet and a hub, each with its store on kLoopDisk and
// a check that everything in it agrees.
#pragma once

#include "platform/disk.h"
#include "sync/engine/recorder.h"
#include "sync/hub/ingest.h"
#include "sync/hub/sqlite_storage.h"
#include "tests/sim/fault_loop.h"
#include "tests/support/worlds.h"

namespace vejviser::test {

/// A reserve whose release does what the test says.
class Reserve final : public platform::Disk {
 public:
  std::uintmax_t freeBytes() const override { return 10 * platform::kNearlyFull_bytes; }
  bool releaseReserve() override {
    if (!kept) return false;
    kept = false;
    released();
    return true;
  }
  void keepReserve() override { kept = true; }

  bool kept = false;
  std::function<void()> released = [] {};
};

class TabletWorld final : public LoopWorld {
 public:
  TabletWorld() : ids(clock, random) {}

  Status open() override;
  void ask() override;
  /// Journal, queue, fold, cells, generations and numbering, each against the journal's entries.
  std::string wrong() override;
  std::string path() const override { return std::string{kLoopDisk} + "/tablet.db"; }

  /// Joins a hub and logs, corrects, withdraws and refers on the day before: `kEntries` entries,
  /// the first two of them sent (one held), the third in quarantine.
  Status liveADay();
  static constexpr int kEntries = 8;

  /// The subject of an entry of that day, in order of capture: the first four are helps; the first
  /// was corrected, the second withdrawn, the fourth referred on.
  Result<Id> lived(int entry);

  Result<Id> help(const std::string& topic = "loan");
  const store::Queries& queries() const { return store->queries(); }

  FixedClock clock;
  SeededRandom random;
  IdSource ids;
  Reserve disk;
  std::unique_ptr<store::TabletStore> store;
  std::unique_ptr<engine::Recorder> recorder;
};

/// An answer of the hub that takes `batch`.
store::Settlement answerTo(const std::vector<store::WaitingEntry>& batch, Instant now,
                           const std::string& stamp);

class HubWorld final : public LoopWorld {
 public:
  Status open() override;
  /// The cube against the journal, and the positions against the clock.
  std::string wrong() override;
  std::string path() const override { return std::string{kLoopDisk} + "/hub.db"; }

  /// A municipality with two tablets, of which one has sent some entries.
  Status setUp();
  /// Takes one push of each tablet in one transaction, as the commit queue does.
  Status push(const std::vector<Entry>& first, const std::vector<Entry>& second);
  Result<std::int64_t> entries();

  FixedClock clock;
  SeededRandom random;
  std::unique_ptr<hub::SqliteStorage> storage;
};

}  // namespace vejviser::test
