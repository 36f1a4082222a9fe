// POST /v1/sync, both ways, as sync/PROTOCOL.md describes it. Decoding checks types, ranges and
// lengths; it never trusts the other side.
#pragma once

#include "src/base/id.h"
#include "src/base/result.h"
#include "src/domain/feed.h"
#include "sync/wire/entry_json.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vejviser::wire {

constexpr int kSchema = 1;                             ///< of the messages themselves
constexpr int kMaxSchema = 1'000'000;                  ///< beyond it, not a schema
constexpr std::size_t kMaxBatch = 500;                 ///< entries in one request
constexpr std::size_t kMaxRequestBytes = 1024 * 1024;  ///< one request, inflated
constexpr int kMaxRows = 5000;                         ///< rows in one answer
constexpr int kMaxWait_s = 600;                        ///< of a request that waits for news
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
  int limit = 2000;          ///< rows wanted at most; 0: none now
  int wait_s = 0;            ///< with nothing to send: how long the answer may wait for news
  std::string program{};     ///< the tablet's version, isVersion(); an older one does not say
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
  bool upgrade = false;        ///< the hub knows a newer schema than the tablet
  std::optional<Heard> heard;  ///< with the last rows; an older hub does not say
};

/// `bodies` are entries as encodeEntry made them; they go out byte for byte.
std::string encode(const SyncRequest& request, const std::vector<std::string_view>& bodies);
std::string encode(const SyncAnswer& answer);

Result<SyncRequest> decodeSyncRequest(std::string_view text);
Result<SyncAnswer> decodeSyncAnswer(std::string_view text);

}  // namespace vejviser::wire
