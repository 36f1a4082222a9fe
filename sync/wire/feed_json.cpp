#include "sync/wire/feed_json.h"

#include "sync/wire/entry_json.h"
#include "sync/wire/json_reader.h"

#include <nlohmann/json.hpp>

namespace vejviser::wire {

using nlohmann::json;

namespace {

constexpr int kHighestOrder = 100'000;

std::string homeUnit(const Topic& topic) {
  if (topic.library && topic.citizenService) return "both";
  return std::string{code(topic.library ? Unit::Library : Unit::CitizenService)};
}

/// Members that not every topic has.
void encodeValidity(const Topic& topic, json& object) {
  for (const auto& [key, day] :
       {std::pair{"valid_from", &topic.validFrom}, std::pair{"valid_to", &topic.validTo},
        std::pair{"checked_on", &topic.checkedOn}}) {
    if (*day) object[key] = toString(**day);
  }
  if (!topic.owner.empty()) object["owner"] = topic.owner;
  if (!topic.replacedBy.empty()) object["replaced_by"] = topic.replacedBy;
}

json encodeTopic(const Topic& topic, int order) {
  json object = {{"order", order},
                 {"name_da", topic.nameDa},
                 {"name_en", topic.nameEn},
                 {"group", topic.group},
                 {"authority", topic.authority},
                 {"heavy", topic.heavy},
                 {"home_unit", homeUnit(topic)},
                 {"kle", topic.kle},
                 {"self_service", topic.selfService},
                 {"minutes", topic.minutes}};
  encodeValidity(topic, object);
  return object;
}

/// What a standing and its reply have alike.
template <class Stands>
json encodeTop(const Stands& stands) {
  return {{"at", toMs(stands.at)}, {"rev", stands.rev}, {"top", toString(stands.top)}};
}

json encodeStanding(const Standing& standing) {
  json object = encodeTop(standing);
  object["kind"] = code(standing.kind);
  encodeFields(standing.kind, standing.kind, standing.fields, object);
  if (standing.reply) {
    json reply = encodeTop(*standing.reply);
    reply["first"] = toMs(standing.reply->first);
    encodeFields(EntryKind::Reply, standing.kind, standing.reply->fields, reply);
    object["reply"] = std::move(reply);
  }
  return object;
}

struct Encoder {
  json operator()(const TopicRow& row) const {
    return {"topic", row.id, row.topic ? encodeTopic(*row.topic, row.order) : json{}};
  }
  json operator()(const BranchRow& row) const {
    return {"branch", row.code, row.branch ? json{{"name", row.branch->name}} : json{}};
  }
  json operator()(const MunicipalityRow& row) const {
    return {"municipality", "", json{{"name", row.name}}};
  }
  json operator()(const SubjectRow& row) const {
    return {"subject", toString(row.subject),
            row.standing ? encodeStanding(*row.standing) : json{}};
  }
  json operator()(const DocumentRow& row) const {
    return {"document", row.name, row.text ? json{{"text", *row.text}} : json{}};
  }
  json operator()(const CellRow& row) const {
    return {"cell", toString(row.cell.key), row.cell.n == 0 ? json{} : json{{"n", row.cell.n}}};
  }
};

using Read = Result<std::optional<FeedRow>>;

void readValidity(JsonReader& reader, Topic& topic) {
  for (const auto& [key, member] :
       {std::pair{"valid_from", &Topic::validFrom}, std::pair{"valid_to", &Topic::validTo},
        std::pair{"checked_on", &Topic::checkedOn}}) {
    const auto text = reader.optionalText(key);
    if (!text) continue;
    topic.*member = parseDay(*text);
    if (!(topic.*member)) reader.fail(key, "is not a day");
  }
  topic.owner = reader.optionalText("owner").value_or("");
  topic.replacedBy = reader.optionalText("replaced_by").value_or("");
}

Read readTopicRow(const std::string& key, const json& value) {
  if (!isCode(key)) return Error{ErrorCode::Invalid, "rows", "a topic's key is not a code"};
  if (value.is_null()) return {FeedRow{TopicRow{key, 0, std::nullopt}}};
  JsonReader reader{value};
  Topic topic;
  topic.id = key;
  topic.nameDa = reader.text("name_da");
  topic.nameEn = reader.text("name_en");
  topic.group = reader.text("group");
  topic.authority = reader.boolean("authority", false);
  topic.heavy = reader.boolean("heavy", false);
  const std::string home = reader.text("home_unit");
  topic.library = home != code(Unit::CitizenService);
  topic.citizenService = home != code(Unit::Library);
  topic.kle = reader.text("kle");
  topic.selfService = reader.text("self_service");
  topic.minutes = static_cast<int>(reader.integer("minutes", 1, 1440));
  readValidity(reader, topic);
  const int order = static_cast<int>(reader.integer("order", 0, kHighestOrder));
  if (!reader.ok()) return reader.error("rows: topic " + key);
  return {FeedRow{TopicRow{key, order, topic}}};
}

Read readBranchRow(const std::string& key, const json& value) {
  if (!isCode(key)) return Error{ErrorCode::Invalid, "rows", "a branch's key is not a code"};
  if (value.is_null()) return {FeedRow{BranchRow{key, std::nullopt}}};
  JsonReader reader{value};
  const std::string name = reader.text("name");
  if (!reader.ok()) return reader.error("rows: branch " + key);
  return {FeedRow{BranchRow{key, Branch{key, name}}}};
}

Read readMunicipalityRow(const json& value) {
  JsonReader reader{value};
  const std::string name = reader.text("name");
  if (!reader.ok()) return reader.error("rows: municipality");
  return {FeedRow{MunicipalityRow{name}}};
}

Read readCellRow(const std::string& key, const json& value) {
  const auto cell_key = parseCellKey(key);
  if (!cell_key) return {std::optional<FeedRow>{}};  // a series that a newer hub counts
  if (value.is_null()) return {FeedRow{CellRow{{*cell_key, 0}}}};
  JsonReader reader{value};
  const std::int64_t n = reader.integer("n", -kMostInACell, kMostInACell);
  if (!reader.ok()) return reader.error("rows: cell " + key);
  return {FeedRow{CellRow{{*cell_key, n}}}};
}

template <class Stands>
void readTop(JsonReader& reader, Stands& stands) {
  stands.at = reader.instant("at");
  stands.rev = static_cast<int>(reader.integer("rev", 0, kMaxRev));
  stands.top = reader.id("top");
}

Read readSubjectRow(const std::string& key, const json& value) {
  const auto subject = parseId(key);
  if (!subject) return Error{ErrorCode::Invalid, "rows", "a subject's key is not an id"};
  if (value.is_null()) return {FeedRow{SubjectRow{*subject, std::nullopt}}};
  JsonReader reader{value};
  const auto kind = entryKindFromCode(reader.text("kind"));
  if (!kind || !isShared(*kind)) return {std::optional<FeedRow>{}};  // of a newer hub
  Standing standing;
  standing.kind = *kind;
  readTop(reader, standing);
  standing.fields = readFields(reader, *kind, *kind);
  if (!reader.ok()) return reader.error("rows: subject " + key);
  if (const auto reply = value.find("reply"); reply != value.end()) {
    JsonReader inner{*reply};
    standing.reply.emplace();
    readTop(inner, *standing.reply);
    standing.reply->first = inner.instant("first");
    standing.reply->fields = readFields(inner, EntryKind::Reply, *kind);
    if (!inner.ok()) return inner.error("rows: reply to " + key);
  }
  return {FeedRow{SubjectRow{*subject, standing}}};
}

Read readDocumentRow(const std::string& key, const json& value) {
  if (!isCode(key)) return Error{ErrorCode::Invalid, "rows", "a document's key is not a code"};
  if (value.is_null()) return {FeedRow{DocumentRow{key, std::nullopt}}};
  JsonReader reader{value};
  std::string text = reader.document("text");
  if (!reader.ok()) return reader.error("rows: document " + key);
  if (text.size() > kLongestDocument) return {std::optional<FeedRow>{}};  // of a newer hub
  return {FeedRow{DocumentRow{key, std::move(text)}}};
}

}  // namespace

json encodeRow(const FeedRow& row) {
  return std::visit(Encoder{}, row);
}

Read readRow(const json& element) {
  const bool whole =
      element.is_array() && element.size() == 3 && element[0].is_string() && element[1].is_string();
  if (!whole) return Error{ErrorCode::Invalid, "rows", "an element is not [table, key, value]"};
  const auto& table = element[0].get_ref<const std::string&>();
  const auto& key = element[1].get_ref<const std::string&>();
  if (table == "cell") return readCellRow(key, element[2]);
  if (table == "topic") return readTopicRow(key, element[2]);
  if (table == "branch") return readBranchRow(key, element[2]);
  if (table == "subject") return readSubjectRow(key, element[2]);
  if (table == "document") return readDocumentRow(key, element[2]);
  if (table == "municipality") return readMunicipalityRow(element[2]);
  return {std::optional<FeedRow>{}};
}

}  // namespace vejviser::wire
