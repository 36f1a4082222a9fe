// Forms in which something is edited: their fields with what is wrong with each, the file that may
// come with them, and what to say when somebody else was quicker.
#pragma once

#include "sync/hub/audit.h"
#include "sync/hub/web/page.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace vejviser::hub::web {

using Form = std::map<std::string, std::string>;

/// The fields of a form, also of one with a file. Those of one that cannot be read are none.
Form formOf(const Request& request);

/// Who sent the form.
Actor actorOf(const Request& request);

struct Field {
  std::string name;
  std::string label;
  std::string value;
  std::string type = "text";  ///< of the input; "select" for a choice
  std::vector<std::pair<std::string, std::string>>
      choices{};  ///< values and words; of an input, suggestions
  std::string hint{};
  std::string fault{};   ///< what is wrong with the value; empty: nothing
  std::string stored{};  ///< what somebody else has stored meanwhile, in words
  bool differs = false;  ///< `stored` is to be shown
};

/// For the template "fields". A field's input has the id "f-<name>".
data fieldData(Language language, const Field& field);
data fieldsData(Language language, const std::vector<Field>& fields);

/// The links to the fields that are wrong, for the head of the page.
data faultsData(const std::vector<Field>& fields);

/// The word of a choice; the value itself when there is none.
std::string wordOf(const Field& field, const std::string& value);

/// page() with the templates "fields" and "faults".
Response formPage(int status, Language language, std::string_view source, data view);

/// Marks what differs from `stored`, the fields of what is stored now.
void compare(std::vector<Field>& fields, const std::vector<Field>& stored);

}  // namespace vejviser::hub::web
