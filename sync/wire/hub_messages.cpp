#include "sync/wire/hub_messages.h"

#include "sync/wire/json_reader.h"

#include <nlohmann/json.hpp>

namespace vejviser::wire {

using nlohmann::json;

namespace {

constexpr const char* kProblemPrefix = "urn:vejviser:problem:";

bool isSchema(const json& value) {
  return value.is_number_integer() && value >= 1 && value <= kMaxSchema;
}

void readSchema(JsonReader& reader, const json& message, int& least, int& most) {
  const auto range = message.is_object() ? message.value("schema", json{}) : json{};
  if (!range.is_array() || range.size() != 2 || !isSchema(range[0]) || !isSchema(range[1])) {
    return reader.fail("schema", "must be [min, max]");
  }
  least = range[0].get<int>();
  most = range[1].get<int>();
}

}  // namespace

std::string encode(const EnrolRequest& request) {
  return json{{"code", request.code}}.dump();
}

Result<EnrolRequest> decodeEnrolRequest(std::string_view text) {
  const json message = parseJson(text);
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
  const json message = parseJson(text);
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

std::string encode(const TokenAnswer& answer) {
  return json{{"hub", toString(answer.hub)}, {"token", answer.token}}.dump();
}

std::string encodeCommand(const std::string& name,
                          const std::map<std::string, std::string>& arguments) {
  return json{{"command", name}, {"arguments", arguments}}.dump(-1, ' ', false,
                                                                json::error_handler_t::replace);
}

Result<Command> decodeCommand(std::string_view text) {
  const json message = parseJson(text);
  JsonReader reader{message};
  Command command{reader.text("command"), {}};
  const json none = json::object();
  const json& arguments = reader.has("arguments") ? message["arguments"] : none;
  if (!arguments.is_object()) reader.fail("arguments", "must be an object");
  JsonReader values{arguments};
  for (const auto& [key, value] : arguments.items()) {
    command.second[key] = values.document(key.c_str());
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
  if (problem.parameter) message["parameter"] = *problem.parameter;
  return message.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<TokenAnswer> decodeTokenAnswer(std::string_view text) {
  const json message = parseJson(text);
  JsonReader reader{message};
  TokenAnswer answer{reader.id("hub"), reader.text("token")};
  if (!reader.ok()) return reader.error("answer");
  return answer;
}

Result<Problem> decodeProblem(std::string_view text) {
  const json message = parseJson(text);
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
  problem.parameter = reader.optionalText("parameter");
  if (!reader.ok()) return reader.error("answer");
  return problem;
}

}  // namespace vejviser::wire
