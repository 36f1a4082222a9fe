#include "src/store/question_index.h"

#include "platform/sqlite.h"
#include "src/domain/search.h"

#include <sstream>

namespace vejviser::store {

using platform::run;

std::int64_t indexNumber(const Id& subject) {
  std::uint64_t number = 0;  // of the half of an id that is random
  for (std::size_t i = 8; i < subject.bytes.size(); ++i) number = number << 8 | subject.bytes[i];
  return static_cast<std::int64_t>(number >> 1);
}

void QuestionIndex::put(const Id& subject, const std::optional<Standing>& standing) {
  if (!standing || standing->kind != EntryKind::Question) return;
  std::string text = standing->fields.text;
  if (standing->reply) text += " " + standing->reply->fields.text;
  SQLite::Statement put{m_db, "INSERT OR REPLACE INTO question_index(rowid, folded) VALUES(?,?)"};
  run(put, indexNumber(subject), foldForSearch(text));
}

std::string matchFor(const std::string& query) {
  std::string match;
  std::istringstream words{foldForSearch(query)};  // a-z and 0-9 alone: nothing FTS5 acts on
  for (std::string word; words >> word;) match += "\"" + word + "\" ";
  if (!match.empty()) match.back() = '*';
  return match;
}

}  // namespace vejviser::store
