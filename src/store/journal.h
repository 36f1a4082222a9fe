// Writing to the journal. All functions run inside a transaction that the caller holds, and may
// throw SQLite::Exception to it.
#pragma once

#include "src/domain/entry.h"
#include "src/domain/fold.h"
#include "src/domain/tally.h"
#include "src/store/question_index.h"
#include "src/store/standing_row.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <optional>
#include <span>
#include <string>

namespace vejviser::store {

/// An entry and the bytes that go on the wire.
struct EncodedEntry {
  Entry entry;
  std::string body;
};

class Journal {
 public:
  explicit Journal(SQLite::Database& db);

  /// Journal row, outbox row, fold and cells of each entry, in order.
  void append(std::span<const EncodedEntry> entries);

  /// Counts the cube from what stands, after a change of tally().
  void countAnew();

  /// The last sequence number used; 0 in an empty journal.
  std::int64_t lastSeq();

 private:
  void store(const EncodedEntry& encoded);
  void fold(const Entry& entry, CellChanges& changes);
  std::optional<SubjectState> find(const Id& subject);
  void put(const SubjectState& state);
  void putReply(const Entry& entry);
  void addToCells(const CellChanges& changes);

  SQLite::Database& m_db;
  SQLite::Statement m_insert;
  SQLite::Statement m_queue;
  SQLite::Statement m_find;
  SQLite::Statement m_put;
  SQLite::Statement m_addToCell;
  QuestionIndex m_questions;
};

}  // namespace vejviser::store
