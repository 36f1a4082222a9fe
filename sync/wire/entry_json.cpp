#include "sync/wire/entry_json.h"

#include "sync/wire/json_reader.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string_view>

namespace vejviser::wire {

using nlohmann::json;

namespace {

constexpr const char* kFutureSchema = "future-schema";
constexpr const char* kInvalidFields = "invalid-fields";

/// Writes a member unless it has its default.
template <class Value, class Write>
void put(json& object, const char* key, const Value& value, const Value& otherwise, Write write) {
  if (value != otherwise) object[key] = write(value);
}

template <class Word>
void putWord(json& object, const char* key, Word value, Word otherwise) {
  put(object, key, value, otherwise, [](Word word) { return code(word); });
}

template <class Value>
void putValue(json& object, const char* key, const Value& value, const Value& otherwise) {
  put(object, key, value, otherwise, [](const Value& plain) { return plain; });
}

void putId(json& object, const char* key, const std::optional<Id>& id) {
  if (id) object[key] = toString(*id);
}

const Fields kDefaults;

void encodeHelp(const Fields& fields, json& object) {
  putWord(object, "outcome", fields.outcome, kDefaults.outcome);
  object["band"] = code(fields.band);
  putWord(object, "timing", fields.timing, kDefaults.timing);
  putValue(object, "people", fields.people, kDefaults.people);
  putWord(object, "act", fields.act, kDefaults.act);
  putWord(object, "channel", fields.channel, kDefaults.channel);
  putWord(object, "room", fields.room, kDefaults.room);
  putValue(object, "language", fields.language, kDefaults.language);
  putWord(object, "refusal", fields.refusal, kDefaults.refusal);
  putId(object, "contact", fields.contact);
}

void encodeReferral(const Fields& fields, json& object) {
  object["to"] = fields.to;
  putValue(object, "to_branch", fields.toBranch, kDefaults.toBranch);
  putId(object, "help", fields.help);
  putValue(object, "slip", fields.slip, kDefaults.slip);
  putValue(object, "valid", fields.valid_days, kDefaults.valid_days);
}

void encodeQuestion(const Fields& fields, json& object) {
  object["text"] = fields.text;
  putValue(object, "wanted", fields.wanted, kDefaults.wanted);
  putId(object, "help", fields.help);
}

void encodeEvent(const Fields& fields, json& object) {
  putWord(object, "audience", fields.audience, kDefaults.audience);
  putValue(object, "attendance", fields.attendance, kDefaults.attendance);
  putValue(object, "library_min", fields.library_min, kDefaults.library_min);
  putValue(object, "citizen_service_min", fields.citizenService_min, kDefaults.citizenService_min);
}

void encodeReply(EntryKind of, const Fields& fields, json& object) {
  if (of == EntryKind::Question) {
    object["text"] = fields.text;
    return;
  }
  object["reception"] = code(fields.reception);
  putWord(object, "decline", fields.decline, kDefaults.decline);
  putWord(object, "outcome", fields.outcome, kDefaults.outcome);
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

/// Reads a word unless it is not there.
template <class Word, class FromCode>
void takeWord(JsonReader& reader, const char* key, Word& value, FromCode fromCode) {
  if (reader.has(key)) value = reader.word(key, fromCode);
}

void takeNumber(JsonReader& reader, const char* key, int& value, int most) {
  if (reader.has(key)) value = static_cast<int>(reader.integer(key, 0, most));
}

void readHelp(JsonReader& reader, Fields& fields) {
  takeWord(reader, "outcome", fields.outcome, outcomeFromCode);
  fields.band = reader.word("band", bandFromCode);
  takeWord(reader, "timing", fields.timing, timingFromCode);
  takeNumber(reader, "people", fields.people, kMaxPeople);
  takeWord(reader, "act", fields.act, actFromCode);
  takeWord(reader, "channel", fields.channel, channelFromCode);
  takeWord(reader, "room", fields.room, roomFromCode);
  fields.language = reader.optionalText("language").value_or("");
  takeWord(reader, "refusal", fields.refusal, refusalFromCode);
  fields.contact = reader.optionalId("contact");
}

void readReferral(JsonReader& reader, Fields& fields) {
  fields.to = reader.text("to");
  fields.toBranch = reader.optionalText("to_branch").value_or("");
  fields.help = reader.optionalId("help");
  fields.slip = reader.optionalText("slip").value_or("");
  takeNumber(reader, "valid", fields.valid_days, kMaxValidDays);
}

void readQuestion(JsonReader& reader, Fields& fields) {
  fields.text = reader.text("text");
  fields.wanted = reader.boolean("wanted", false);
  fields.help = reader.optionalId("help");
}

void readEvent(JsonReader& reader, Fields& fields) {
  takeWord(reader, "audience", fields.audience, audienceFromCode);
  takeNumber(reader, "attendance", fields.attendance, kMaxAttendance);
  takeNumber(reader, "library_min", fields.library_min, kMaxStaffMinutes);
  takeNumber(reader, "citizen_service_min", fields.citizenService_min, kMaxStaffMinutes);
}

void readReply(JsonReader& reader, EntryKind of, Fields& fields) {
  if (of == EntryKind::Question) {
    fields.text = reader.text("text");
    return;
  }
  fields.reception = reader.word("reception", receptionFromCode);
  takeWord(reader, "decline", fields.decline, declineFromCode);
  takeWord(reader, "outcome", fields.outcome, outcomeFromCode);
}

/// True for entries that say what kind their subject is.
bool names(EntryKind kind) {
  return kind == EntryKind::Amend || kind == EntryKind::Reply;
}

/// True when the kind and its subject fit each other.
bool subjectFits(const Entry& entry) {
  return entry.makesSubject() == (entry.subject == entry.id) &&
         (entry.kind != EntryKind::Amend || makesSubject(entry.of)) &&
         (entry.kind != EntryKind::Reply || takesReply(entry.of));
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
  if (names(entry.kind)) entry.of = reader.word("of", entryKindFromCode);
  if (entry.kind != EntryKind::Void) entry.fields = readFields(reader, entry.fieldsOf(), entry.of);
  if (!reader.ok() || !subjectFits(entry) || !checkFields(entry)) return kInvalidFields;
  return {};
}

/// Members that hold ids and codes in entries that are as they should be.
constexpr std::array<std::string_view, 26> kCoded = {
    "id",     "inst",     "boot",      "kind",      "of",      "subject", "topic",
    "unit",   "branch",   "role",      "doubt",     "outcome", "band",    "act",
    "timing", "room",     "help",      "channel",   "contact", "refusal", "to",
    "slip",   "audience", "to_branch", "reception", "decline"};

bool isCoded(std::string_view key, const std::string& value) {
  const bool known = std::find(kCoded.begin(), kCoded.end(), key) != kCoded.end();
  return known && std::all_of(value.begin(), value.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '-' || c == '_';
         });
}

void addOwnWords(const json& value, std::string_view key, std::string& words) {
  if (value.is_object()) {
    for (const auto& [name, member] : value.items()) addOwnWords(member, name, words);
  } else if (value.is_array()) {
    for (const json& member : value) addOwnWords(member, key, words);
  } else if (value.is_string()) {
    const auto& text = value.get_ref<const std::string&>();
    if (text.empty() || isCoded(key, text)) return;
    words.append(words.empty() ? "" : "\n").append(text);
  }
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
  if (names(entry.kind)) object["of"] = code(entry.of);
  if (entry.kind != EntryKind::Void) {
    encodeFields(entry.fieldsOf(), entry.of, entry.fields, object);
  }
  return object.dump();
}

void encodeFields(EntryKind kind, EntryKind of, const Fields& fields, json& object) {
  if (kind != EntryKind::Quiet && kind != EntryKind::Reply) object["topic"] = fields.topic;
  object["unit"] = code(fields.unit);
  putValue(object, "branch", fields.branch, kDefaults.branch);
  putValue(object, "role", fields.role, kDefaults.role);
  if (fields.when) object["when"] = toMs(*fields.when);
  putWord(object, "doubt", fields.doubt, kDefaults.doubt);
  if (kind == EntryKind::Help) encodeHelp(fields, object);
  if (kind == EntryKind::Referral) encodeReferral(fields, object);
  if (kind == EntryKind::Question) encodeQuestion(fields, object);
  if (kind == EntryKind::Event) encodeEvent(fields, object);
  if (kind == EntryKind::Reply) encodeReply(of, fields, object);
}

Fields readFields(JsonReader& reader, EntryKind kind, EntryKind of) {
  Fields fields;
  if (kind != EntryKind::Quiet && kind != EntryKind::Reply) fields.topic = reader.text("topic");
  fields.unit = reader.word("unit", unitFromCode);
  fields.branch = reader.optionalText("branch").value_or("");
  fields.role = reader.optionalText("role").value_or("");
  if (reader.has("when")) fields.when = reader.instant("when");
  takeWord(reader, "doubt", fields.doubt, doubtFromCode);
  if (kind == EntryKind::Help) readHelp(reader, fields);
  if (kind == EntryKind::Referral) readReferral(reader, fields);
  if (kind == EntryKind::Question) readQuestion(reader, fields);
  if (kind == EntryKind::Event) readEvent(reader, fields);
  if (kind == EntryKind::Reply) readReply(reader, of, fields);
  return fields;
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

std::string ownWords(const std::string& body) {
  std::string words;
  addOwnWords(parseJson(body), {}, words);
  return words;
}

std::string withText(const std::string& body, const std::string& text) {
  json object = parseJson(body);
  object["text"] = text;
  return object.dump();
}

Result<ReadEntry> readEntry(const std::string& body) {
  return readEntry(parseJson(body));
}

}  // namespace vejviser::wire
