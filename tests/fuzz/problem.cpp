// Goal: a problem document that a tablet takes says the same when it is written and read again;
// what is none is refused, whatever a portal answers in the hub's place.
// Input: the body of an answer that is not 200.
#include "sync/wire/hub_messages.h"
#include "tests/fuzz/promises.h"

using namespace vejviser;
using namespace vejviser::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto problem = wire::decodeProblem(textOf(data, size));
  if (!problem) {
    expect(problem.error().code == ErrorCode::Invalid, "no problem document: no answer");
    return 0;
  }
  expect(problem->status >= 400 && problem->status <= 599, "a problem is an error");
  expect(!problem->hub.isNull(), "a problem names its hub");
  const std::string text = wire::encode(*problem);
  expectSaid(textOf(data, size), text, {"/title", "/status", "/detail", "/hub", "/base"});
  const auto again = valueOf(wire::decodeProblem(text), "a problem is read again");
  expect(wire::encode(again) == text, "a problem says the same when read again");
  expect(again.type == problem->type && again.title == problem->title &&
             again.detail == problem->detail && again.base == problem->base,
         "nothing of a problem is lost");
  return 0;
}
