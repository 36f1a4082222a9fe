#include "sync/hub/web/form.h"

#include "sync/hub/multipart.h"
#include "sync/hub/visitor.h"

#include <algorithm>

namespace vejviser {
std::string_view webField();   // field.mustache, built in
std::string_view webFaults();  // faults.mustache, built in
}  // namespace vejviser

namespace vejviser::hub::web {

using kainjow::mustache::partial;

Form formOf(const Request& request) {
  const std::string_view type = request.header("content-type");
  if (!type.starts_with("multipart/")) return decodeForm(request.body);
  auto form = decodeMultipart(type, request.body);
  return form ? std::move(*form) : Form{};
}

Actor actorOf(const Request& request) {
  return Actor::user(request.visitor->name);
}

data fieldData(Language language, const Field& field) {
  data item;
  const bool select = field.type == "select";
  item.set("name", field.name);
  item.set("label", field.label);
  item.set("value", field.value);
  item.set("type", field.type);
  item.set("select", select);
  data choices{data::type::list};
  for (const auto& [value, word] : field.choices) {
    data choice;
    choice.set("value", value);
    choice.set("word", word);
    choice.set("chosen", value == field.value);
    choices.push_back(choice);
  }
  item.set("choices", choices);
  item.set("suggests", !select && !field.choices.empty());
  item.set("hint", field.hint);
  item.set("hasHint", !field.hint.empty());
  item.set("fault", field.fault);
  item.set("hasFault", !field.fault.empty());
  const bool nothing = field.stored.empty();
  item.set("stored", nothing ? text(language, "stored_nothing") : field.stored);
  item.set("differs", field.differs);
  std::string described;
  if (!field.fault.empty()) described += "w-" + field.name + " ";
  if (field.differs) described += "s-" + field.name + " ";
  if (!field.hint.empty()) described += "h-" + field.name;
  item.set("described", described);
  item.set("isDescribed", !described.empty());
  return item;
}

data fieldsData(Language language, const std::vector<Field>& fields) {
  data list{data::type::list};
  for (const Field& field : fields) list.push_back(fieldData(language, field));
  return list;
}

data faultsData(const std::vector<Field>& fields) {
  data list{data::type::list};
  for (const Field& field : fields) {
    if (field.fault.empty()) continue;
    data item;
    item.set("to", "#f-" + field.name);
    item.set("text", field.label + ": " + field.fault);
    list.push_back(item);
  }
  return list;
}

std::string wordOf(const Field& field, const std::string& value) {
  const auto it = std::find_if(field.choices.begin(), field.choices.end(),
                               [&](const auto& choice) { return choice.first == value; });
  return it == field.choices.end() ? value : it->second;
}

Response formPage(int status, Language language, std::string_view source, data view) {
  view.set("field", data{partial{[] { return std::string{webField()}; }}});
  view.set("faultBox", data{partial{[] { return std::string{webFaults()}; }}});
  return page(status, language, source, std::move(view));
}

void compare(std::vector<Field>& fields, const std::vector<Field>& stored) {
  for (Field& field : fields) {
    const auto it = std::find_if(stored.begin(), stored.end(),
                                 [&](const Field& other) { return other.name == field.name; });
    const std::string value = it == stored.end() ? std::string{} : it->value;
    field.differs = value != field.value;
    field.stored = wordOf(field, value);
  }
}

}  // namespace vejviser::hub::web
