#include "src/domain/entry.h"

namespace vejviser {

std::string_view code(EntryKind kind) {
  switch (kind) {
    case EntryKind::Help:
      return "help";
    case EntryKind::Referral:
      return "referral";
    case EntryKind::Amend:
      return "amend";
    case EntryKind::Void:
      return "void";
  }
  return {};
}

std::optional<EntryKind> entryKindFromCode(std::string_view text) {
  for (EntryKind kind : {EntryKind::Help, EntryKind::Referral, EntryKind::Amend, EntryKind::Void}) {
    if (code(kind) == text) return kind;
  }
  return std::nullopt;
}

Status checkFields(const Entry& entry) {
  if (entry.kind == EntryKind::Void) return {};
  const Fields& fields = entry.fields;
  const auto wrong = [](const char* field, const char* why) {
    return Error{ErrorCode::Invalid, field, why};
  };
  if (!isCode(fields.topic)) return wrong("topic", "is not a topic code");
  if (!fields.branch.empty() && !isCode(fields.branch)) {
    return wrong("branch", "is not a branch code");
  }
  if (fields.when && !isTime(*fields.when)) return wrong("when", "must be from 1970 to 2100");
  if (fields.people < 1 || fields.people > kMaxPeople) {
    return wrong("people", "must be from 1 to 99");
  }
  if (entry.fieldsOf() == EntryKind::Referral) {
    if (!isCode(fields.to)) return wrong("to", "is not a destination code");
    if (fields.to == code(fields.unit)) return wrong("to", "is the unit the referral comes from");
  }
  return {};
}

}  // namespace vejviser
