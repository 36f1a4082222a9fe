#include "src/domain/catalogue.h"

#include "src/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace vejviser {

namespace {

constexpr std::array<std::string_view, 10> kColumns = {
    "id",     "name_da",   "name_en", "group",        "authority",
    "weight", "home_unit", "kle",     "self_service", "typical_minutes"};

constexpr std::size_t kLongestName = 120;
constexpr std::size_t kMostTopics = 2000;  // many times the 88 built in; a bound, not a plan
constexpr int kMostMinutes = 480;

Error fault(std::size_t line, std::string_view column, const std::string& why) {
  return {ErrorCode::Invalid, "catalogue line " + std::to_string(line),
          std::string{column} + " " + why};
}

/// One of two words; the error names both.
Result<bool> eitherOf(const std::string& text, const char* yes, const char* no, std::size_t line,
                      std::string_view column) {
  if (text == yes) return true;
  if (text == no) return false;
  return fault(line, column, "is '" + text + "', must be " + yes + " or " + no);
}

Result<int> readMinutes(const std::string& text, std::size_t line) {
  int minutes = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), minutes);
  if (error != std::errc{} || end != text.data() + text.size() || minutes < 1 ||
      minutes > kMostMinutes) {
    return fault(line, kColumns[9], "is '" + text + "', must be 1 to 480");
  }
  return minutes;
}

Result<Topic> readTopic(const std::vector<std::string>& row, std::size_t line) {
  if (row.size() != kColumns.size()) {
    return fault(line, "has", std::to_string(row.size()) + " columns instead of 10");
  }
  Topic topic;
  topic.id = row[0];
  topic.nameDa = row[1];
  topic.nameEn = row[2];
  topic.group = row[3];
  topic.kle = row[7];
  topic.selfService = row[8];
  if (!isCode(topic.id)) return fault(line, kColumns[0], "'" + row[0] + "' is not a code");
  if (!isCode(topic.group)) return fault(line, kColumns[3], "'" + row[3] + "' is not a code");
  for (std::size_t i : {1U, 2U, 7U, 8U}) {
    const bool name = i < 3;
    if (name && row[i].empty()) return fault(line, kColumns[i], "is empty");
    if (row[i].size() > kLongestName) return fault(line, kColumns[i], "is too long");
    if (!isPlainText(row[i], kLongestName)) {
      return fault(line, kColumns[i], "holds a line break or is not UTF-8");
    }
  }
  const auto authority = eitherOf(row[4], "yes", "no", line, kColumns[4]);
  if (!authority) return authority.error();
  const auto heavy = eitherOf(row[5], "heavy", "light", line, kColumns[5]);
  if (!heavy) return heavy.error();
  const auto minutes = readMinutes(row[9], line);
  if (!minutes) return minutes.error();
  topic.authority = *authority;
  topic.heavy = *heavy;
  topic.minutes = *minutes;
  const auto home = unitFromCode(row[6]);
  if (!home && row[6] != "both") {
    return fault(line, kColumns[6],
                 "is '" + row[6] + "', must be library, citizen_service or both");
  }
  topic.library = home != Unit::CitizenService;
  topic.citizenService = home != Unit::Library;
  return topic;
}

}  // namespace

Catalogue::Catalogue(std::vector<Topic> topics) : m_topics(std::move(topics)) {
  for (std::size_t i = 0; i < m_topics.size(); ++i) m_places.emplace(m_topics[i].id, i);
}

const Topic* Catalogue::find(std::string_view id) const {
  const auto it = m_places.find(std::string{id});
  return it == m_places.end() ? nullptr : &m_topics[it->second];
}

Result<Catalogue> readCatalogue(const std::vector<std::vector<std::string>>& rows) {
  if (rows.empty() ||
      !std::equal(rows[0].begin(), rows[0].end(), kColumns.begin(), kColumns.end())) {
    return fault(1, "must name the columns", "id,name_da,name_en,group,... in this order");
  }
  if (rows.size() == 1) return fault(1, "is followed by", "no topics");
  if (rows.size() > kMostTopics) return fault(kMostTopics, "is", "more than a catalogue may hold");
  std::vector<Topic> topics;
  std::set<std::string> seen;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    auto topic = readTopic(rows[i], i + 1);
    if (!topic) return topic.error();
    if (!seen.insert(topic->id).second) {
      return fault(i + 1, kColumns[0], "'" + topic->id + "' stands twice");
    }
    topics.push_back(std::move(*topic));
  }
  return Catalogue{std::move(topics)};
}

}  // namespace vejviser
