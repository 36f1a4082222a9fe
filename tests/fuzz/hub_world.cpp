#include "tests/fuzz/hub_world.h"

#include "sync/hub/pull.h"
#include "sync/hub/sqlite_storage.h"
#include "tests/fuzz/promises.h"
#include "tests/support/scratch.h"
#include "tests/support/worlds.h"

namespace vejviser::fuzz {

using hub::SqliteStorage;

namespace {

Status fill(hub::WriteTx& tx) {
  if (const Status status = tx.setUp(kHub, 11, test::FixedClock{}.now()); !status) return status;
  const std::vector<Topic> topics = {{"mitid-help", "M", "M", "g"}, {"loan", "L", "L", "g"}};
  const auto first = tx.takePositions(3, 12, test::FixedClock{}.now());
  if (!first) return first.error();
  if (const Status status = tx.putTopics(topics, *first); !status) return status;
  if (const Status status = tx.putBranch({"hb", "H"}, *first + 2); !status) return status;
  hub::Device device;
  device.id = Id{{2}};
  device.name = "T";
  return tx.addDevice(device);
}

struct World {
  World() : storage(valueOf(SqliteStorage::open(dir.path(), hub::Access::ReadWrite), "hub")) {
    const Status status = storage->write(fill);
    expect(status.ok(), "the hub is set up");
  }

  test::Scratch dir;
  std::unique_ptr<SqliteStorage> storage;
};

}  // namespace

void withHub(const std::function<void(hub::WriteTx&)>& body) {
  static World s_world;
  const Error undo{ErrorCode::Refused, "undo", ""};
  const Status status = s_world.storage->write([&](hub::WriteTx& tx) -> Status {
    body(tx);
    return undo;
  });
  expect(!status && status.error().where == undo.where, "the hub's transaction works");
}

void expectPullable(hub::ReadTx& tx) {
  wire::SyncAnswer answer;
  answer.hub = kHub.id;
  answer.now = test::FixedClock{}.now();
  expect(valueOf(hub::pull(tx, std::nullopt, wire::kMaxRows, answer), "pull"), "zero is known");
  const std::string text = wire::encode(answer);
  const auto read = valueOf(wire::decodeSyncAnswer(text), "a tablet reads what its hub hands out");
  expect(wire::encode(read) == text, "a tablet reads every row as the hub wrote it");
}

Figures figuresOf(hub::ReadTx& tx) {
  return summarise(valueOf(tx.allCells(), "the cube can be read"));
}

}  // namespace vejviser::fuzz
