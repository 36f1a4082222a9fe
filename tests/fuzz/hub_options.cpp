// Goal: a name, a branch, an address or a command that a hub takes is in force as it was written
// and fit for every tablet; any other text is refused and changes nothing.
// Input: the text; every parser of the command line gets it.
#include "src/base/text.h"
#include "sync/hub/admin.h"
#include "sync/hub/ingest.h"
#include "sync/hub/option_texts.h"
#include "sync/hub/recount.h"
#include "tests/fuzz/hub_world.h"
#include "tests/fuzz/promises.h"
#include "tests/support/scratch.h"
#include "tests/support/worlds.h"

using namespace vejviser;
using namespace vejviser::fuzz;

namespace {

void asBranch(const std::string& text) {
  const auto branch = hub::readBranch(text);
  if (!branch) return expect(branch.error().code == ErrorCode::Invalid, "no branch: mistyped");
  expect(branch->code + "=" + branch->name == text, "a branch is what was written");
  expect(isCode(branch->code) && checkName("name", branch->name), "a branch is fit for a tablet");
  withHub([&](hub::WriteTx& tx) {
    expect(tx.putBranch(*branch,
                        valueOf(tx.takePositions(1, 1, test::FixedClock{}.now()), "a position"))
               .ok(),
           "is stored");
    expectPullable(tx);
  });
}

void asAddress(const std::string& text) {
  const auto listen = hub::readListen(text);
  if (!listen) return expect(listen.error().code == ErrorCode::Invalid, "no address: mistyped");
  const auto again = hub::readListen(listen->address + ":" + std::to_string(listen->port));
  expect(again && *again == *listen, "an address says the same when read again");
  expect(text.starts_with(listen->address + ":"), "an address is what was written");
}

void asName(const std::string& text) {
  if (!checkName("the municipality", text)) return;
  wire::SyncAnswer answer;
  answer.hub = kHub.id;
  answer.stamp = "s";
  answer.rows = {MunicipalityRow{text}};
  const auto read = valueOf(wire::decodeSyncAnswer(wire::encode(answer)), "a tablet can pull it");
  expect(std::get<MunicipalityRow>(read.rows.at(0)).name == text, "a name is what was written");
}

/// Entries that wait for somebody's decision.
void holdSome(hub::WriteTx& tx) {
  test::EntryMaker maker;
  Entry elsewhere = maker.help();
  elsewhere.fields.branch = "moon";
  Entry untimely = maker.help();
  untimely.fields.when = fromMs(0);
  hub::Push push;
  push.device.key = kTabletKey;
  for (const Entry& entry : {maker.help("moon"), elsewhere, untimely}) {
    push.request.entries.push_back(*wire::readEntry(wire::encodeEntry(entry)));
  }
  test::SeededRandom random;
  valueOf(hub::ingest(tx, {push}, maker.clock().now(), random), "custody");
}

/// Passwords are slow on purpose: commands with one are left out.
void asCommand(std::string_view text) {
  const auto read = wire::decodeCommand(text);
  if (!read) return expectAnswerable(read.error());
  const hub::AdminCommand command{read->first, read->second};
  const auto again = valueOf(
      wire::decodeCommand(wire::encodeCommand(command.name, command.arguments)), "read again");
  expect(again == *read, "a command says the same when read again");
  if (command.name == "user-add" || command.name == "user-password") return;
  withHub([&](hub::WriteTx& tx) {
    holdSome(tx);
    const auto before = valueOf(tx.head(), "the position");
    WithinTx storage{tx};
    const test::FixedClock clock;
    test::SeededRandom random;
    hub::Accounts accounts{storage, clock, random};
    const test::Scratch dir;
    const auto done =
        hub::administer({accounts, storage, clock, random, dir.path() / "erased.txt"}, command);
    expect(done || valueOf(tx.head(), "the position") == before, "what is refused changes nothing");
    expect(valueOf(hub::recount(tx), "a recount").differences.empty(), "a recount gives the cube");
    expectPullable(tx);
  });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text{textOf(data, size)};
  asBranch(text);
  asAddress(text);
  asName(text);
  asCommand(text);
  return 0;
}
