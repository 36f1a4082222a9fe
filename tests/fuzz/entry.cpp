// Goal: whatever entries come, in whatever pushes, the hub keeps each once, says why it does not
// count one, and can prove its figures; sending again changes nothing, nor does another order.
// Input: entries as JSON, one a line; an empty line begins another push.
#include "sync/hub/documents.h"
#include "sync/hub/ingest.h"
#include "sync/hub/recount.h"
#include "tests/fuzz/hub_world.h"
#include "tests/fuzz/promises.h"
#include "tests/support/worlds.h"

#include <algorithm>
#include <set>

using namespace vejviser;
using namespace vejviser::fuzz;

namespace {

using Push = std::vector<wire::ReadEntry>;
using Acks = std::vector<wire::EntryAck>;

const Instant kNow = test::FixedClock{}.now();

std::vector<Push> pushesOf(std::string_view text) {
  std::vector<Push> pushes(1);
  while (!text.empty()) {
    const std::string line{text.substr(0, text.find('\n'))};
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.empty()) {
      pushes.emplace_back();
    } else if (auto read = wire::readEntry(line)) {
      expectStable(*read);
      if (pushes.back().size() < wire::kMaxBatch) pushes.back().push_back(std::move(*read));
    }
  }
  return pushes;
}

std::set<Id> idsOf(const std::vector<Push>& pushes) {
  std::set<Id> ids;
  for (const Push& push : pushes) {
    for (const wire::ReadEntry& read : push) ids.insert(read.entry.id);
  }
  return ids;
}

Acks take(hub::WriteTx& tx, const std::vector<Push>& pushes) {
  Acks acks;
  test::SeededRandom random;
  for (const Push& entries : pushes) {
    hub::Push push;
    push.device.key = kTabletKey;
    push.request.entries = entries;
    const auto custody = valueOf(hub::ingest(tx, {push}, kNow, random), "custody");
    expect(custody.size() == 1 && custody[0].acks.size() == entries.size(), "each has its ack");
    acks.insert(acks.end(), custody[0].acks.begin(), custody[0].acks.end());
  }
  return acks;
}

void expectProved(hub::WriteTx& tx, std::size_t entries) {
  const auto counted = valueOf(hub::recount(tx), "the journal can be counted anew");
  expect(counted.differences.empty(), "a recount gives the cube");
  expect(counted.wrongWeeks == 0, "weeks are the sums of their cells");
  expect(counted.entries == static_cast<std::int64_t>(entries), "each entry is kept once");
}

/// The first that came with an id is held for a reason of its own, or counted.
void expectReasons(hub::WriteTx& tx, const std::vector<Push>& pushes, const Acks& acks) {
  const auto vocabulary = valueOf(hub::vocabularyOf(tx), "the catalogue can be read");
  std::set<Id> seen;
  auto ack = acks.begin();
  for (const Push& push : pushes) {
    for (const wire::ReadEntry& read : push) {
      expect(ack->id == read.entry.id, "acks come in the order of the entries");
      const std::string why =
          read.held.empty() ? hub::reasonToHold(read.entry, vocabulary, kNow) : read.held;
      const bool first = seen.insert(read.entry.id).second;
      expect(!first || ack->held.value_or("") == why, "an ack says why an entry is held");
      ++ack;
    }
  }
}

Figures figuresInOrder(const std::vector<Push>& pushes) {
  Figures figures;
  withHub([&](hub::WriteTx& tx) {
    take(tx, pushes);
    figures = figuresOf(tx);
  });
  return figures;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::vector<Push> pushes = pushesOf(textOf(data, size));
  const std::set<Id> ids = idsOf(pushes);
  Figures figures;
  std::size_t entries = 0;
  withHub([&](hub::WriteTx& tx) {
    const Acks acks = take(tx, pushes);
    entries = acks.size();
    expectReasons(tx, pushes, acks);
    expectProved(tx, ids.size());
    expectPullable(tx);
    figures = figuresOf(tx);
    expect(take(tx, pushes) == acks, "sent again, each is acked as before");
    expect(figuresOf(tx) == figures, "sent again, nothing is counted twice");
    expectProved(tx, ids.size());
  });
  if (entries != ids.size()) return 0;  // of two under one id the first stands: order matters
  for (Push& push : pushes) std::reverse(push.begin(), push.end());
  std::reverse(pushes.begin(), pushes.end());
  expect(figuresInOrder(pushes) == figures, "the figures do not depend on the order");
  return 0;
}
