// Goal: a tablet that joins takes exactly what the hub wrote; what is no such answer is refused.
// Input: the body of the answer to POST /v1/enrol.
#include "sync/wire/hub_messages.h"
#include "tests/fuzz/promises.h"

using namespace vejviser;
using namespace vejviser::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto answer = wire::decodeEnrolAnswer(textOf(data, size));
  if (!answer) {
    expect(answer.error().code == ErrorCode::Invalid, "a broken answer is the other side's fault");
    return 0;
  }
  const std::string text = wire::encode(*answer);
  const auto again = valueOf(wire::decodeEnrolAnswer(text), "an answer is read again");
  expect(wire::encode(again) == text, "an answer says the same when read again");
  expectSaid(
      textOf(data, size), text,
      {"/hub", "/device", "/token", "/name", "/unit", "/branch", "/municipality", "/schema"});
  return 0;
}
