// Who may do what: the one table of rights. Routes of the web page and of the API name the right
// that they need (api.cpp); whatever is done to something of a unit asks for that unit as well.
#pragma once

#include "src/base/result.h"
#include "src/domain/codes.h"

#include <optional>
#include <string>
#include <string_view>

namespace vejviser::hub {

enum class UserRole {
  Reader = 1,         ///< looks at the shared figures
  Supervisor = 2,     ///< also held entries and tablets, of one unit or of both
  Administrator = 3,  ///< everything
  It = 4,             ///< tablets and the audit log; no figures and nothing that was logged
};

enum class Action {
  KeepOwnAccount,  ///< log out, change one's own password
  SeeFigures,      ///< of both units: that they see the same is what the figures are for
  SeeHeld,         ///< what held entries say
  ReleaseHeld,
  SeeTablets,
  ChangeTablets,  ///< enrol, drain, block and allow
  SeeAudit,
  ManagePeople,
  ManageCatalogue,
  ManageHours,
  ManageAuthorityLine,
  Erase,
  SetRetention,
  SetSmallCells,
};

/// What somebody is here. A unit is a supervisor's only; none: both.
struct Office {
  UserRole role = UserRole::Reader;
  std::optional<Unit> unit{};

  bool operator==(const Office&) const = default;
};

/// Whether it is allowed at all, perhaps within one unit only.
bool may(const Office& who, Action action);
/// Whether it is allowed to something of this unit.
bool may(const Office& who, Action action, Unit of);

std::string_view code(UserRole role);  ///< "reader", "supervisor", "administrator", "it"
std::optional<UserRole> roleFromCode(std::string_view text);

/// "supervisor library", "it"
std::string describe(const Office& office);
/// From the codes of a role and of a unit; no unit: "". Error Invalid.
Result<Office> readOffice(const std::string& role, const std::string& unit);

}  // namespace vejviser::hub
