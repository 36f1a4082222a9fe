// A topic as the fields of a form, and back.
#pragma once

#include "src/domain/catalogue.h"
#include "sync/hub/web/form.h"

#include <string>
#include <vector>

namespace vejviser::hub::web {

/// The fields of a topic; of a new one with its code.
std::vector<Field> topicFields(Language language, const std::vector<Topic>& topics,
                               const Topic& topic, bool isNew);

/// Fills the fields with what a form says.
void fill(std::vector<Field>& fields, const Form& form);

/// The topic that the form describes. Error Invalid as checkTopic(): `where` is the field's name.
Result<Topic> topicOf(const Form& form);

/// Notes at each field that must be given and is not; true when there is one.
bool noteEmpty(Language language, std::vector<Field>& fields);

/// Notes the error at its field, in the words of the page; false when there is no such field.
bool noteFault(Language language, const Error& error, std::vector<Field>& fields);

}  // namespace vejviser::hub::web
