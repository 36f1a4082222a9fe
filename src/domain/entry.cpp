#include "src/domain/entry.h"

#include "src/base/text.h"
#include "src/domain/slip_code.h"
#include "src/domain/words.h"

namespace vejviser {

namespace {

constexpr Word<EntryKind> kKinds[] = {
    {EntryKind::Help, "help"},   {EntryKind::Referral, "referral"}, {EntryKind::Amend, "amend"},
    {EntryKind::Void, "void"},   {EntryKind::Question, "question"}, {EntryKind::Event, "event"},
    {EntryKind::Quiet, "quiet"}, {EntryKind::Reply, "reply"}};

Error wrong(const char* field, const char* why) {
  return {ErrorCode::Invalid, field, why};
}

Status checkHelp(const Fields& fields) {
  if (fields.people < 1 || fields.people > kMaxPeople) {
    return wrong("people", "must be from 1 to 99");
  }
  if (!fields.language.empty() && !isLanguage(fields.language)) {
    return wrong("language", "is not a language code");
  }
  if (fields.refusal != Refusal::None && fields.outcome != Outcome::TurnedAway) {
    return wrong("refusal", "is for those who were turned away");
  }
  return {};
}

Status checkReferral(const Fields& fields) {
  if (!isCode(fields.to)) return wrong("to", "is not a destination code");
  if (!fields.toBranch.empty() && !isCode(fields.toBranch)) {
    return wrong("to_branch", "is not a branch code");
  }
  const bool elsewhere = !fields.toBranch.empty() && fields.toBranch != fields.branch;
  if (fields.to == code(fields.unit) && !elsewhere) {
    return wrong("to", "is the unit the referral comes from");
  }
  if (fields.slip.empty() != (fields.valid_days == 0)) {
    return wrong("valid", "goes with a slip");
  }
  if (fields.valid_days < 0 || fields.valid_days > kMaxValidDays) {
    return wrong("valid", "must be from 1 to 90");
  }
  if (!fields.slip.empty() && parseSlipCode(fields.slip) != fields.slip) {
    return wrong("slip", "is not a slip code");
  }
  return {};
}

Status checkText(const std::string& text, bool mayBeEmpty) {
  if (text.empty() && !mayBeEmpty) return wrong("text", "is empty");
  if (!isPlainText(text, kLongestText)) {
    return wrong("text", "is longer than 500 bytes, or no plain text");
  }
  return {};
}

Status checkEvent(const Fields& fields) {
  const auto within = [](int n, int most) { return n >= 0 && n <= most; };
  if (!within(fields.attendance, kMaxAttendance)) {
    return wrong("attendance", "must be from 0 to 5000");
  }
  if (!within(fields.library_min, kMaxStaffMinutes)) {
    return wrong("library_min", "must be from 0 to 6000");
  }
  if (!within(fields.citizenService_min, kMaxStaffMinutes)) {
    return wrong("citizen_service_min", "must be from 0 to 6000");
  }
  return {};
}

Status checkReply(const Entry& entry) {
  if (entry.of == EntryKind::Question) return checkText(entry.fields.text, true);
  if (entry.of != EntryKind::Referral) return wrong("of", "is nothing that takes a reply");
  const bool declined = entry.fields.reception == Reception::Declined;
  if (!declined && entry.fields.decline != Decline::None) {
    return wrong("decline", "is for a referral that was declined");
  }
  return {};
}

}  // namespace

std::string_view code(EntryKind kind) {
  return codeIn<EntryKind>(kKinds, kind);
}

std::optional<EntryKind> entryKindFromCode(std::string_view text) {
  return valueIn<EntryKind>(kKinds, text);
}

bool makesSubject(EntryKind kind) {
  return kind != EntryKind::Amend && kind != EntryKind::Void && kind != EntryKind::Reply;
}

bool takesReply(EntryKind kind) {
  return kind == EntryKind::Referral || kind == EntryKind::Question;
}

int versionOf(const Entry& entry) {
  constexpr int kFirst = 1;
  constexpr int kSecond = 2;
  if (entry.kind == EntryKind::Void) return kFirst;
  const EntryKind kind = entry.fieldsOf();
  if (kind != EntryKind::Help && kind != EntryKind::Referral) return kSecond;
  Fields old = entry.fields;  // without all that the first version had
  old.topic.clear();
  old.unit = Unit::Library;
  old.branch.clear();
  old.outcome = Outcome::Guided;
  old.band = Band::To15;
  old.people = 1;
  old.to.clear();
  old.help.reset();
  old.when.reset();
  old.doubt = Doubt::None;
  return old == Fields{} ? kFirst : kSecond;
}

Status checkFields(const Entry& entry) {
  if (entry.kind == EntryKind::Void) return {};
  const Fields& fields = entry.fields;
  const EntryKind kind = entry.fieldsOf();
  const bool about = kind != EntryKind::Quiet && kind != EntryKind::Reply;
  if (about && !isCode(fields.topic)) return wrong("topic", "is not a topic code");
  if (!fields.branch.empty() && !isCode(fields.branch)) {
    return wrong("branch", "is not a branch code");
  }
  if (!fields.role.empty() && !isCode(fields.role)) return wrong("role", "is not a role code");
  if (fields.when && !isTime(*fields.when)) return wrong("when", "must be from 1970 to 2100");
  switch (kind) {
    case EntryKind::Help:
      return checkHelp(fields);
    case EntryKind::Referral:
      return checkReferral(fields);
    case EntryKind::Question:
      return checkText(fields.text, false);
    case EntryKind::Event:
      return checkEvent(fields);
    case EntryKind::Reply:
      return checkReply(entry);
    case EntryKind::Quiet:
    case EntryKind::Amend:
    case EntryKind::Void:
      return {};
  }
  return {};
}

}  // namespace vejviser
