// What a fuzz target is made of: the input as text, promises that must hold whatever it is, and the
// promises that several targets share.
//
// A target is one file that defines LLVMFuzzerTestOneInput. Built by clang it is a fuzzer; built
// by any compiler it reads its corpus once more (replay.cpp).
#pragma once

#include "src/base/result.h"
#include "sync/wire/entry_json.h"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <stdexcept>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace vejviser::fuzz {

/// Nobody catches it in a fuzzer, which ends and keeps the input; a replay names the file.
class BrokenPromise : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

inline void expect(bool kept, const std::string& promise) {
  if (!kept) throw BrokenPromise{promise};
}

/// The value of what must succeed.
template <class T>
T valueOf(Result<T> result, const std::string& promise) {
  if (!result) throw BrokenPromise{promise + ": " + result.error().text()};
  return std::move(*result);
}

inline std::string_view textOf(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// An entry is read from the body that is kept as it was read when it came; one that was understood
/// says the same in the one form.
void expectStable(const wire::ReadEntry& read);

/// A message that was read and written again says in `members` (JSON pointers) what it said when it
/// came. What it left open, or is written only when it differs from a default, does not matter.
void expectSaid(std::string_view came, const std::string& written,
                std::initializer_list<const char*> members);

/// What a hub answers to an unreadable request is within the protocol: the tablet can read it.
void expectAnswerable(const Error& error);

}  // namespace vejviser::fuzz
