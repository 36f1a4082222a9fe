#include "src/domain/catalogue.h"

#include "src/base/text.h"

#include <algorithm>
#include <array>
#include <set>

namespace vejviser {

namespace {

enum Column : std::size_t {
  Id,
  NameDa,
  NameEn,
  Group,
  Authority,
  Weight,
  HomeUnit,
  Kle,
  SelfService,
  Minutes,
  ValidFrom,
  ValidTo,
  CheckedOn,
  Owner,
  ReplacedBy,
  Columns
};
constexpr std::size_t kFewestColumns = ValidFrom;

constexpr std::array<std::string_view, Columns> kColumns = {
    "id",         "name_da",   "name_en",    "group",        "authority",
    "weight",     "home_unit", "kle",        "self_service", "typical_minutes",
    "valid_from", "valid_to",  "checked_on", "owner",        "replaced_by"};

constexpr std::size_t kLongestName = 120;
constexpr int kMostMinutes = 480;

using Row = std::vector<std::string>;

Error fault(std::size_t line, std::string_view column, const std::string& why) {
  return {ErrorCode::Invalid, "catalogue line " + std::to_string(line),
          std::string{column} + " " + why};
}

Error wrong(Column column, const std::string& why) {
  return {ErrorCode::Invalid, std::string{kColumns[column]}, why};
}

/// One of two words; the error names both.
Result<bool> eitherOf(const std::string& text, const char* yes, const char* no, Column column) {
  if (text == yes) return true;
  if (text == no) return false;
  return wrong(column, "is '" + text + "', must be " + yes + " or " + no);
}

Result<int> readMinutes(const std::string& text) {
  const auto minutes = wholeNumber<int>(text);
  if (!minutes) return wrong(Minutes, "is '" + text + "', must be 1 to 480");
  return *minutes;
}

Result<std::optional<Day>> readDay(const std::string& text, Column column) {
  if (text.empty()) return std::optional<Day>{};
  const auto day = parseDay(text);
  if (!day) return wrong(column, "is '" + text + "', must be a day such as 2026-11-24");
  return day;
}

Status readWords(const Row& row, Topic& topic) {
  const auto authority = eitherOf(row[Authority], "yes", "no", Authority);
  if (!authority) return authority.error();
  const auto heavy = eitherOf(row[Weight], "heavy", "light", Weight);
  if (!heavy) return heavy.error();
  const auto minutes = readMinutes(row[Minutes]);
  if (!minutes) return minutes.error();
  const auto home = unitFromCode(row[HomeUnit]);
  if (!home && row[HomeUnit] != "both") {
    return wrong(HomeUnit, "is '" + row[HomeUnit] + "', must be library, citizen_service or both");
  }
  topic.authority = *authority;
  topic.heavy = *heavy;
  topic.minutes = *minutes;
  topic.library = home != Unit::CitizenService;
  topic.citizenService = home != Unit::Library;
  return {};
}

Status readValidity(const Row& row, Topic& topic) {
  for (const auto& [column, member] :
       {std::pair{ValidFrom, &Topic::validFrom}, std::pair{ValidTo, &Topic::validTo},
        std::pair{CheckedOn, &Topic::checkedOn}}) {
    auto day = readDay(row[column], column);
    if (!day) return day.error();
    topic.*member = *day;
  }
  topic.owner = row[Owner];
  topic.replacedBy = row[ReplacedBy];
  return {};
}

Result<Topic> readTopic(const Row& row) {
  Topic topic;
  topic.id = row[Id];
  topic.nameDa = row[NameDa];
  topic.nameEn = row[NameEn];
  topic.group = row[Group];
  topic.kle = row[Kle];
  topic.selfService = row[SelfService];
  if (const Status read = readWords(row, topic); !read) return read.error();
  if (row.size() == Columns) {
    if (const Status read = readValidity(row, topic); !read) return read.error();
  }
  if (const Status fit = checkTopic(topic); !fit) return fit.error();
  return topic;
}

bool isHeading(const Row& row) {
  return (row.size() == kFewestColumns || row.size() == Columns) &&
         std::equal(row.begin(), row.end(), kColumns.begin());
}

std::string dayText(const std::optional<Day>& day) {
  return day ? toString(*day) : std::string{};
}

std::string homeUnit(const Topic& topic) {
  if (topic.library && topic.citizenService) return "both";
  return std::string{code(topic.library ? Unit::Library : Unit::CitizenService)};
}

}  // namespace

Catalogue::Catalogue(std::vector<Topic> topics) : m_topics(std::move(topics)) {
  for (std::size_t i = 0; i < m_topics.size(); ++i) m_places.emplace(m_topics[i].id, i);
}

const Topic* Catalogue::find(std::string_view id) const {
  const auto it = m_places.find(std::string{id});
  return it == m_places.end() ? nullptr : &m_topics[it->second];
}

const Topic* Catalogue::heir(std::string_view id) const {
  const Topic* topic = find(id);
  // A catalogue with a ring of bridges is refused; one that came from elsewhere must not hang us.
  for (std::size_t steps = 0; topic != nullptr && steps < m_topics.size(); ++steps) {
    const Topic* next = topic->replacedBy.empty() ? nullptr : find(topic->replacedBy);
    if (next == nullptr) break;
    topic = next;
  }
  return topic;
}

Status checkTopic(const Topic& topic) {
  if (!isCode(topic.id)) return wrong(Id, "'" + topic.id + "' is not a code");
  if (!isCode(topic.group)) return wrong(Group, "'" + topic.group + "' is not a code");
  for (const auto& [column, text] :
       {std::pair{NameDa, &topic.nameDa}, std::pair{NameEn, &topic.nameEn},
        std::pair{Kle, &topic.kle}, std::pair{SelfService, &topic.selfService},
        std::pair{Owner, &topic.owner}}) {
    const bool name = column == NameDa || column == NameEn;
    if (name && text->empty()) return wrong(column, "is empty");
    if (text->size() > kLongestName) return wrong(column, "is too long");
    if (!isPlainText(*text, kLongestName)) {
      return wrong(column, "holds a line break or is not UTF-8");
    }
  }
  if (topic.minutes < 1 || topic.minutes > kMostMinutes) {
    return wrong(Minutes, "is '" + std::to_string(topic.minutes) + "', must be 1 to 480");
  }
  if (topic.validFrom && topic.validTo && *topic.validTo < *topic.validFrom) {
    return wrong(ValidTo, "is before valid_from");
  }
  if (!topic.replacedBy.empty() && !isCode(topic.replacedBy)) {
    return wrong(ReplacedBy, "'" + topic.replacedBy + "' is not a code");
  }
  return {};
}

Status checkBridges(const Catalogue& catalogue) {
  for (const Topic& topic : catalogue.topics()) {
    if (topic.replacedBy.empty()) continue;
    if (catalogue.find(topic.replacedBy) == nullptr) {
      return Error{ErrorCode::Invalid, topic.id,
                   "replaced_by '" + topic.replacedBy + "' is not in the catalogue"};
    }
  }
  for (const Topic& topic : catalogue.topics()) {
    // Only in a ring does the way end at a topic that has a bridge.
    if (!catalogue.heir(topic.id)->replacedBy.empty()) {
      return Error{ErrorCode::Invalid, topic.id, "replaced_by leads in a ring"};
    }
  }
  return {};
}

Result<Catalogue> readCatalogue(const std::vector<Row>& rows) {
  if (rows.empty() || !isHeading(rows[0])) {
    return fault(1, "must name the columns", "id,name_da,name_en,group,... in this order");
  }
  if (rows.size() == 1) return fault(1, "is followed by", "no topics");
  if (rows.size() > kMostTopics) return fault(kMostTopics, "is", "more than a catalogue may hold");
  std::vector<Topic> topics;
  std::set<std::string> seen;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (rows[i].size() != rows[0].size()) {
      return fault(
          i + 1, "has",
          std::to_string(rows[i].size()) + " columns instead of " + std::to_string(rows[0].size()));
    }
    auto topic = readTopic(rows[i]);
    if (!topic) return fault(i + 1, topic.error().where, topic.error().detail);
    if (!seen.insert(topic->id).second) {
      return fault(i + 1, kColumns[Id], "'" + topic->id + "' stands twice");
    }
    topics.push_back(std::move(*topic));
  }
  return Catalogue{std::move(topics)};
}

bool tellsValidity(const std::vector<Row>& rows) {
  return !rows.empty() && rows[0].size() == Columns;
}

std::vector<Row> catalogueRows(const std::vector<Topic>& topics) {
  std::vector<Row> rows = {{kColumns.begin(), kColumns.end()}};
  for (const Topic& topic : topics) {
    rows.push_back({topic.id, topic.nameDa, topic.nameEn, topic.group,
                    topic.authority ? "yes" : "no", topic.heavy ? "heavy" : "light",
                    homeUnit(topic), topic.kle, topic.selfService, std::to_string(topic.minutes),
                    dayText(topic.validFrom), dayText(topic.validTo), dayText(topic.checkedOn),
                    topic.owner, topic.replacedBy});
  }
  return rows;
}

}  // namespace vejviser
