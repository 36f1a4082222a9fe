// Administration: what `vejviser-hub` commands do to a hub. A hub at work has SQLite files to
// itself, so a command goes to it over the socket in its folder; else it is done right here.
#pragma once

#include "sync/hub/database.h"
#include "sync/hub/hub.h"

#include <filesystem>
#include <map>
#include <string>

namespace vejviser::hub {

/// A command and its arguments, e.g. "enrol-code" with unit and branch.
struct AdminCommand {
  std::string name;
  std::map<std::string, std::string> arguments;

  /// Empty where it is not given.
  std::string argument(const std::string& which) const;
};

/// What commands work on.
struct Desk {
  Accounts& accounts;
  Storage& storage;
  const Clock& clock;
  RandomSource& random;
  std::filesystem::path erasures;  ///< the list of erased ids: erase.h
};

/// Does a command on an open hub; the text is for the person who gave it.
Result<std::string> administer(const Desk& desk, const AdminCommand& command);

/// POST /admin, over the hub's own socket only.
Response administer(Hub& hub, const Request& request);

/// Does a command on a hub's database, whether a hub is at work on it or not.
Result<std::string> administer(const Place& place, const AdminCommand& command);

std::filesystem::path adminSocket(const std::filesystem::path& dir);

/// Where erased ids are listed when nothing else is said.
std::filesystem::path usualErasures(const Place& place);

}  // namespace vejviser::hub
