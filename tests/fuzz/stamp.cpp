// Goal: a stamp is read exactly as it was written, and nothing else is a stamp.
// Input: a text; and three numbers, from the same bytes.
#include "sync/hub/stamp.h"

#include "tests/fuzz/promises.h"

#include <cstring>

using namespace vejviser;
using namespace vejviser::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = textOf(data, size);
  if (const auto stamp = hub::decodeStamp(text)) {
    expect(hub::encodeStamp(*stamp) == text, "a stamp has one form");
  }
  std::int64_t numbers[3] = {};
  std::memcpy(numbers, data, std::min(size, sizeof numbers));
  const hub::Stamp stamp{numbers[0], {numbers[1], numbers[2]}};
  const auto read = hub::decodeStamp(hub::encodeStamp(stamp));
  expect(read && *read == stamp, "a stamp is read as it was written");
  return 0;
}
