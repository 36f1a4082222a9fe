// Goal: no text hides personal data that comes after it, and none keeps the guard busy.
// Input: a text, as somebody writes it into a field; and the same with a CPR number or a mail
// address at its end.
#include "src/domain/personal_data.h"
#include "tests/fuzz/promises.h"

using namespace vejviser;
using namespace vejviser::fuzz;

namespace {

constexpr std::size_t kLooksPerByte = 64;  // several shapes, each with a bounded length

std::optional<PersonalData> findIn(const std::string& text) {
  std::size_t looks = 0;
  const auto found = findPersonalData(text, looks);
  expect(looks <= kLooksPerByte * (text.size() + 1), "the time is linear");
  if (found) {
    expect(found->length > 0 && found->at + found->length <= text.size(),
           "what is found lies in the text");
  }
  return found;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text{textOf(data, size)};
  findIn(text);
  for (const char* personal : {"\nBorger 010190-1234", "\nBorger anna@mail.dk"}) {
    expect(findIn(text + personal).has_value(), "nothing is hidden by what stands before it");
  }
  return 0;
}
