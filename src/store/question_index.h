// Full-text search in questions and their answers, of here and of elsewhere. The text is folded as
// search.h does, so that spellings of æ, ø and å do not matter.
#pragma once

#include "src/domain/fold.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <optional>
#include <string>

namespace vejviser::store {

/// Keeps the index. Functions run inside a transaction that the caller holds, and may throw
/// SQLite::Exception to it. What is in the index and stands no more is no harm: a search looks at
/// what stands.
class QuestionIndex {
 public:
  explicit QuestionIndex(SQLite::Database& db) : m_db(db) {}

  /// Takes in what stands about a subject; nothing, or what is no question, is left out.
  void put(const Id& subject, const std::optional<Standing>& standing);

 private:
  SQLite::Database& m_db;
};

/// What finds the questions that hold all words of `query`, the last one perhaps unfinished; empty
/// for a query without words.
std::string matchFor(const std::string& query);

/// The index's number for a subject.
std::int64_t indexNumber(const Id& subject);

}  // namespace vejviser::store
