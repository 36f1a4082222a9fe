// Goal: a file that is opened as a database is refused and left byte for byte as it was, or it
// works: what is saved is there when it is opened again, what fails has stored nothing, and what
// was sound stays sound.
// Input: the file; it is opened as a tablet's and as a hub's.
#include "platform/sqlite.h"
#include "src/store/migrations.h"
#include "src/store/tablet_store.h"
#include "sync/engine/recorder.h"
#include "sync/hub/ingest.h"
#include "sync/hub/pull.h"
#include "sync/hub/recount.h"
#include "sync/hub/sqlite_schema.h"
#include "sync/hub/sqlite_storage.h"
#include "tests/fuzz/promises.h"
#include "tests/support/scratch.h"
#include "tests/support/tablet_world.h"

#include <climits>
#include <fstream>
#include <sstream>

using namespace vejviser;
using namespace vejviser::fuzz;

namespace {

namespace fs = std::filesystem;
using hub::SqliteStorage;
using store::TabletStore;

constexpr std::uint64_t kOtherThanTheSeeds = 77;
const Instant kNow = test::FixedClock{}.now();
const Period kAlways{*parseDay("2000-01-01"), *parseDay("2100-01-01")};

/// The input as a file, alone in a folder.
class File {
 public:
  File(std::string_view bytes, const char* name) : m_bytes(bytes), m_path(m_dir.path() / name) {
    std::ofstream{m_path, std::ios::binary} << bytes;
  }

  const fs::path& dir() const { return m_dir.path(); }

  void expectUntouched(const Error& error) const {
    std::ostringstream now;
    now << std::ifstream{m_path, std::ios::binary}.rdbuf();
    expect(now.view() == m_bytes, "a file that is refused is left as it was: " + error.text());
    expect(std::distance(fs::directory_iterator{dir()}, {}) == 1, "nothing is left beside it");
    expect(error.code == ErrorCode::Storage || error.code == ErrorCode::Incompatible,
           "a file is refused for what it is");
  }

  /// The first value that `sql` gives, by a connection of its own; empty when there is none.
  std::string ask(const std::string& sql) const {
    try {
      SQLite::Database db{m_path.string(), SQLite::OPEN_READONLY};
      return db.execAndGet(sql).getString();
    } catch (const SQLite::Exception&) {
      return {};
    }
  }
  bool isSound() const { return ask("PRAGMA integrity_check") == "ok"; }
  bool isOfVersion(std::size_t version, const char* table) const {
    return ask("PRAGMA user_version") == std::to_string(version) &&
           !ask(std::string{"SELECT count(*) FROM "} + table).empty();
  }

 private:
  test::Scratch m_dir;
  std::string_view m_bytes;
  fs::path m_path;
};

/// Everything the screen asks. What a damaged file answers does not matter.
void askOnScreen(TabletStore& tablet) {
  const store::Queries& queries = tablet.queries();
  for (const store::SubjectState& state : queries.counted(INT_MAX)) {
    queries.referralsOf(state.subject);
    queries.onDay(toLocal(state.standing.at).day);
  }
  queries.quarantined(100);
  queries.held(100);
  queries.topicUse(kAlways.from);
  queries.sharedFigures(kAlways);
  queries.topics();
  queries.branches();
  queries.municipality();
  static_cast<void>(tablet.batch(500, 1'000'000, fromMs(0)));
  tablet.enrolment();
  tablet.workplace();
  tablet.pace_s();
  tablet.pulledAt();
}

struct Held {
  std::int64_t waiting;
  Figures figures;

  bool operator==(const Held&) const = default;
};

Held heldBy(const TabletStore& tablet) {
  return {tablet.queries().waiting(), tablet.queries().ownFigures(kAlways)};
}

/// What waits under an id is something that a hub understands.
void expectReadable(TabletStore& tablet, const Id& id) {
  constexpr std::size_t kAll = 1'000'000;
  for (const store::WaitingEntry& waiting : valueOf(tablet.batch(kAll, SIZE_MAX, kNow), "queue")) {
    if (waiting.id != id) continue;
    const auto read = valueOf(wire::readEntry(waiting.body), "a hub can keep it");
    expect(read.held.empty(), "a hub understands it");
    return;
  }
  expect(false, "what is saved is in the queue");
}

/// Logs one help on a tablet that opens.
Result<Id> logHelp(std::unique_ptr<TabletStore> tablet, RandomSource& random, bool sound) {
  const test::FixedClock clock;
  IdSource ids{clock, random};
  test::RoomyDisk disk;
  askOnScreen(*tablet);
  const Held before = heldBy(*tablet);
  Fields fields;
  fields.topic = "loan";
  const auto saved = engine::Recorder{*tablet, disk, clock, ids, random}.help(fields);
  if (!sound) return saved;
  const Held after = heldBy(*tablet);
  expect(saved || after == before, "what fails has stored nothing");
  expect(!saved || after.waiting == before.waiting + 1, "what is saved waits");
  expect(!saved || after.figures.helps == before.figures.helps + 1, "what is saved is counted");
  if (saved) expectReadable(*tablet, *saved);
  return saved;
}

void asTablet(std::string_view bytes) {
  const File file{bytes, "tablet.db"};
  const bool sound = file.isSound();
  test::SeededRandom random{kOtherThanTheSeeds};
  auto opened = TabletStore::open(file.dir(), random);
  if (!opened) return file.expectUntouched(opened.error());
  const auto saved = logHelp(std::move(*opened), random, sound);
  if (!sound) return;
  expect(file.isSound(), "a sound file stays sound");
  expect(file.isOfVersion(store::kTabletFile.migrations.size(), "journal"), "it is up to date");
  if (!saved) return;
  const auto again = valueOf(TabletStore::open(file.dir(), random), "it opens again");
  expect(again->queries().subject(*saved).has_value(), "what was saved is there");
}

/// Everything a hub reads for its answers.
Status askForAnswers(hub::ReadTx& tx) {
  static_cast<void>(tx.info());
  static_cast<void>(tx.devices());
  static_cast<void>(tx.coverage(fromMs(0)));
  static_cast<void>(tx.topics());
  static_cast<void>(tx.branches());
  static_cast<void>(tx.heldEntries({}, 0, 100));
  static_cast<void>(tx.heldCounts());
  static_cast<void>(hub::recount(tx));
  wire::SyncAnswer answer;
  static_cast<void>(hub::pull(tx, std::nullopt, wire::kMaxRows, answer));
  if (const auto cells = tx.allCells()) summarise(*cells);
  return {};
}

Status push(SqliteStorage& storage, const Entry& entry) {
  static_cast<void>(storage.read(askForAnswers));
  return storage.write([&](hub::WriteTx& tx) -> Status {
    hub::Push push;
    push.device.key = 1;
    push.request.entries = {*wire::readEntry(wire::encodeEntry(entry))};
    test::SeededRandom random{kOtherThanTheSeeds};
    const auto custody = hub::ingest(tx, {push}, test::FixedClock{}.now(), random);
    return custody ? Status{} : Status{custody.error()};
  });
}

void asHub(std::string_view bytes) {
  const File file{bytes, "hub.db"};
  const bool sound = file.isSound();
  const std::string count = "SELECT count(*) FROM entry";
  const std::string before = file.ask(count);
  auto opened = SqliteStorage::open(file.dir(), hub::Access::ReadWrite);
  if (!opened) return file.expectUntouched(opened.error());
  const Entry entry = test::EntryMaker{"00000000deadbeef", kOtherThanTheSeeds}.help();
  const Status taken = push(**opened, entry);
  opened->reset();
  if (!sound) return;
  expect(file.isSound(), "a sound file stays sound");
  expect(file.isOfVersion(hub::kHubFile.migrations.size(), "entry"), "it is up to date");
  const std::string there =
      count + " WHERE hex(id)=replace(upper('" + toString(entry.id) + "'),'-','')";
  expect(!taken || file.ask(there) == "1", "what is in custody is there");
  expect(taken || before.empty() || file.ask(count) == before, "what fails has stored nothing");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = textOf(data, size);
  asTablet(bytes);
  asHub(bytes);
  return 0;
}
