// Goal: the code lets one tablet in, once, in time; nothing else ever does, and wrong tries keep
// nobody else out.
// Input: the body of POST /v1/enrol; and the code itself, from the same bytes.
#include "sync/hub/accounts.h"
#include "tests/fuzz/hub_world.h"
#include "tests/fuzz/promises.h"
#include "tests/support/worlds.h"

using namespace vejviser;
using namespace vejviser::fuzz;

namespace {

/// As sync/PROTOCOL.md says: case, spaces and hyphens do not matter. Nothing else is forgiven.
std::string whatMatters(std::string_view typed) {
  std::string code;
  for (char c : typed) {
    if (c == ' ' || c == '-') continue;
    code.push_back(c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
  }
  return code;
}

void tryToEnrol(hub::WriteTx& tx, const std::string& typed, milliseconds later) {
  WithinTx storage{tx};
  test::FixedClock clock;
  test::SeededRandom random;
  hub::Accounts accounts{storage, clock, random};
  const std::string code = valueOf(
      accounts.newEnrolCode(hub::Actor::commandLine(), "T", Unit::Library, "hb"), "a code is made");
  clock.advance(later);
  const bool right = whatMatters(typed) == whatMatters(code);
  const bool inTime = later < hub::Accounts::kCodeLifetime;
  const auto first = accounts.enrol(typed, kHub);
  expect(first.ok() == (right && inTime), "the code lets in, in time, and nothing else does");
  expect(first || first.error().code == ErrorCode::Invalid, "who is not let in hears why");
  expect(!accounts.enrol(typed, kHub), "a code lets in once");
  expect(accounts.enrol(code, kHub).ok() == (inTime && !right), "a wrong code shuts nobody out");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = textOf(data, size);
  std::string typed{text};
  if (const auto request = wire::decodeEnrolRequest(text)) {
    typed = request->code;
    const auto again =
        valueOf(wire::decodeEnrolRequest(wire::encode(*request)), "a request is read again");
    expect(again.code == typed, "a request says the same when read again");
  } else {
    expectAnswerable(request.error());
  }
  for (const milliseconds later : {milliseconds{0}, milliseconds{hub::Accounts::kCodeLifetime}}) {
    withHub([&](hub::WriteTx& tx) { tryToEnrol(tx, typed, later); });
  }
  return 0;
}
