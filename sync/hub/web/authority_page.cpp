#include "sync/hub/web/authority_page.h"

#include "src/base/text.h"
#include "sync/hub/documents.h"
#include "sync/hub/versions.h"
#include "sync/hub/web/form.h"

#include <algorithm>
#include <set>

namespace vejviser {
std::string_view webAuthority();  // authority.mustache, built in
std::string_view webRule();       // rule.mustache, built in
}  // namespace vejviser

namespace vejviser::hub::web {

namespace {

constexpr const char* kAny = "*";
constexpr std::string_view kGroup = "group:";

/// What the page needs to know.
struct Surroundings {
  Catalogue catalogue;
  std::vector<Role> roles;
  std::vector<AuthorityRule> rules;
};

Result<Surroundings> look(ReadTx& tx) {
  auto topics = tx.topics();
  if (!topics) return topics.error();
  auto roles = rolesIn(tx);
  if (!roles) return roles.error();
  auto rules = rulesIn(tx);
  if (!rules) return rules.error();
  return Surroundings{Catalogue{std::move(*topics)}, std::move(*roles), std::move(*rules)};
}

Result<Surroundings> look(Hub& hub) {
  Surroundings around;
  const Status read = hub.storage.read([&](ReadTx& tx) -> Status {
    auto found = look(tx);
    if (!found) return found.error();
    around = std::move(*found);
    return {};
  });
  if (!read) return read.error();
  return around;
}

std::string nameOf(Language language, const Role& role) {
  return language == Language::Danish ? role.nameDa : role.nameEn;
}

/// What a rule can be about, in the words of the page; the cell itself when it is gone.
std::string aboutInWords(Language language, const Surroundings& around, const std::string& about) {
  if (about == kAny) return text(language, "line_any");
  if (about.starts_with(kGroup)) {
    return text(language, "topic_group") + ": " + about.substr(kGroup.size());
  }
  const Topic* topic = around.catalogue.find(about);
  if (topic == nullptr) return about;
  return language == Language::Danish ? topic->nameDa : topic->nameEn;
}

/// Any topic, then each group and its authority tasks.
std::vector<std::string> abouts(const Surroundings& around) {
  std::set<std::string> groups;
  for (const Topic& topic : around.catalogue.topics()) {
    if (topic.authority) groups.insert(topic.group);
  }
  std::vector<std::string> list = {kAny};
  for (const std::string& group : groups) {
    list.push_back(std::string{kGroup} + group);
    for (const Topic& topic : around.catalogue.topics()) {
      if (topic.authority && topic.group == group) list.push_back(topic.id);
    }
  }
  return list;
}

/// The rule for a role, as it is written; empty when there is none.
std::string written(const Surroundings& around, const std::string& about, const std::string& role) {
  for (const AuthorityRule& rule : around.rules) {
    if (rule.topic == about && rule.role == role) return std::string{code(rule.right)};
  }
  return {};
}

std::string rightInWords(Language language, const std::string& right) {
  return text(language, "may_" + right);
}

/// What holds for a role: of a topic always something, of the rest what is written.
data cellData(Language language, const Surroundings& around, const AuthorityLine& line,
              const std::string& about, const Role& role) {
  std::string own = written(around, about, role.code);
  if (own.empty()) own = written(around, about, kAny);
  const Topic* topic = around.catalogue.find(about);
  const std::string right =
      topic == nullptr ? own : std::string{code(line.right(*topic, role.code))};
  data cell;
  cell.set("text", right.empty() ? std::string{"–"} : rightInWords(language, right));
  cell.set("own", !own.empty());
  return cell;
}

data linesData(Language language, const Surroundings& around) {
  const AuthorityLine line{around.roles, around.rules};
  data list{data::type::list};
  for (const std::string& about : abouts(around)) {
    data item;
    item.set("about", about);
    item.set("name", aboutInWords(language, around, about));
    item.set("topic", around.catalogue.find(about) != nullptr);
    data cells{data::type::list};
    for (const Role& role : around.roles) {
      cells.push_back(cellData(language, around, line, about, role));
    }
    item.set("cells", cells);
    list.push_back(item);
  }
  return list;
}

data rolesData(Language language, const Surroundings& around) {
  data list{data::type::list};
  for (const Role& role : around.roles) {
    data item;
    item.set("code", role.code);
    item.set("name", nameOf(language, role));
    item.set("unit", text(language, "unit_" + std::string{code(role.unit)}));
    list.push_back(item);
  }
  return list;
}

/// The form's name for a role: "*" would be no id.
std::string fieldOf(const std::string& role) {
  return role == kAny ? "any" : "role-" + role;
}

std::vector<Field> ruleFields(Language language, const Surroundings& around,
                              const std::string& about) {
  std::vector<Field> fields;
  const auto add = [&](const std::string& role, const std::string& label) {
    Field field{fieldOf(role), label, written(around, about, role), "select"};
    field.choices.emplace_back("", text(language, "may_as_else"));
    for (const Right right : {Right::HandOver, Right::Guide, Right::Decide}) {
      const std::string word{code(right)};
      field.choices.emplace_back(word, rightInWords(language, word));
    }
    fields.push_back(std::move(field));
  };
  for (const Role& role : around.roles) add(role.code, nameOf(language, role));
  add(kAny, text(language, "role_any"));
  return fields;
}

std::string versionOfRules(const Surroundings& around, const std::string& about) {
  std::set<std::string> lines;
  for (const AuthorityRule& rule : around.rules) {
    if (rule.topic == about) lines.insert(rule.role + " " + std::string{code(rule.right)} + "\n");
  }
  std::string text;
  for (const std::string& line : lines) text += line;
  return versionOfText(text);
}

std::vector<Field> roleFields(Language language, const Role& role, bool isNew) {
  std::vector<Field> fields;
  if (isNew) {
    fields.push_back({"id", text(language, "topic_id"), role.code});
    fields.back().hint = text(language, "topic_id_hint");
  }
  fields.push_back({"name_da", text(language, "topic_name_da"), role.nameDa});
  fields.push_back({"name_en", text(language, "topic_name_en"), role.nameEn});
  Field unit{"unit", text(language, "unit"), std::string{code(role.unit)}, "select"};
  for (const Unit each : kAllUnits) {
    const std::string word{code(each)};
    unit.choices.emplace_back(word, text(language, "unit_" + word));
  }
  fields.push_back(std::move(unit));
  return fields;
}

std::vector<std::string> rowOf(const Role& role) {
  return {role.code, role.nameDa, role.nameEn, std::string{code(role.unit)}};
}

std::string versionOf(const Role* role) {
  return versionOfText(role == nullptr ? std::string{} : documentText({rowOf(*role)}));
}

const Role* find(const std::vector<Role>& roles, const std::string& code) {
  const auto it =
      std::find_if(roles.begin(), roles.end(), [&](const Role& role) { return role.code == code; });
  return it == roles.end() ? nullptr : &*it;
}

/// Both forms are one list of fields.
struct FormView {
  std::string action;  ///< where it goes: "rule" or "role"
  std::string key;     ///< what it is about
  std::string version;
  std::string heading;
  std::string note;  ///< key of a text
  std::vector<Field> fields;
  bool changedMeanwhile = false;
  int status = 200;
};

Response fieldsPage(const Hub& hub, const Request& request, const FormView& shown) {
  const Language language = languageOf(request);
  const bool rule = shown.action == "rule";
  data view =
      placeData(hub, request, language, "/authority",
                shown.key.empty() ? std::string{} : (rule ? "about=" : "code=") + shown.key + "&");
  view.set("action", shown.action);
  view.set("key", shown.key);
  view.set("version", shown.version);
  view.set("heading", shown.heading);
  view.set("note", text(language, shown.note));
  view.set("fieldList", fieldsData(language, shown.fields));
  const data faults = faultsData(shown.fields);
  view.set("hasFaults", faults.is_non_empty_list());
  view.set("faults", faults);
  view.set("changedMeanwhile", shown.changedMeanwhile);
  return formPage(shown.status, language, webRule(), std::move(view));
}

FormView ruleView(Language language, const Surroundings& around, const std::string& about) {
  return {"rule",
          about,
          versionOfRules(around, about),
          aboutInWords(language, around, about),
          "rule_note",
          ruleFields(language, around, about)};
}

FormView roleView(Language language, const Surroundings& around, const std::string& code) {
  const Role* role = find(around.roles, code);
  return {"role",          code,
          versionOf(role), role == nullptr ? text(language, "role_new") : nameOf(language, *role),
          "role_note",     roleFields(language, role == nullptr ? Role{} : *role, code.empty())};
}

/// Puts what the form says into a view of what is stored; of two versions both are shown.
void fillIn(FormView& shown, const Form& form, bool changed) {
  const std::vector<Field> stored = shown.fields;
  for (Field& each : shown.fields) each.value = field(form, each.name);
  shown.status = changed ? 409 : 422;
  shown.changedMeanwhile = changed;
  if (changed) return compare(shown.fields, stored);
  shown.version = field(form, "version");
}

/// The authority line with the form's rules in place of those about one thing.
std::optional<std::string> replaced(const TableRows& rows, const Surroundings& around,
                                    const std::string& about, const Form& form) {
  TableRows result = {rows.front()};
  std::copy_if(rows.begin() + 1, rows.end(), std::back_inserter(result),
               [&](const auto& row) { return row[0] != about; });
  const auto add = [&](const std::string& role) {
    const std::string right = field(form, fieldOf(role));
    if (!right.empty()) result.push_back({about, role, right});
  };
  for (const Role& role : around.roles) add(role.code);
  add(kAny);
  return result.size() == 1 ? std::nullopt : std::optional{documentText(result)};
}

/// What is wrong with a role at its field; true when nothing is.
bool checkRole(Language language, const std::vector<Role>& roles, bool isNew,
               std::vector<Field>& fields) {
  bool whole = true;
  for (Field& each : fields) {
    const bool id = each.name == "id";
    const bool name = each.name.starts_with("name");
    if (name && !checkName("a role", each.value)) {
      each.fault = text(language, each.value.empty() ? "must_be_given" : "topic_name_da_wrong");
    }
    if (id && !isCode(each.value)) each.fault = text(language, "topic_id_wrong");
    if (id && isNew && find(roles, each.value) != nullptr) {
      each.fault = text(language, "topic_taken");
    }
    whole = whole && each.fault.empty();
  }
  return whole;
}

/// Where a change ends: at the list, at the form again, or at what failed.
Response end(Hub& hub, const Request& request, const Status& done, FormView shown) {
  const Language language = languageOf(request);
  if (done && shown.status == 200) return goTo("/authority?saved=1");
  if (done || isChangedMeanwhile(done.error())) return fieldsPage(hub, request, shown);
  if (done.error().code != ErrorCode::Invalid) return failure(hub, done.error());
  shown.status = 422;
  shown.fields.front().fault = text(language, "line_wrong") + " " + done.error().text();
  return fieldsPage(hub, request, shown);
}

}  // namespace

Response authority(Hub& hub, const Request& request) {
  const Language language = languageOf(request);
  const auto around = look(hub);
  if (!around) return failure(hub, around.error());
  data view = placeData(hub, request, language, "/authority");
  view.set("roles", rolesData(language, *around));
  view.set("lines", linesData(language, *around));
  view.set("saved", field(request.query, "saved") == "1");
  view.set("hasFaults", false);
  view.set("changedMeanwhile", false);
  return formPage(200, language, webAuthority(), std::move(view));
}

Response ruleForm(Hub& hub, const Request& request) {
  const Language language = languageOf(request);
  const auto around = look(hub);
  if (!around) return failure(hub, around.error());
  const std::string about = field(request.query, "about");
  const auto known = abouts(*around);
  if (std::find(known.begin(), known.end(), about) == known.end()) return goTo("/authority");
  return fieldsPage(hub, request, ruleView(language, *around, about));
}

Response saveRule(Hub& hub, const Request& request) {
  const Language language = languageOf(request);
  const Form form = formOf(request);
  const std::string about = field(form, "key");
  FormView shown;
  const auto edit = [&](ReadTx& tx, const auto&) -> Result<std::optional<std::string>> {
    const auto around = look(tx);
    if (!around) return around.error();
    shown = ruleView(language, *around, about);
    const bool changed = shown.version != field(form, "version");
    if (changed) fillIn(shown, form, true);
    if (changed) return changedMeanwhile();
    for (Field& each : shown.fields) each.value = field(form, each.name);
    const auto rows = documentRows(tx, "authority");
    if (!rows) return rows.error();
    return replaced(*rows, *around, about, form);
  };
  const Status done =
      changeDocument(hub.storage, actorOf(request), "authority", edit, hub.clock, hub.random);
  return end(hub, request, done, std::move(shown));
}

Response roleForm(Hub& hub, const Request& request) {
  const Language language = languageOf(request);
  const auto around = look(hub);
  if (!around) return failure(hub, around.error());
  const std::string code = field(request.query, "code");
  if (!code.empty() && find(around->roles, code) == nullptr) return goTo("/authority");
  return fieldsPage(hub, request, roleView(language, *around, code));
}

Response saveRole(Hub& hub, const Request& request) {
  const Language language = languageOf(request);
  const Form form = formOf(request);
  const std::string code = field(form, "key");
  FormView shown;
  const auto edit =
      [&](ReadTx& tx, const std::optional<std::string>& now) -> Result<std::optional<std::string>> {
    const auto around = look(tx);
    if (!around) return around.error();
    shown = roleView(language, *around, code);
    const bool changed = shown.version != field(form, "version");
    if (changed) fillIn(shown, form, true);
    if (changed) return changedMeanwhile();
    for (Field& each : shown.fields) each.value = field(form, each.name);
    if (!checkRole(language, around->roles, code.empty(), shown.fields)) {
      shown.status = 422;
      return now;
    }
    TableRows rows = {{"code", "name_da", "name_en", "unit"}};
    for (const Role& role : around->roles) {
      if (role.code != code) rows.push_back(rowOf(role));
      if (role.code == code) rows.emplace_back();
    }
    if (code.empty()) rows.emplace_back();
    const auto place = std::find(rows.begin(), rows.end(), std::vector<std::string>{});
    *place = {code.empty() ? field(form, "id") : code, field(form, "name_da"),
              field(form, "name_en"), field(form, "unit")};
    return std::optional{documentText(rows)};
  };
  const Status done =
      changeDocument(hub.storage, actorOf(request), "roles", edit, hub.clock, hub.random);
  return end(hub, request, done, std::move(shown));
}

}  // namespace vejviser::hub::web
