#include "sync/hub/rights.h"

#include <algorithm>

namespace vejviser::hub {

namespace {

enum class Right {
  No,
  Own,  ///< to what is of one's own unit
  Yes,
};

struct Row {
  Action action;
  Right reader;
  Right supervisor;
  Right administrator;
  Right it;
};

constexpr Row kRights[] = {
    {Action::KeepOwnAccount, Right::Yes, Right::Yes, Right::Yes, Right::Yes},
    {Action::SeeFigures, Right::Yes, Right::Yes, Right::Yes, Right::No},
    {Action::SeeHeld, Right::No, Right::Own, Right::Yes, Right::No},
    {Action::ReleaseHeld, Right::No, Right::Own, Right::Yes, Right::No},
    {Action::SeeTablets, Right::No, Right::Yes, Right::Yes, Right::Yes},
    {Action::ChangeTablets, Right::No, Right::Own, Right::Yes, Right::Yes},
    {Action::SeeAudit, Right::No, Right::No, Right::Yes, Right::Yes},
    {Action::ManagePeople, Right::No, Right::No, Right::Yes, Right::No},
    {Action::ManageCatalogue, Right::No, Right::No, Right::Yes, Right::No},
    {Action::ManageHours, Right::No, Right::No, Right::Yes, Right::No},
    {Action::ManageAuthorityLine, Right::No, Right::No, Right::Yes, Right::No},
    {Action::Erase, Right::No, Right::No, Right::Yes, Right::No},
    {Action::SetRetention, Right::No, Right::No, Right::Yes, Right::No},
    {Action::SetSmallCells, Right::No, Right::No, Right::Yes, Right::No},
};

/// No right for what is in no row or column.
Right rightOf(UserRole role, Action action) {
  const auto row = std::find_if(std::begin(kRights), std::end(kRights),
                                [action](const Row& each) { return each.action == action; });
  if (row == std::end(kRights)) return Right::No;
  switch (role) {
    case UserRole::Reader:
      return row->reader;
    case UserRole::Supervisor:
      return row->supervisor;
    case UserRole::Administrator:
      return row->administrator;
    case UserRole::It:
      return row->it;
  }
  return Right::No;
}

}  // namespace

bool may(const Office& who, Action action) {
  return rightOf(who.role, action) != Right::No;
}

bool may(const Office& who, Action action, Unit of) {
  const Right right = rightOf(who.role, action);
  return right == Right::Yes || (right == Right::Own && who.unit.value_or(of) == of);
}

std::string_view code(UserRole role) {
  switch (role) {
    case UserRole::Reader:
      return "reader";
    case UserRole::Supervisor:
      return "supervisor";
    case UserRole::Administrator:
      return "administrator";
    case UserRole::It:
      return "it";
  }
  return {};
}

std::optional<UserRole> roleFromCode(std::string_view text) {
  for (const UserRole role :
       {UserRole::Reader, UserRole::Supervisor, UserRole::Administrator, UserRole::It}) {
    if (code(role) == text) return role;
  }
  return std::nullopt;
}

std::string describe(const Office& office) {
  std::string text{code(office.role)};
  if (office.unit) text.append(" ").append(code(*office.unit));
  return text;
}

Result<Office> readOffice(const std::string& role, const std::string& unit) {
  const auto known = roleFromCode(role);
  if (!known) {
    return Error{ErrorCode::Invalid, "role", "must be reader, supervisor, administrator or it"};
  }
  Office office{*known, std::nullopt};
  if (unit.empty()) return office;
  office.unit = unitFromCode(unit);
  if (!office.unit) return Error{ErrorCode::Invalid, "unit", "must be library or citizen_service"};
  if (*known != UserRole::Supervisor) {
    return Error{ErrorCode::Invalid, "unit", "is a supervisor's only"};
  }
  return office;
}

}  // namespace vejviser::hub
