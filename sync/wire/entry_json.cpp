#include "sync/wire/entry_json.h"

#include "sync/wire/json_reader.h"

#include <nlohmann/json.hpp>

namespace vejviser::wire {

using nlohmann::json;

namespace {

constexpr const char* kFutureSchema = "future-schema";
constexpr const char* kInvalidFields = "invalid-fields";

void encodeFields(const Entry& entry, json& object) {
  const Fields& fields = entry.fields;
  const Fields defaults;
  object["topic"] = fields.topic;
  object["unit"] = code(fields.unit);
  if (!fields.branch.empty()) object["branch"] = fields.branch;
  if (fields.when) object["when"] = toMs(*fields.when);
  if (fields.doubt != Doubt::None) object["doubt"] = code(fields.doubt);
  if (entry.fieldsOf() == EntryKind::Referral) {
    object["to"] = fields.to;
    if (fields.help) object["help"] = toString(*fields.help);
    return;
  }
  if (fields.outcome != defaults.outcome) object["outcome"] = code(fields.outcome);
  object["band"] = code(fields.band);
  if (fields.people != defaults.people) object["people"] = fields.people;
}

/// The envelope: what every entry of every version has.
Entry readEnvelope(JsonReader& reader) {
  Entry entry;
  entry.id = reader.id("id");
  entry.subject = entry.id;
  entry.inst = reader.hex("inst", 16);
  entry.n = reader.integer("n", 1, INT64_MAX);
  entry.version = static_cast<int>(reader.integer("v", 1, INT32_MAX));
  entry.at = reader.instant("at");
  entry.boot = reader.hex("boot", 8);
  entry.up = milliseconds{reader.integer("up", 0, kMaxMs)};
  return entry;
}

void readFields(JsonReader& reader, Entry& entry) {
  Fields& fields = entry.fields;
  fields.topic = reader.text("topic");
  fields.unit = reader.word("unit", unitFromCode);
  fields.branch = reader.optionalText("branch").value_or("");
  if (reader.has("when")) fields.when = reader.instant("when");
  if (reader.has("doubt")) fields.doubt = reader.word("doubt", doubtFromCode);
  if (entry.fieldsOf() == EntryKind::Referral) {
    fields.to = reader.text("to");
    fields.help = reader.optionalId("help");
    return;
  }
  if (reader.has("outcome")) fields.outcome = reader.word("outcome", outcomeFromCode);
  fields.band = reader.word("band", bandFromCode);
  if (reader.has("people")) {
    fields.people = static_cast<int>(reader.integer("people", 1, kMaxPeople));
  }
}

/// True when the kind and its subject fit each other.
bool subjectFits(const Entry& entry) {
  return entry.makesSubject() == (entry.subject == entry.id) &&
         (entry.kind != EntryKind::Amend || entry.of == EntryKind::Help ||
          entry.of == EntryKind::Referral);
}

/// An entry that is not understood may still say what it is about.
Id subjectOf(const json& object, const Entry& entry) {
  JsonReader reader{object};
  const auto subject = reader.optionalId("subject");
  return reader.ok() ? subject.value_or(entry.id) : entry.id;
}

/// Reads kind and fields; the word for why they cannot be used, or empty.
std::string readMeaning(const json& object, Entry& entry) {
  JsonReader reader{object};
  const auto kind = entryKindFromCode(reader.text("kind"));
  entry.subject = subjectOf(object, entry);
  if (entry.version > kEntryVersion || !reader.ok() || !kind) return kFutureSchema;
  entry.kind = *kind;
  entry.subject = reader.optionalId("subject").value_or(entry.id);
  if (!entry.makesSubject()) entry.rev = static_cast<int>(reader.integer("rev", 1, kMaxRev));
  if (entry.kind == EntryKind::Amend) entry.of = reader.word("of", entryKindFromCode);
  if (entry.kind != EntryKind::Void) readFields(reader, entry);
  if (!reader.ok() || !subjectFits(entry) || !checkFields(entry)) return kInvalidFields;
  return {};
}

}  // namespace

std::string encodeEntry(const Entry& entry) {
  json object = {{"id", toString(entry.id)}, {"inst", entry.inst},       {"n", entry.n},
                 {"v", entry.version},       {"kind", code(entry.kind)}, {"at", toMs(entry.at)},
                 {"boot", entry.boot},       {"up", entry.up.count()}};
  if (!entry.makesSubject()) {
    object["subject"] = toString(entry.subject);
    object["rev"] = entry.rev;
  }
  if (entry.kind == EntryKind::Amend) object["of"] = code(entry.of);
  if (entry.kind != EntryKind::Void) encodeFields(entry, object);
  return object.dump();
}

Result<ReadEntry> readEntry(const json& element) {
  JsonReader reader{element};
  ReadEntry read;
  read.entry = readEnvelope(reader);
  if (!reader.ok()) return reader.error("entry");
  read.body = element.dump();
  if (read.body.size() > kMaxEntryBytes) {
    return Error{ErrorCode::Invalid, "entry", "is longer than 4096 bytes"};
  }
  read.held = readMeaning(element, read.entry);
  return read;
}

std::string withoutContent(const std::string& body) {
  const json object = parseJson(body);
  json left = {{"erased", true}};
  for (const char* key : {"id", "inst", "n", "v", "at", "boot", "up"}) left[key] = object.at(key);
  const std::string kind = object.value("kind", "");
  left["kind"] = entryKindFromCode(kind) ? kind : std::string{};
  return left.dump();
}

Result<ReadEntry> readEntry(const std::string& body) {
  return readEntry(parseJson(body));
}

}  // namespace vejviser::wire
