#include "src/store/replica.h"

#include "platform/sqlite.h"
#include "src/domain/calendar.h"
#include "src/store/question_index.h"
#include "src/store/standing_row.h"

#include <optional>

namespace vejviser::store {

using platform::bindAll;
using platform::bindValue;
using platform::run;

namespace {

/// Writes rows of every kind; one prepared statement each, made when first needed.
class RowWriter {
 public:
  RowWriter(SQLite::Database& db, std::int64_t generation)
      : m_db(db), m_generation(generation), m_questions(db) {}

  void operator()(const CellRow& row) {
    const CellKey& key = row.cell.key;
    if (row.cell.n == 0) {
      run(made(m_dropCell,
               "DELETE FROM shared_cell WHERE gen=? AND day=? AND series=? AND branch=?"
               " AND unit=? AND item=?"),
          m_generation, toNumber(key.day), key.series, key.branch, key.unit, key.item);
    } else {
      run(made(m_putCell, "INSERT OR REPLACE INTO shared_cell VALUES(?,?,?,?,?,?,?)"), m_generation,
          toNumber(key.day), key.series, key.branch, key.unit, key.item, row.cell.n);
    }
  }

  void operator()(const TopicRow& row) {
    if (!row.topic) {
      run(made(m_dropTopic, "DELETE FROM shared_topic WHERE gen=? AND id=?"), m_generation, row.id);
      return;
    }
    const Topic& topic = *row.topic;
    run(made(m_putTopic,
             "INSERT OR REPLACE INTO shared_topic VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
        m_generation, row.id, row.order, topic.nameDa, topic.nameEn, topic.group, topic.authority,
        topic.heavy, topic.library, topic.citizenService, topic.kle, topic.selfService,
        topic.minutes, toNumber(topic.validFrom), toNumber(topic.validTo),
        toNumber(topic.checkedOn), topic.owner, topic.replacedBy);
  }

  void operator()(const BranchRow& row) {
    if (row.branch) {
      run(made(m_putBranch, "INSERT OR REPLACE INTO shared_branch VALUES(?,?,?)"), m_generation,
          row.code, row.branch->name);
    } else {
      run(made(m_dropBranch, "DELETE FROM shared_branch WHERE gen=? AND code=?"), m_generation,
          row.code);
    }
  }

  void operator()(const SubjectRow& row) {
    if (!row.standing) {
      run(made(m_dropSubject, "DELETE FROM shared_subject WHERE gen=? AND subject=?"), m_generation,
          row.subject);
      return;
    }
    static const std::string kPut = "INSERT OR REPLACE INTO shared_subject(" + kSubjectColumns +
                                    ", gen) VALUES(" + placesFor(kSubjectColumns) + ",?)";
    SQLite::Statement& put = bindAll(made(m_putSubject, kPut.c_str()));
    const int place = bindSubject(put, 1, {row.subject, false, *row.standing});
    bindValue(put, place, m_generation);
    put.exec();
    m_questions.put(row.subject, row.standing);
  }

  void operator()(const DocumentRow& row) {
    if (row.text) {
      run(made(m_putDocument, "INSERT OR REPLACE INTO shared_document VALUES(?,?,?)"), m_generation,
          row.name, *row.text);
    } else {
      run(made(m_dropDocument, "DELETE FROM shared_document WHERE gen=? AND name=?"), m_generation,
          row.name);
    }
  }

  void operator()(const MunicipalityRow& row) {
    run(made(m_putMunicipality, "INSERT OR REPLACE INTO shared_municipality VALUES(?,?)"),
        m_generation, row.name);
  }

 private:
  using Lazy = std::optional<SQLite::Statement>;

  SQLite::Statement& made(Lazy& statement, const char* sql) {
    if (!statement) statement.emplace(m_db, sql);
    return *statement;
  }

  SQLite::Database& m_db;
  std::int64_t m_generation;
  Lazy m_putCell;
  Lazy m_dropCell;
  Lazy m_putTopic;
  Lazy m_dropTopic;
  Lazy m_putBranch;
  Lazy m_dropBranch;
  Lazy m_putMunicipality;
  Lazy m_putSubject;
  Lazy m_dropSubject;
  Lazy m_putDocument;
  Lazy m_dropDocument;
  QuestionIndex m_questions;
};

}  // namespace

void Replica::apply(std::int64_t generation, std::span<const FeedRow> rows) {
  if (rows.empty()) return;
  RowWriter writer{m_db, generation};
  for (const FeedRow& row : rows) std::visit(writer, row);
}

void Replica::clear(std::int64_t generation) {
  for (const char* table : {"shared_cell", "shared_topic", "shared_branch", "shared_municipality",
                            "shared_subject", "shared_document"}) {
    SQLite::Statement clear{m_db, std::string{"DELETE FROM "} + table + " WHERE gen=?"};
    run(clear, generation);
  }
}

}  // namespace vejviser::store
