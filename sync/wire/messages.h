// The messages of sync/PROTOCOL.md and their JSON. Decoding checks types, ranges and lengths; it
// never trusts the other side.
#pragma once

#include "src/base/id.h"
#include "src/base/result.h"
#include "src/domain/feed.h"
#include "src/domain/statistics.h"
#include "sync/wire/entry_json.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vejviser::wire {

constexpr int kSchema = 1;                             ///< of the messages themselves
constexpr std::size_t kMaxBatch = 500;                 ///< entries in one request
constexpr std::size_t kMaxRequestBytes = 1024 * 1024;  ///< one request, inflated
constexpr int kMaxRows = 5000;                         ///< rows in one answer
constexpr std::size_t kMaxStampChars = 64;

/// The tablet's clocks when it sent the request.
struct ClockReading {
  Instant at{};
  std::string boot;
  milliseconds up{};
};

struct SyncRequest {
  int schema = kSchema;
  std::optional<std::string> stamp;
  ClockReading clock;
  std::int64_t pending = 0;  ///< entries that wait on the tablet, these included
  int limit = 2000;          ///< rows wanted at most
  std::vector<ReadEntry> entries;
};

struct EntryAck {
  Id id;
  std::optional<std::string> held;  ///< why it is kept but not counted

  bool operator==(const EntryAck&) const = default;
};

struct SyncAnswer {
  Id hub;
  std::optional<std::string> base;  ///< the stamp the request carried
  std::string stamp;
  Instant now{};
  std::vector<EntryAck> acks;
  std::vector<FeedRow> rows;
  bool more = false;
  int pace_s = 60;
  int keep_days = 35;
  bool fork = false;
  bool upgrade = false;  ///< the hub knows a newer schema than the tablet
};

struct EnrolRequest {
  std::string code;  ///< as the supervisor read it out
};

struct EnrolAnswer {
  Id hub;
  Id device;
  std::string token;
  std::string name;  ///< of the tablet
  Unit unit = Unit::Library;
  std::string branch;  ///< code, may be empty
  std::string municipality;
  int schemaMin = kSchema;
  int schemaMax = kSchema;
};

struct HelloAnswer {
  Id hub;
  Instant now{};
  int schemaMin = kSchema;
  int schemaMax = kSchema;
};

struct TokenAnswer {
  Id hub;
  std::string token;
};

/// Source: RFC 9457.
struct Problem {
  int status = 500;
  std::string type;    ///< the word after "urn:vejviser:problem:", e.g. "timeline"
  std::string title;   ///< one line for a person
  std::string detail;  ///< what was wrong in this case
  Id hub;
  std::optional<std::string> base;  ///< of a sync: the stamp the request carried
};

/// How much of the whole the figures rest on.
struct Coverage {
  int tablets = 0;                ///< enrolled and not blocked
  int heardToday = 0;             ///< of them, heard since local midnight
  std::int64_t waiting = 0;       ///< entries the tablets said they still held when last heard
  std::int64_t held = 0;          ///< entries kept but not counted
  std::optional<Instant> newest;  ///< when the last entry arrived
};

struct StatisticsAnswer {
  Id hub;
  Period period;
  std::string branch;  ///< empty: all
  Instant now{};
  Figures figures;
  Coverage coverage;
};

/// A command of the hub's own administration: its name and its arguments, all text.
using Command = std::pair<std::string, std::map<std::string, std::string>>;
std::string encodeCommand(const std::string& name,
                          const std::map<std::string, std::string>& arguments);
Result<Command> decodeCommand(std::string_view text);

/// `bodies` are entries as encodeEntry made them; they go out byte for byte.
std::string encode(const SyncRequest& request, const std::vector<std::string_view>& bodies);
std::string encode(const SyncAnswer& answer);
std::string encode(const EnrolRequest& request);
std::string encode(const EnrolAnswer& answer);
std::string encode(const HelloAnswer& answer);
std::string encode(const TokenAnswer& answer);
std::string encode(const Problem& problem);
std::string encode(const StatisticsAnswer& answer);
/// The same without hub and coverage: a tablet's own or last pulled figures.
std::string encode(const Period& period, const Figures& figures);

Result<SyncRequest> decodeSyncRequest(std::string_view text);
Result<SyncAnswer> decodeSyncAnswer(std::string_view text);
Result<EnrolRequest> decodeEnrolRequest(std::string_view text);
Result<EnrolAnswer> decodeEnrolAnswer(std::string_view text);
Result<HelloAnswer> decodeHelloAnswer(std::string_view text);
Result<Problem> decodeProblem(std::string_view text);

}  // namespace vejviser::wire
