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
    const std::string again = hub::encodeStamp(*stamp);
    expect(again == text || again == std::string{text} + std::string(16, '0'),
           "a stamp has one form, and one without a floor");
  }
  std::int64_t numbers[4] = {};
  std::memcpy(numbers, data, std::min(size, sizeof numbers));
  const hub::Stamp stamp{numbers[0], {numbers[1], numbers[2], numbers[3]}};
  const auto read = hub::decodeStamp(hub::encodeStamp(stamp));
  expect(read && *read == stamp, "a stamp is read as it was written");
  return 0;
}
