#include "src/store/replica.h"

#include "platform/sqlite.h"
#include "src/domain/calendar.h"

namespace vejviser::store {

using platform::run;

namespace {

/// Writes rows of every kind; one prepared statement each.
class RowWriter {
 public:
  RowWriter(SQLite::Database& db, std::int64_t generation)
      : m_generation(generation),
        m_putCell(db, "INSERT OR REPLACE INTO shared_cell VALUES(?,?,?,?,?,?,?)"),
        m_dropCell(db,
                   "DELETE FROM shared_cell WHERE gen=? AND day=? AND series=? AND branch=?"
                   " AND unit=? AND item=?"),
        m_putTopic(db, "INSERT OR REPLACE INTO shared_topic VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)"),
        m_dropTopic(db, "DELETE FROM shared_topic WHERE gen=? AND id=?"),
        m_putBranch(db, "INSERT OR REPLACE INTO shared_branch VALUES(?,?,?)"),
        m_dropBranch(db, "DELETE FROM shared_branch WHERE gen=? AND code=?"),
        m_putMunicipality(db, "INSERT OR REPLACE INTO shared_municipality VALUES(?,?)") {}

  void operator()(const CellRow& row) {
    const CellKey& key = row.cell.key;
    if (row.cell.n == 0) {
      run(m_dropCell, m_generation, toNumber(key.day), key.series, key.branch, key.unit, key.item);
    } else {
      run(m_putCell, m_generation, toNumber(key.day), key.series, key.branch, key.unit, key.item,
          row.cell.n);
    }
  }

  void operator()(const TopicRow& row) {
    if (!row.topic) {
      run(m_dropTopic, m_generation, row.id);
      return;
    }
    const Topic& topic = *row.topic;
    run(m_putTopic, m_generation, row.id, row.order, topic.nameDa, topic.nameEn, topic.group,
        topic.authority, topic.heavy, topic.library, topic.citizenService, topic.kle,
        topic.selfService, topic.minutes);
  }

  void operator()(const BranchRow& row) {
    if (row.branch) {
      run(m_putBranch, m_generation, row.code, row.branch->name);
    } else {
      run(m_dropBranch, m_generation, row.code);
    }
  }

  void operator()(const MunicipalityRow& row) { run(m_putMunicipality, m_generation, row.name); }

 private:
  std::int64_t m_generation;
  SQLite::Statement m_putCell;
  SQLite::Statement m_dropCell;
  SQLite::Statement m_putTopic;
  SQLite::Statement m_dropTopic;
  SQLite::Statement m_putBranch;
  SQLite::Statement m_dropBranch;
  SQLite::Statement m_putMunicipality;
};

}  // namespace

void Replica::apply(std::int64_t generation, std::span<const FeedRow> rows) {
  if (rows.empty()) return;
  RowWriter writer{m_db, generation};
  for (const FeedRow& row : rows) std::visit(writer, row);
}

void Replica::clear(std::int64_t generation) {
  for (const char* table :
       {"shared_cell", "shared_topic", "shared_branch", "shared_municipality"}) {
    SQLite::Statement clear{m_db, std::string{"DELETE FROM "} + table + " WHERE gen=?"};
    run(clear, generation);
  }
}

}  // namespace vejviser::store
