// Goal: an answer that a tablet takes says the same when it is written and read again, and its
// cells can be summed; every other answer is refused.
// Input: the body of the answer to POST /v1/sync.
#include "src/domain/statistics.h"
#include "sync/wire/messages.h"
#include "tests/fuzz/promises.h"

#include <cstdlib>

using namespace vejviser;
using namespace vejviser::fuzz;

namespace {

Figures figuresOf(const wire::SyncAnswer& answer) {
  std::vector<Cell> cells;
  for (const FeedRow& row : answer.rows) {
    const auto* cell = std::get_if<CellRow>(&row);
    if (cell == nullptr) continue;
    expect(std::abs(cell->cell.n) <= kMostInACell, "a cell can be summed with others");
    cells.push_back(cell->cell);
  }
  return summarise(cells);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto answer = wire::decodeSyncAnswer(textOf(data, size));
  if (!answer) {
    expect(answer.error().code == ErrorCode::Invalid, "a broken answer is the other side's fault");
    return 0;
  }
  expect(!answer->stamp.empty() && answer->stamp.size() <= wire::kMaxStampChars,
         "a stamp is bounded");
  expect(answer->pace_s > 0 && answer->keep_days > 0, "pace and keep are times");
  const std::string text = wire::encode(*answer);
  const auto again = valueOf(wire::decodeSyncAnswer(text), "an answer is read again");
  expect(wire::encode(again) == text, "an answer says the same when read again");
  expect(again.acks == answer->acks && again.rows.size() == answer->rows.size() &&
             again.stamp == answer->stamp && again.base == answer->base,
         "nothing of an answer is lost");
  expect(figuresOf(again) == figuresOf(*answer), "the figures are the same");
  return 0;
}
