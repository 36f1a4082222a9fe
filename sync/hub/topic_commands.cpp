#include "sync/hub/topic_commands.h"

#include "src/base/text.h"
#include "sync/hub/topics.h"

namespace vejviser::hub {

namespace {

using Said = Result<std::string>;
using Command = AdminCommand;

/// Puts an argument, where it is given, in the place of `text`.
void take(const Command& command, const std::string& name, std::string& text) {
  if (std::string value = command.argument(name); !value.empty()) text = std::move(value);
}

Result<Day> dayOr(const Command& command, const std::string& name, Day otherwise) {
  const std::string value = command.argument(name);
  if (value.empty()) return otherwise;
  const auto day = parseDay(value);
  if (!day) return Error{ErrorCode::Invalid, name, "must be a day such as 2026-11-24"};
  return *day;
}

Day today(const Desk& desk) {
  return toLocal(desk.clock.now()).day;
}

Status takeUnit(const Command& command, Topic& topic) {
  const std::string unit = command.argument("unit");
  const auto home = unitFromCode(unit);
  if (!home && !unit.empty() && unit != "both") {
    return Error{ErrorCode::Invalid, "unit", "must be library, citizen_service or both"};
  }
  topic.library = home != Unit::CitizenService;
  topic.citizenService = home != Unit::Library;
  return {};
}

Status takeMinutes(const Command& command, Topic& topic) {
  const std::string text = command.argument("minutes");
  if (text.empty()) return {};
  const auto minutes = wholeNumber<int>(text);
  if (!minutes) return Error{ErrorCode::Invalid, "minutes", "must be a number"};
  topic.minutes = *minutes;
  return {};
}

Said add(const Desk& desk, const Command& command) {
  Topic topic;
  take(command, "code", topic.id);
  take(command, "da", topic.nameDa);
  take(command, "en", topic.nameEn);
  take(command, "group", topic.group);
  take(command, "kle", topic.kle);
  take(command, "self-service", topic.selfService);
  topic.authority = !command.argument("authority").empty();
  topic.heavy = !command.argument("heavy").empty();
  if (const Status taken = takeUnit(command, topic); !taken) return taken.error();
  if (const Status taken = takeMinutes(command, topic); !taken) return taken.error();
  if (!command.argument("from").empty()) {
    const auto from = dayOr(command, "from", {});
    if (!from) return from.error();
    topic.validFrom = *from;
  }
  const Status added = addTopic(desk.storage, Actor::commandLine(), topic, desk.clock, desk.random);
  if (!added) return added.error();
  return "topic " + topic.id + " added; tablets have it with their next sync";
}

Said change(const Desk& desk, const Command& command, const std::function<Status(Topic&)>& edit,
            const std::string& what) {
  const std::string code = command.argument("code");
  const Status changed =
      changeTopic(desk.storage, Actor::commandLine(), code, edit, desk.clock, desk.random);
  if (!changed) return changed.error();
  return "topic " + code + " " + what;
}

Said rename(const Desk& desk, const Command& command) {
  const auto edit = [&](Topic& topic) -> Status {
    take(command, "da", topic.nameDa);
    take(command, "en", topic.nameEn);
    take(command, "group", topic.group);
    return {};
  };
  return change(desk, command, edit, "renamed; its figures go on under its code");
}

Said retire(const Desk& desk, const Command& command) {
  if (!command.argument("undo").empty()) {
    const auto undo = [](Topic& topic) -> Status {
      topic.validTo.reset();
      return {};
    };
    return change(desk, command, undo, "is offered again");
  }
  const auto last = dayOr(command, "last", today(desk));
  if (!last) return last.error();
  const auto edit = [&](Topic& topic) -> Status {
    topic.validTo = *last;
    return {};
  };
  return change(desk, command, edit, "retired; its last day is " + toString(*last));
}

Said bridge(const Desk& desk, const Command& command) {
  const std::string to = command.argument("to");
  const bool none = !command.argument("none").empty();
  if (to.empty() != none) return Error{ErrorCode::Invalid, "topic bridge", "needs --to or --none"};
  const auto edit = [&](Topic& topic) -> Status {
    topic.replacedBy = to;
    return {};
  };
  return change(desk, command, edit, none ? "has no bridge" : "is followed by " + to);
}

Said importFile(const Desk& desk, const Command& command) {
  const auto done = importTopics(desk.storage, Actor::commandLine(), command.argument("text"),
                                 desk.clock, desk.random);
  if (!done) return done.error();
  return std::to_string(done->added) + " topics added, " + std::to_string(done->changed) +
         " changed, " + std::to_string(done->same) + " as they were";
}

}  // namespace

std::optional<Said> administerTopics(const Desk& desk, const AdminCommand& command) {
  if (command.name == "topic-add") return add(desk, command);
  if (command.name == "topic-rename") return rename(desk, command);
  if (command.name == "topic-retire") return retire(desk, command);
  if (command.name == "topic-bridge") return bridge(desk, command);
  if (command.name == "topic-import") return importFile(desk, command);
  return std::nullopt;
}

}  // namespace vejviser::hub
