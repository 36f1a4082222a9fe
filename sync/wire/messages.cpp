#include "sync/wire/messages.h"

#include "src/base/version.h"
#include "sync/wire/feed_json.h"
#include "sync/wire/json_reader.h"

#include <nlohmann/json.hpp>

namespace vejviser::wire {

using nlohmann::json;

namespace {

constexpr int kMaxPace_s = 86'400;
constexpr int kMaxKeep_days = 3660;
constexpr std::int64_t kMaxPending = 1'000'000'000;  // more than a tablet can hold

constexpr int kMaxTablets = 1'000'000;  // more than a hub can hear

json optionalText(const std::optional<std::string>& text) {
  return text ? json(*text) : json(nullptr);
}

bool isStamp(const std::string& text) {
  return !text.empty() && text.size() <= kMaxStampChars;
}

json encodeAck(const EntryAck& ack) {
  if (ack.held) return {toString(ack.id), "held", *ack.held};
  return {toString(ack.id), "ok"};
}

/// Nothing for an element that is no ack: the entry is then unknown and will be sent again.
std::optional<EntryAck> readAck(const json& element) {
  if (!element.is_array() || element.size() < 2) return std::nullopt;
  for (const json& part : element) {
    if (!part.is_string()) return std::nullopt;
  }
  const auto id = parseId(element[0].get_ref<const std::string&>());
  if (!id) return std::nullopt;
  if (element[1] == "ok") return EntryAck{*id, std::nullopt};
  if (element[1] != "held" || element.size() < 3) return std::nullopt;
  return EntryAck{*id, element[2].get<std::string>()};
}

/// Nothing for what cannot be read: the figures stand without it.
std::optional<Heard> readHeard(const json& message) {
  if (!message.is_object() || !message.contains("heard")) return std::nullopt;
  JsonReader reader{message["heard"]};
  Heard heard;
  heard.tablets = static_cast<int>(reader.integer("tablets", 0, kMaxTablets));
  heard.today = static_cast<int>(reader.integer("today", 0, heard.tablets));
  heard.waiting = reader.integer("waiting", 0, kMostInACell);
  return reader.ok() ? std::optional{heard} : std::nullopt;
}

Result<std::vector<ReadEntry>> readEntries(const json& message) {
  const auto it = message.find("entries");
  if (it == message.end() || !it->is_array()) {
    return Error{ErrorCode::Invalid, "entries", "must be an array"};
  }
  if (it->size() > kMaxBatch) {
    return Error{ErrorCode::Invalid, "entries", "holds more than 500 entries"};
  }
  std::vector<ReadEntry> entries;
  entries.reserve(it->size());
  for (const json& element : *it) {
    auto entry = readEntry(element);
    if (!entry) {
      const std::string place = "entries[" + std::to_string(entries.size()) + "]";
      return Error{ErrorCode::Invalid, place, entry.error().detail};
    }
    entries.push_back(std::move(*entry));
  }
  return entries;
}

}  // namespace

std::string encode(const SyncRequest& request, const std::vector<std::string_view>& bodies) {
  json head = {{"schema", request.schema},
               {"stamp", optionalText(request.stamp)},
               {"clock",
                {{"at", toMs(request.clock.at)},
                 {"boot", request.clock.boot},
                 {"up", request.clock.up.count()}}},
               {"pending", request.pending},
               {"limit", request.limit}};
  if (request.wait_s > 0) head["wait"] = request.wait_s;
  if (!request.program.empty()) head["program"] = request.program;
  std::string text = head.dump();
  text.back() = ',';  // entries go in as they are, before the closing brace
  text.append("\"entries\":[");
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    if (i > 0) text.push_back(',');
    text.append(bodies[i]);
  }
  text.append("]}");
  return text;
}

Result<SyncRequest> decodeSyncRequest(std::string_view text) {
  const json message = parseJson(text);
  if (!message.is_object()) {
    return Error{ErrorCode::Invalid, "body", "is not a JSON object"};
  }
  JsonReader reader{message};
  SyncRequest request;
  request.schema = static_cast<int>(reader.integer("schema", 1, kMaxSchema));
  request.stamp = reader.optionalText("stamp");
  if (request.stamp && !isStamp(*request.stamp)) reader.fail("stamp", "must be 1 to 64 characters");
  request.pending = reader.integer("pending", 0, kMaxPending);
  request.limit = static_cast<int>(reader.integer("limit", 0, kMaxRows));
  if (reader.has("wait")) {
    request.wait_s = static_cast<int>(reader.integer("wait", 0, kMaxWait_s));
  }
  if (reader.has("program")) request.program = reader.text("program");
  if (!isVersion(request.program)) reader.fail("program", "must be digits and dots, 20 at most");
  const json none;
  const json& clock = message.contains("clock") ? message["clock"] : none;
  JsonReader clock_reader{clock};
  request.clock.at = clock_reader.instant("at");
  request.clock.boot = clock_reader.hex("boot", 8);
  request.clock.up = milliseconds{clock_reader.integer("up", 0, INT64_MAX)};
  if (!reader.ok()) return reader.error("body");
  if (!clock_reader.ok()) return clock_reader.error("clock");
  auto entries = readEntries(message);
  if (!entries) return entries.error();
  request.entries = std::move(*entries);
  return request;
}

std::string encode(const SyncAnswer& answer) {
  json message = {{"hub", toString(answer.hub)}, {"base", optionalText(answer.base)},
                  {"stamp", answer.stamp},       {"now", toMs(answer.now)},
                  {"more", answer.more},         {"pace", answer.pace_s},
                  {"keep", answer.keep_days},    {"fork", answer.fork},
                  {"upgrade", answer.upgrade}};
  if (answer.heard) {
    message["heard"] = {{"tablets", answer.heard->tablets},
                        {"today", answer.heard->today},
                        {"waiting", answer.heard->waiting}};
  }
  json& acks = message["ack"] = json::array();
  for (const EntryAck& ack : answer.acks) acks.push_back(encodeAck(ack));
  json& rows = message["rows"] = json::array();
  for (const FeedRow& row : answer.rows) rows.push_back(encodeRow(row));
  return message.dump();
}

Result<SyncAnswer> decodeSyncAnswer(std::string_view text) {
  const json message = parseJson(text);
  JsonReader reader{message};
  SyncAnswer answer;
  answer.hub = reader.id("hub");
  answer.base = reader.optionalText("base");
  answer.stamp = reader.text("stamp");
  answer.now = reader.instant("now");
  answer.more = reader.boolean("more", false);
  answer.pace_s = static_cast<int>(reader.integer("pace", 1, kMaxPace_s));
  answer.keep_days = static_cast<int>(reader.integer("keep", 1, kMaxKeep_days));
  answer.fork = reader.boolean("fork", false);
  answer.upgrade = reader.boolean("upgrade", false);
  answer.heard = readHeard(message);
  const json none = json::array();
  const json& acks = reader.ok() && message.contains("ack") ? message["ack"] : none;
  const json& rows = reader.ok() && message.contains("rows") ? message["rows"] : none;
  if (!acks.is_array()) reader.fail("ack", "must be an array");
  if (!rows.is_array()) reader.fail("rows", "must be an array");
  if (!isStamp(answer.stamp)) reader.fail("stamp", "must be 1 to 64 characters");
  if (!reader.ok()) return reader.error("answer");
  for (const json& element : acks) {
    if (const auto ack = readAck(element)) answer.acks.push_back(*ack);
  }
  for (const json& element : rows) {
    auto row = readRow(element);
    if (!row) return row.error();
    if (*row) answer.rows.push_back(std::move(**row));
  }
  return answer;
}

}  // namespace vejviser::wire
