#include "src/domain/import_matching.h"

#include "src/domain/search.h"

#include <algorithm>
#include <sstream>
#include <vector>

namespace vejviser {

namespace {

/// A shorter part of a name ("af", "de") is a word like any other.
constexpr std::size_t kShortestName = 3;

std::vector<std::string> wordsOf(std::string_view text) {
  std::istringstream words{foldForSearch(text)};
  std::vector<std::string> result;
  for (std::string word; words >> word;) result.push_back(word);
  return result;
}

}  // namespace

void MainRun::close() {
  std::size_t most = 0;
  auto start = m_rows.begin();
  while (start != m_rows.end()) {
    auto end = start;
    Day last = start->first;
    std::size_t rows = 0;
    for (; end != m_rows.end() && end->first - last <= m_gap; ++end) {
      rows += end->second;
      last = end->first;
    }
    if (rows > most) {
      most = rows;
      m_first = start->first;
      m_last = last;
    }
    start = end;
  }
}

std::optional<std::string> doubtAbout(Instant when, const MainRun& run,
                                      std::optional<Instant> now) {
  if (now && when > *now) return "lies in the time to come";
  const Day day = toLocal(when).day;
  if (run.contains(day)) return std::nullopt;
  return "the clock says " + toString(day) + ", far from the rest of the file";
}

TopicFinder::TopicFinder(const Catalogue& catalogue,
                         const std::map<std::string, std::string>& mapping) {
  for (const Topic& topic : catalogue.topics()) {
    for (const std::string& name : {topic.id, topic.nameDa, topic.nameEn}) {
      m_names.emplace(foldForSearch(name), topic.id);
    }
  }
  for (const auto& [name, topic] : mapping) m_names[name] = topic;
}

std::optional<std::string> TopicFinder::find(const std::string& name) const {
  const auto whole = m_names.find(foldForSearch(name));
  if (whole != m_names.end()) return whole->second;
  const std::size_t colon = name.find(": ");
  if (colon == std::string::npos) return std::nullopt;
  const auto tail = m_names.find(foldForSearch(std::string_view{name}.substr(colon + 1)));
  return tail == m_names.end() ? std::nullopt : std::optional{tail->second};
}

void NamedPersons::add(std::string_view person) {
  const std::vector<std::string> words = wordsOf(person.substr(0, person.find('@')));
  for (const std::string& word : words) {
    const bool digits = word.find_first_not_of("0123456789") == std::string::npos;
    const bool part = words.size() == 1 || word.size() >= kShortestName;
    if (part && !digits) m_words.insert(word);
  }
}

std::string NamedPersons::withoutPersons(const std::string& text) const {
  const std::vector<std::string> words = wordsOf(text);
  const bool named = std::any_of(words.begin(), words.end(), [this](const std::string& word) {
    return m_words.contains(word);
  });
  return named || text.find('@') != std::string::npos ? "(names a person)" : text;
}

}  // namespace vejviser
