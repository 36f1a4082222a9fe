#include "sync/hub/people_commands.h"

namespace vejviser::hub {

namespace {

Result<std::optional<Office>> officeIn(const AdminCommand& command) {
  const std::string role = command.argument("role");
  const std::string unit = command.argument("unit");
  if (role.empty() && unit.empty()) return std::optional<Office>{};
  const auto office = readOffice(role, unit);
  if (!office) return office.error();
  return std::optional{*office};
}

Result<std::string> change(People& people, const AdminCommand& command) {
  const Actor by = Actor::commandLine();
  const std::string name = command.argument("name");
  const auto office = officeIn(command);
  if (!office) return office.error();
  const bool force = !command.argument("force").empty();
  const auto done = [&name](const Status& status, const char* words) -> Result<std::string> {
    if (!status) return status.error();
    return "user " + name + words;
  };
  if (command.name == "user-add") {
    return done(people.add(by, name, command.argument("password"), *office), " added");
  }
  if (command.name == "user-password") {
    return done(people.changePassword(by, name, command.argument("password")),
                " has a new password and is logged out everywhere");
  }
  if (command.name == "user-remove") {
    return done(people.remove(by, name, force), " removed and logged out everywhere");
  }
  if (command.name == "user-role" && *office) {
    return done(people.changeOffice(by, name, **office, force),
                " has a new role and is logged out everywhere");
  }
  return Error{ErrorCode::Invalid, command.name, "is no command of this hub"};
}

}  // namespace

Result<std::string> administerPeople(const Desk& desk, const AdminCommand& command) {
  People people{desk.storage, desk.clock, desk.random};
  return change(people, command);
}

}  // namespace vejviser::hub
