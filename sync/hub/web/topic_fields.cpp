#include "sync/hub/web/topic_fields.h"

#include "sync/hub/topics.h"

#include <algorithm>
#include <set>

namespace vejviser::hub::web {

namespace {

/// The columns of the catalogue file are the names of the fields.
constexpr const char* kNames[] = {"id",           "name_da",         "name_en",    "group",
                                  "authority",    "weight",          "home_unit",  "kle",
                                  "self_service", "typical_minutes", "valid_from", "valid_to",
                                  "checked_on",   "owner",           "replaced_by"};

/// Those in use, to choose from; another may be written.
std::vector<std::pair<std::string, std::string>> groupsIn(const std::vector<Topic>& topics) {
  std::set<std::string> groups;
  for (const Topic& topic : topics) groups.insert(topic.group);
  std::vector<std::pair<std::string, std::string>> choices;
  for (const std::string& group : groups) choices.emplace_back(group, group);
  return choices;
}

std::vector<std::pair<std::string, std::string>> followers(Language language,
                                                           const std::vector<Topic>& topics,
                                                           const Topic& topic) {
  std::vector<std::pair<std::string, std::string>> choices = {{"", text(language, "bridge_none")}};
  for (const Topic& other : topics) {
    if (other.id == topic.id) continue;
    choices.emplace_back(other.id, language == Language::Danish ? other.nameDa : other.nameEn);
  }
  return choices;
}

void addChoices(Language language, Field& field) {
  const auto add = [&](std::initializer_list<std::pair<const char*, const char*>> choices) {
    field.type = "select";
    for (const auto& [value, key] : choices) field.choices.emplace_back(value, text(language, key));
  };
  if (field.name == "authority") add({{"no", "no"}, {"yes", "yes"}});
  if (field.name == "weight") add({{"light", "weight_light"}, {"heavy", "weight_heavy"}});
  if (field.name == "home_unit") {
    add({{"both", "unit_both"},
         {"library", "unit_library"},
         {"citizen_service", "unit_citizen_service"}});
  }
}

const char* typeOf(const std::string& name) {
  if (name == "typical_minutes") return "number";
  if (name == "valid_from" || name == "valid_to" || name == "checked_on") return "date";
  return "text";
}

}  // namespace

std::vector<Field> topicFields(Language language, const std::vector<Topic>& topics,
                               const Topic& topic, bool isNew) {
  const auto row = catalogueRows({topic}).back();
  std::vector<Field> fields;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string name = kNames[i];
    if (name == "id" && !isNew) continue;
    Field field{name, text(language, "topic_" + name), row[i], typeOf(name)};
    addChoices(language, field);
    if (name == "group") field.choices = groupsIn(topics);
    if (name == "id" || name == "owner" || name == "replaced_by" || name == "valid_to") {
      field.hint = text(language, "topic_" + name + "_hint");
    }
    if (name == "replaced_by") {
      field.type = "select";
      field.choices = followers(language, topics, topic);
    }
    fields.push_back(std::move(field));
  }
  return fields;
}

void fill(std::vector<Field>& fields, const Form& form) {
  for (Field& each : fields) each.value = field(form, each.name);
}

Result<Topic> topicOf(const Form& form) {
  auto rows = catalogueRows({});
  rows.emplace_back();
  for (const char* name : kNames) rows.back().push_back(field(form, name));
  const auto catalogue = readCatalogue(rows);
  if (catalogue) return catalogue->topics().front();
  // "catalogue line 2: name_da is empty": the field is the first word.
  const std::string& detail = catalogue.error().detail;
  const std::size_t space = std::min(detail.find(' '), detail.size());
  return Error{ErrorCode::Invalid, detail.substr(0, space),
               detail.substr(std::min(space + 1, detail.size()))};
}

bool noteEmpty(Language language, std::vector<Field>& fields) {
  bool any = false;
  for (Field& each : fields) {
    const bool needed = each.name == "id" || each.name == "name_da" || each.name == "name_en" ||
                        each.name == "group" || each.name == "typical_minutes";
    if (!needed || !each.value.empty()) continue;
    each.fault = text(language, "must_be_given");
    any = true;
  }
  return any;
}

bool noteFault(Language language, const Error& error, std::vector<Field>& fields) {
  const auto it = std::find_if(fields.begin(), fields.end(),
                               [&](const Field& field) { return field.name == error.where; });
  if (it == fields.end()) return false;
  it->fault = text(language, "topic_" + it->name + "_wrong");
  return true;
}

}  // namespace vejviser::hub::web
