#include "tests/fuzz/promises.h"

#include "src/base/random.h"
#include "sync/wire/hub_messages.h"

#include <nlohmann/json.hpp>

namespace vejviser::fuzz {

using nlohmann::json;

namespace {

void expectSame(const wire::ReadEntry& read, const wire::ReadEntry& again) {
  expect(again.entry == read.entry, "an entry is read twice alike");
  expect(again.body == read.body, "an entry has one form");
  expect(again.held == read.held, "an entry is held for one reason");
}

/// Ids are the same in either case.
bool isSame(const json& a, const json& b) {
  const auto idIn = [](const json& value) {
    return value.is_string() ? parseId(value.get_ref<const std::string&>()) : std::nullopt;
  };
  return a == b || (idIn(a) && idIn(a) == idIn(b));
}

}  // namespace

void expectStable(const wire::ReadEntry& read) {
  expect(read.body.size() <= wire::kMaxEntryBytes, "an entry is no longer than the limit");
  expectSame(read, valueOf(wire::readEntry(read.body), "a kept entry can be read"));
  if (!read.held.empty()) {
    expect(read.held == "future-schema" || read.held == "invalid-fields", "the reason is known");
    return;
  }
  const std::string own = wire::encodeEntry(read.entry);
  expect(own.size() <= wire::kMaxEntryBytes, "what is understood is short in the one form");
  expectSame({read.entry, own, ""}, valueOf(wire::readEntry(own), "the one form can be read"));
}

void expectSaid(std::string_view came, const std::string& written,
                std::initializer_list<const char*> members) {
  const json said = json::parse(came);
  const json taken = json::parse(written);
  for (const char* member : members) {
    const json::json_pointer place{member};
    if (!said.contains(place)) continue;
    const json now = taken.contains(place) ? taken[place] : json{};
    const bool unsaid = now.is_null() && said[place] == 0;  // a default is not written
    expect(unsaid || isSame(said[place], now), std::string{"taken as it was said: "} + member);
  }
}

void expectAnswerable(const Error& error) {
  expect(error.code == ErrorCode::Invalid, "what cannot be read is the sender's fault");
  const Id hub{{1}};
  const wire::Problem problem{422,          "unreadable", "The request cannot be read",
                              error.text(), hub,          {}};
  const auto read = valueOf(wire::decodeProblem(wire::encode(problem)), "a problem can be read");
  expect(read.detail == error.text(), "a problem says what was wrong");
}

}  // namespace vejviser::fuzz
