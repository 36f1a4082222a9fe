// Goal: what a hub takes from a request is within the protocol's bounds and says the same when it
// is written and read again; every other request is refused with a reason a tablet can read.
// Input: the body of POST /v1/sync.
#include "sync/wire/messages.h"
#include "tests/fuzz/promises.h"

using namespace vejviser;
using namespace vejviser::fuzz;

namespace {

std::string encodeAll(const wire::SyncRequest& request) {
  std::vector<std::string_view> bodies;
  for (const wire::ReadEntry& entry : request.entries) bodies.push_back(entry.body);
  return wire::encode(request, bodies);
}

void expectWithinBounds(const wire::SyncRequest& request) {
  expect(request.schema >= 1, "a schema has a number");
  expect(request.pending >= 0, "no less than nothing waits");
  expect(request.limit >= 0 && request.limit <= wire::kMaxRows, "the wish for rows is bounded");
  expect(request.entries.size() <= wire::kMaxBatch, "a batch is bounded");
  expect(!request.stamp || request.stamp->size() <= wire::kMaxStampChars, "a stamp is bounded");
  expect(isHex(request.clock.boot, 8), "a boot has its name");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto request = wire::decodeSyncRequest(textOf(data, size));
  if (!request) {
    expectAnswerable(request.error());
    return 0;
  }
  expectWithinBounds(*request);
  for (const wire::ReadEntry& entry : request->entries) expectStable(entry);
  const std::string text = encodeAll(*request);
  expectSaid(textOf(data, size), text,
             {"/schema", "/stamp", "/clock/at", "/clock/boot", "/clock/up", "/pending", "/limit",
              "/wait", "/entries"});
  const auto again = valueOf(wire::decodeSyncRequest(text), "a request is read again");
  expect(encodeAll(again) == text, "a request says the same when read again");
  expect(again.stamp == request->stamp && again.pending == request->pending &&
             again.clock.at == request->clock.at && again.clock.up == request->clock.up &&
             again.entries.size() == request->entries.size(),
         "nothing of a request is lost");
  return 0;
}
