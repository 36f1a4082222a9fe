// Goal: inflating never gives more than it was allowed, says so when there would be more, and gives
// back what was packed.
// Input: two bytes of bound, then a body as sent; and a text to pack, from the same bytes.
#include "platform/gzip.h"
#include "tests/fuzz/promises.h"

using namespace vejviser;
using namespace vejviser::fuzz;
using platform::gunzip;

namespace {

constexpr std::size_t kAmple = 1024 * 1024;

bool isTooLarge(const Result<std::string>& plain) {
  return !plain && plain.error().where == platform::kTooLarge;
}

void expectBounded(std::string_view packed, std::size_t most) {
  const auto plain = gunzip(packed, most);
  const auto ample = gunzip(packed, kAmple);
  if (plain) {
    expect(plain->size() <= most, "no more than was allowed");
    expect(plain->capacity() <= 2 * (most + 1), "no more memory than that takes");
  }
  if (!ample) return expect(!plain, "what is no gzip is none within any bound");
  expect(plain.ok() == (ample->size() <= most), "what is within the bound is given");
  expect(plain ? *plain == *ample : isTooLarge(plain), "what is beyond is called too large");
}

void expectPackable(std::string_view text) {
  const std::string packed = platform::gzip(text);
  expect(valueOf(gunzip(packed, text.size()), "packed and unpacked") == text, "packed as it was");
  expect(text.empty() || isTooLarge(gunzip(packed, text.size() - 1)), "the bound holds to a byte");
  expect(!gunzip(packed + '\0', kAmple), "a tail is refused");
  expect(!gunzip(packed.substr(0, packed.size() - 1), kAmple), "what is cut short is refused");
  expect(!gunzip(packed + packed, kAmple), "two members are refused");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = textOf(data, size);
  if (size >= 2) expectBounded(text.substr(2), data[0] * 256U + data[1]);
  expectPackable(text);
  return 0;
}
