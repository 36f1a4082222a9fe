// The authority line: what somebody in a role may do about a topic. Showing a citizen how is
// guidance, and anybody's; deciding, issuing and registering is an authority's alone. Who that is
// follows the person's role, never the building, and is set per municipality.
// Sources: forvaltningsloven § 7; articles: Haderslev, Esbjerg, Dragør, Albertslund.
#pragma once

#include "src/base/result.h"
#include "src/domain/catalogue.h"
#include "src/domain/codes.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vejviser {

/// What a member of staff is.
struct Role {
  std::string code;  ///< e.g. "library_staff"
  std::string nameDa;
  std::string nameEn;
  Unit unit = Unit::Library;  ///< whose figures the help counts under

  bool operator==(const Role&) const = default;
};

struct AuthorityRule {
  std::string topic;  ///< a topic id, "group:<topic group>", or "*": any
  std::string role;   ///< a role's code, or "*": any
  Right right = Right::HandOver;
};

class AuthorityLine {
 public:
  AuthorityLine() = default;
  AuthorityLine(std::vector<Role> roles, const std::vector<AuthorityRule>& rules);

  const std::vector<Role>& roles() const { return m_roles; }
  /// Null if there is no such role.
  const Role* find(std::string_view role) const;

  /// `role` if somebody of `unit` can have it, else the unit's first; empty when it has none.
  std::string roleFor(Unit unit, const std::string& role) const;

  /// About a topic that is no authority task: Guide, for everybody. Else the most specific rule
  /// decides, the topic before its group before any, and within each the role before any; without
  /// one, a role of citizen service may decide and any other must hand over. So must a role that is
  /// unknown.
  Right right(const Topic& topic, std::string_view role) const;

  /// The roles of `unit` that may decide an authority task; of another topic, all of them.
  std::vector<Role> ableTo(const Topic& topic, Unit unit) const;

 private:
  std::vector<Role> m_roles;
  std::map<std::pair<std::string, std::string>, Right> m_rules;  ///< by topic and role
};

/// Whether somebody in `role` may have done this about `topic`. Errors: Refused (a decision or
/// guidance on the other side of the line), Invalid (an act about what is no authority task).
Status check(const AuthorityLine& line, const Topic& topic, std::string_view role, Act act);

/// What somebody in `role` does about a topic when nothing else is said.
Act usualAct(const AuthorityLine& line, const Topic& topic, std::string_view role);

using TableRows = std::vector<std::vector<std::string>>;

/// Reads code,name_da,name_en,unit. Error Invalid with the line and the column; nothing is taken
/// from a file with an error.
Result<std::vector<Role>> readRoles(const TableRows& rows);
/// Reads topic,role,may ("hand_over", "guide" or "decide"), likewise.
Result<std::vector<AuthorityRule>> readAuthority(const TableRows& rows);

/// Whether every rule is about a topic or group of the catalogue and one of the roles: a slip of
/// the pen would leave its task to a weaker rule. `rules` as readAuthority() gave them. Error
/// Invalid with the line and the column.
Status checkNames(const std::vector<AuthorityRule>& rules, const std::vector<Role>& roles,
                  const Catalogue& catalogue);

/// The files that are built into the program, as CSV text.
std::string_view builtInRolesCsv();
std::string_view builtInAuthorityCsv();

}  // namespace vejviser
