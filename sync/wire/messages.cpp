#include "sync/wire/messages.h"

#include "sync/wire/feed_json.h"
#include "sync/wire/json_reader.h"

#include <nlohmann/json.hpp>

namespace vejviser::wire {

using nlohmann::json;

namespace {

constexpr const char* kProblemPrefix = "urn:vejviser:problem:";
constexpr int kMaxPace_s = 86'400;
constexpr int kMaxKeep_days = 3660;

json parse(std::string_view text) {
  return json::parse(text, nullptr, false);
}

json optionalText(const std::optional<std::string>& text) {
  return text ? json(*text) : json(nullptr);
}

Instant instantOf(JsonReader& reader, const char* key) {
  return fromMs(reader.integer(key, 0, 4'102'444'800'000));
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

void readSchema(JsonReader& reader, const json& message, int& least, int& most) {
  const auto range = message.is_object() ? message.value("schema", json{}) : json{};
  if (!range.is_array() || range.size() != 2 || !range[0].is_number_integer() ||
      !range[1].is_number_integer()) {
    return reader.fail("schema", "must be [min, max]");
  }
  least = range[0].get<int>();
  most = range[1].get<int>();
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
  const json head = {{"schema", request.schema},
                     {"stamp", optionalText(request.stamp)},
                     {"clock",
                      {{"at", toMs(request.clock.at)},
                       {"boot", request.clock.boot},
                       {"up", request.clock.up.count()}}},
                     {"pending", request.pending},
                     {"limit", request.limit}};
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
  const json message = parse(text);
  if (!message.is_object()) {
    return Error{ErrorCode::Invalid, "body", "is not a JSON object"};
  }
  JsonReader reader{message};
  SyncRequest request;
  request.schema = static_cast<int>(reader.integer("schema", 1, 1'000'000));
  request.stamp = reader.optionalText("stamp");
  request.pending = reader.integer("pending", 0, INT64_MAX);
  request.limit = static_cast<int>(reader.integer("limit", 0, kMaxRows));
  const json clock = message.value("clock", json{});
  JsonReader clock_reader{clock};
  request.clock.at = instantOf(clock_reader, "at");
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
  json& acks = message["ack"] = json::array();
  for (const EntryAck& ack : answer.acks) acks.push_back(encodeAck(ack));
  json& rows = message["rows"] = json::array();
  for (const FeedRow& row : answer.rows) rows.push_back(encodeRow(row));
  return message.dump();
}

Result<SyncAnswer> decodeSyncAnswer(std::string_view text) {
  const json message = parse(text);
  JsonReader reader{message};
  SyncAnswer answer;
  answer.hub = reader.id("hub");
  answer.base = reader.optionalText("base");
  answer.stamp = reader.text("stamp");
  answer.now = instantOf(reader, "now");
  answer.more = reader.boolean("more", false);
  answer.pace_s = static_cast<int>(reader.integer("pace", 1, kMaxPace_s));
  answer.keep_days = static_cast<int>(reader.integer("keep", 1, kMaxKeep_days));
  answer.fork = reader.boolean("fork", false);
  answer.upgrade = reader.boolean("upgrade", false);
  const json none = json::array();
  const json& acks = reader.ok() && message.contains("ack") ? message["ack"] : none;
  const json& rows = reader.ok() && message.contains("rows") ? message["rows"] : none;
  if (!acks.is_array()) reader.fail("ack", "must be an array");
  if (!rows.is_array()) reader.fail("rows", "must be an array");
  if (answer.stamp.empty() || answer.stamp.size() > kMaxStampChars) {
    reader.fail("stamp", "must be 1 to 64 characters");
  }
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

std::string encode(const EnrolRequest& request) {
  return json{{"code", request.code}}.dump();
}

Result<EnrolRequest> decodeEnrolRequest(std::string_view text) {
  const json message = parse(text);
  JsonReader reader{message};
  const EnrolRequest request{reader.text("code")};
  if (!reader.ok()) return reader.error("body");
  return request;
}

std::string encode(const EnrolAnswer& answer) {
  return json{{"hub", toString(answer.hub)},
              {"device", toString(answer.device)},
              {"token", answer.token},
              {"name", answer.name},
              {"unit", code(answer.unit)},
              {"branch", answer.branch},
              {"municipality", answer.municipality},
              {"schema", {answer.schemaMin, answer.schemaMax}}}
      .dump();
}

Result<EnrolAnswer> decodeEnrolAnswer(std::string_view text) {
  const json message = parse(text);
  JsonReader reader{message};
  EnrolAnswer answer;
  answer.hub = reader.id("hub");
  answer.device = reader.id("device");
  answer.token = reader.hex("token", 64);
  answer.name = reader.text("name");
  answer.unit = reader.word("unit", unitFromCode);
  answer.branch = reader.text("branch");
  answer.municipality = reader.text("municipality");
  readSchema(reader, message, answer.schemaMin, answer.schemaMax);
  if (!reader.ok()) return reader.error("answer");
  return answer;
}

std::string encode(const HelloAnswer& answer) {
  return json{{"hub", toString(answer.hub)},
              {"now", toMs(answer.now)},
              {"schema", {answer.schemaMin, answer.schemaMax}}}
      .dump();
}

Result<HelloAnswer> decodeHelloAnswer(std::string_view text) {
  const json message = parse(text);
  JsonReader reader{message};
  HelloAnswer answer;
  answer.hub = reader.id("hub");
  answer.now = instantOf(reader, "now");
  readSchema(reader, message, answer.schemaMin, answer.schemaMax);
  if (!reader.ok()) return reader.error("answer");
  return answer;
}

std::string encode(const TokenAnswer& answer) {
  return json{{"hub", toString(answer.hub)}, {"token", answer.token}}.dump();
}

std::string encodeCommand(const std::string& name,
                          const std::map<std::string, std::string>& arguments) {
  return json{{"command", name}, {"arguments", arguments}}.dump(-1, ' ', false,
                                                                json::error_handler_t::replace);
}

Result<Command> decodeCommand(std::string_view text) {
  const json message = parse(text);
  JsonReader reader{message};
  Command command{reader.text("command"), {}};
  const json none = json::object();
  const json& arguments = reader.has("arguments") ? message["arguments"] : none;
  if (!arguments.is_object()) reader.fail("arguments", "must be an object");
  JsonReader values{arguments};
  for (const auto& [key, value] : arguments.items()) {
    command.second[key] = values.text(key.c_str());
  }
  if (!reader.ok()) return reader.error("command");
  if (!values.ok()) return values.error("arguments");
  return command;
}

std::string encode(const Problem& problem) {
  json message = {{"type", kProblemPrefix + problem.type},
                  {"title", problem.title},
                  {"status", problem.status},
                  {"detail", problem.detail},
                  {"hub", toString(problem.hub)}};
  if (problem.base) message["base"] = *problem.base;
  return message.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<Problem> decodeProblem(std::string_view text) {
  const json message = parse(text);
  JsonReader reader{message};
  Problem problem;
  const std::string type = reader.text("type");
  problem.type = type.starts_with(kProblemPrefix)
                     ? type.substr(std::string_view{kProblemPrefix}.size())
                     : std::string{};
  problem.title = reader.text("title");
  problem.status = static_cast<int>(reader.integer("status", 400, 599));
  problem.detail = reader.text("detail");
  problem.hub = reader.id("hub");
  problem.base = reader.optionalText("base");
  if (!reader.ok()) return reader.error("answer");
  return problem;
}

}  // namespace vejviser::wire
