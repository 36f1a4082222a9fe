// Goal: a municipality's file that a hub takes is one that every tablet understands; any other is
// refused. Opening hours say the same however they travel, and what comes next does come.
// Input: the file; each reader gets it. And, from the same bytes, a time.
#include "platform/csv.h"
#include "src/domain/authority_line.h"
#include "src/domain/destination.h"
#include "src/domain/guide.h"
#include "src/domain/opening_hours_file.h"
#include "tests/fuzz/promises.h"

#include <algorithm>
#include <cstring>
#include <set>

using namespace vejviser;
using namespace vejviser::fuzz;

namespace {

using Rows = std::vector<std::vector<std::string>>;

/// What was read of the file; nothing if it is refused, as the file's own fault.
template <class T>
T readOf(Result<T> result) {
  if (result) return std::move(*result);
  expect(result.error().code == ErrorCode::Invalid, "a broken file is the file's fault");
  return {};
}

template <class Things, class Key>
void expectOnce(const Things& things, Key key) {
  std::set<std::string> seen;
  for (const auto& thing : things) expect(seen.insert(thing.*key).second, "nothing stands twice");
}

/// From 2000 to 2099, to the minute.
Instant someTime(const std::uint8_t* data, std::size_t size) {
  std::uint32_t minutes = 0;
  std::memcpy(&minutes, data, std::min(size, sizeof minutes));
  constexpr std::uint32_t kCentury_min = 100U * 365 * 24 * 60;
  return fromLocal({Day{std::chrono::year{2000} / 1 / 1}, 0, 0}) +
         std::chrono::minutes{minutes % kCentury_min};
}

void expectSound(const OpeningHours& hours, Instant at) {
  expect(valueOf(parseHours(encodeHours(hours)), "hours reach a tablet") == hours,
         "hours reach a tablet as they are");
  const OpenState now = hours.at(at);
  expect(now.open == hours.isOpen(at), "a place is open or is not");
  expect(now.until > at, "a state lasts for a while");
  if (!now.beyond) expect(hours.at(now.until).open != now.open, "a state ends when it says");
  if (!now.nextOpening) return;
  expect(*now.nextOpening >= now.until, "it opens after it has closed");
  expect(hours.isOpen(*now.nextOpening), "a place opens when it says");
}

void expectRights(const std::vector<Role>& roles, const std::vector<AuthorityRule>& rules) {
  expectOnce(roles, &Role::code);
  Topic task;
  task.id = "passport-apply";
  task.group = "identity-papers";
  task.authority = true;
  const AuthorityLine line{roles, rules};
  expect(line.right(task, "") == Right::HandOver, "nobody in particular hands over");
  for (const Role& role : roles) {
    expect(check(line, task, role.code, usualAct(line, task, role.code)).ok(),
           "what a role usually does it may do");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto rows = platform::readCsv(textOf(data, size));
  if (!rows) return 0;
  const Instant at = someTime(data, size);
  for (const auto& [place, hours] : readOf(readOpeningHours(*rows))) expectSound(hours, at);
  expectOnce(readOf(readDestinations(*rows)), &Destination::code);
  expectOnce(readOf(readGuides(*rows)), &Guide::topic);
  expectRights(readOf(readRoles(*rows)), {});
  const std::vector<Role> staff{{"library_staff", "B", "L", Unit::Library},
                                {"citizen_adviser", "B", "C", Unit::CitizenService}};
  expectRights(staff, readOf(readAuthority(*rows)));
  return 0;
}
