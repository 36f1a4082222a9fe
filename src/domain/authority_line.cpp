#include "src/domain/authority_line.h"

#include "src/domain/table.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

namespace vejviser {

namespace {

constexpr std::string_view kAny = "*";
constexpr std::string_view kGroup = "group:";
constexpr std::size_t kLongestName = 100;

constexpr std::array<std::string_view, 4> kRoleColumns = {"code", "name_da", "name_en", "unit"};
constexpr TableForm kRoles{"roles", kRoleColumns, 50};  // a municipality has three or four

constexpr std::array<std::string_view, 3> kRuleColumns = {"topic", "role", "may"};
constexpr TableForm kRules{"authority", kRuleColumns, 2000};

bool isTopicCell(std::string_view text) {
  if (text == kAny) return true;
  return isCode(text.starts_with(kGroup) ? text.substr(kGroup.size()) : text);
}

bool knowsTopic(const Catalogue& catalogue, const std::string& cell) {
  if (cell == kAny || catalogue.find(cell) != nullptr) return true;
  if (!cell.starts_with(kGroup)) return false;
  const auto& topics = catalogue.topics();
  return std::any_of(topics.begin(), topics.end(),
                     [&](const Topic& topic) { return topic.group == cell.substr(kGroup.size()); });
}

}  // namespace

AuthorityLine::AuthorityLine(std::vector<Role> roles, const std::vector<AuthorityRule>& rules)
    : m_roles(std::move(roles)) {
  for (const AuthorityRule& rule : rules) m_rules[{rule.topic, rule.role}] = rule.right;
}

const Role* AuthorityLine::find(std::string_view role) const {
  const auto it = std::find_if(m_roles.begin(), m_roles.end(),
                               [role](const Role& known) { return known.code == role; });
  return it == m_roles.end() ? nullptr : &*it;
}

std::string AuthorityLine::roleFor(Unit unit, const std::string& role) const {
  const Role* known = find(role);
  if (known != nullptr && known->unit == unit) return role;
  const auto first = std::find_if(m_roles.begin(), m_roles.end(),
                                  [unit](const Role& other) { return other.unit == unit; });
  return first == m_roles.end() ? std::string{} : first->code;
}

Right AuthorityLine::right(const Topic& topic, std::string_view role) const {
  if (!topic.authority) return Right::Guide;
  const Role* known = find(role);
  if (known == nullptr) return Right::HandOver;
  for (const std::string& about :
       {topic.id, std::string{kGroup} + topic.group, std::string{kAny}}) {
    for (const std::string& whose : {known->code, std::string{kAny}}) {
      const auto rule = m_rules.find({about, whose});
      if (rule != m_rules.end()) return rule->second;
    }
  }
  return known->unit == Unit::CitizenService ? Right::Decide : Right::HandOver;
}

std::vector<Role> AuthorityLine::ableTo(const Topic& topic, Unit unit) const {
  std::vector<Role> able;
  std::copy_if(m_roles.begin(), m_roles.end(), std::back_inserter(able), [&](const Role& role) {
    return role.unit == unit && (!topic.authority || right(topic, role.code) == Right::Decide);
  });
  return able;
}

Status check(const AuthorityLine& line, const Topic& topic, std::string_view role, Act act) {
  if (act == Act::None) return {};
  if (!topic.authority) {
    return Error{ErrorCode::Invalid, "act", topic.id + " is no authority task"};
  }
  const Right right = line.right(topic, role);
  const bool beyond = (act == Act::Decide && right != Right::Decide) ||
                      (act == Act::Guide && right == Right::HandOver);
  if (!beyond) return {};
  return Error{ErrorCode::Refused, "act",
               topic.id + " must be handed over by the role '" + std::string{role} + "'"};
}

Act usualAct(const AuthorityLine& line, const Topic& topic, std::string_view role) {
  if (!topic.authority) return Act::None;
  switch (line.right(topic, role)) {
    case Right::HandOver:
      return Act::HandOver;
    case Right::Guide:
      return Act::Guide;
    case Right::Decide:
      return Act::Decide;
  }
  return Act::None;
}

Result<std::vector<Role>> readRoles(const TableRows& rows) {
  if (const Status form = checkForm(kRoles, rows); !form) return form.error();
  std::vector<Role> roles;
  std::set<std::string> seen;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const auto& row = rows[i];
    const std::size_t line = i + 1;
    if (!isCode(row[0])) return faultIn(kRoles, line, "code", "'" + row[0] + "' is not a code");
    if (!seen.insert(row[0]).second) {
      return faultIn(kRoles, line, "code", "'" + row[0] + "' stands twice");
    }
    for (std::size_t name : {1U, 2U}) {
      const Status text = checkText(kRoles, line, kRoleColumns[name], row[name], kLongestName);
      if (!text) return text.error();
    }
    const auto unit = unitFromCode(row[3]);
    if (!unit) {
      return faultIn(kRoles, line, "unit",
                     "is '" + row[3] + "', must be library or citizen_service");
    }
    roles.push_back({row[0], row[1], row[2], *unit});
  }
  return roles;
}

Result<std::vector<AuthorityRule>> readAuthority(const TableRows& rows) {
  if (const Status form = checkForm(kRules, rows); !form) return form.error();
  std::vector<AuthorityRule> rules;
  std::set<std::pair<std::string, std::string>> seen;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const auto& row = rows[i];
    const std::size_t line = i + 1;
    if (!isTopicCell(row[0])) {
      return faultIn(kRules, line, "topic", "'" + row[0] + "' is no topic, group:... or *");
    }
    if (row[1] != kAny && !isCode(row[1])) {
      return faultIn(kRules, line, "role", "'" + row[1] + "' is no role or *");
    }
    const auto right = rightFromCode(row[2]);
    if (!right) {
      return faultIn(kRules, line, "may",
                     "is '" + row[2] + "', must be hand_over, guide or decide");
    }
    if (!seen.insert({row[0], row[1]}).second) {
      return faultIn(kRules, line, "topic", "'" + row[0] + "' stands twice with this role");
    }
    rules.push_back({row[0], row[1], *right});
  }
  return rules;
}

Status checkNames(const std::vector<AuthorityRule>& rules, const std::vector<Role>& roles,
                  const Catalogue& catalogue) {
  const AuthorityLine known{roles, {}};
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const std::size_t line = i + 2;  // below the headings
    if (!knowsTopic(catalogue, rules[i].topic)) {
      return faultIn(kRules, line, "topic", "'" + rules[i].topic + "' is not in the catalogue");
    }
    if (rules[i].role != kAny && known.find(rules[i].role) == nullptr) {
      return faultIn(kRules, line, "role", "'" + rules[i].role + "' is not one of the roles");
    }
  }
  return {};
}

}  // namespace vejviser
