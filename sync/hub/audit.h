// The log of administrative acts. A line is written in the transaction of its act: there is no act
// without a line and no line without an act.
#pragma once

#include "sync/hub/people_storage.h"

#include <string>

namespace vejviser::hub {

/// Who does something, as the log names them.
struct Actor {
  std::string name;

  static Actor commandLine();
  static Actor tablet(const std::string& name);
  static Actor user(const std::string& name) { return {name}; }
};

/// A user of this name could be taken for somebody else in the log.
bool isReservedName(const std::string& user);

/// What was done: see AuditLine.
struct Deed {
  std::string action;
  std::string object;
  std::string change{};
};

Status note(PeopleWriteTx& tx, const Actor& who, const Deed& deed, Instant now);

/// Time (UTC), who, action, object and change between tabs: for the command line.
std::string lineOf(const AuditLine& line);

}  // namespace vejviser::hub
