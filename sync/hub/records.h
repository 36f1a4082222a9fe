// What the hub's database holds, apart from journal entries and cells themselves.
#pragma once

#include "platform/crypto.h"
#include "src/base/id.h"
#include "src/base/time.h"
#include "src/domain/entry.h"
#include "src/domain/feed.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace vejviser::hub {

using platform::Digest;

/// The last committed position, the random number stored with it, and the floor of deletions then.
struct Head {
  std::int64_t pos = 0;
  std::int64_t salt = 0;
  std::int64_t floor = 0;

  bool operator==(const Head&) const = default;
};

/// What happened to cells and shared subjects that came to nothing.
struct Pruned {
  std::int64_t cells = 0;     ///< deleted
  std::int64_t subjects = 0;  ///< deleted
  std::int64_t floor = 0;     ///< the floor from now on
};

struct PositionedRow {
  std::int64_t pos = 0;
  FeedRow row;
};

struct HubInfo {
  Id id;
  std::string municipality;
};

enum class DeviceState {
  Active = 1,
  Blocked = 2,  ///< shut out: it says and hears nothing
  Drained = 3,  ///< taken out of use: what it still holds is taken as held, nothing goes out
};

struct Device {
  std::int64_t key = 0;  ///< within this database
  Id id;
  std::string name;
  Unit unit = Unit::Library;
  std::string branch;
  DeviceState state = DeviceState::Active;
  Digest token{};
  std::optional<Digest> nextToken;  ///< given out, not yet used
  std::optional<Instant> lastHeard;
  std::int64_t waiting = 0;   ///< entries it still held when last heard
  milliseconds clockAhead{};  ///< how far its clock was ahead of the hub's then; below 0: behind
  std::string program;        ///< its version then; empty: it did not say
};

/// What a sync tells of the tablet itself.
struct Hearing {
  Instant at{};
  std::int64_t waiting = 0;
  milliseconds clockAhead{};
  std::string program;
};

/// What has arrived of the numbers 1, 2, 3 ... of one tablet's database.
struct Numbering {
  std::string inst;
  std::int64_t device = 0;   ///< key of the tablet that brought the newest of them
  std::int64_t highest = 0;  ///< number
  std::int64_t arrived = 0;  ///< different numbers
  std::int64_t forks = 0;    ///< entries whose number another entry had before
  Instant changed{};         ///< when the newest of them arrived
};

/// The right to enrol one tablet once.
struct EnrolCode {
  Digest code{};
  std::string name;
  Unit unit = Unit::Library;
  std::string branch;
  Instant expires{};
  bool used = false;
};

/// What stands in for what an entry says, because a supervisor said so.
struct Corrections {
  std::optional<std::string> topic;
  std::optional<std::string> branch;
  std::optional<std::string> to;
  std::optional<Instant> at;
  std::optional<Instant> when;
  bool sure = false;  ///< the entry's doubt is lifted

  bool operator==(const Corrections&) const = default;
};

/// That an entry was held and is counted now.
struct Release {
  Instant at{};
  std::string reason;  ///< why it was held
  Corrections corrections;
};

/// An entry as the hub keeps it.
struct KeptEntry {
  Entry entry;  ///< as it was written
  std::string body;
  std::string held;  ///< empty: counted
  std::int64_t device = 0;
  Instant received{};
  std::optional<Instant> estimate{};  ///< of a held one: when it was logged, as the hub reckons
  std::optional<Release> release{};
  std::string unread{};    ///< why this program cannot use the body; empty when it can
  std::int64_t place = 0;  ///< in the order of arrival
};

/// What came of an insert.
struct Insertion {
  bool isNew = false;
  std::string held;                      ///< of the entry that is now in the database
  bool numberTwice = false;              ///< another id has the same inst and n: a fork
  std::optional<std::string> otherBody;  ///< the id was there with this body; that one stays
};

/// Codes an entry may name.
struct Vocabulary {
  std::set<std::string, std::less<>> topics;
  std::set<std::string, std::less<>> branches;
  std::set<std::string, std::less<>> destinations;  ///< of referrals: units and outside bodies
};

}  // namespace vejviser::hub
