#include "tests/sim/ledger.h"

#include "platform/sqlite.h"

namespace vejviser::sim {

void Ledger::readAcked(const std::string& folder) {
  Look look{disks, folder, "tablet.db"};
  SQLite::Statement rows{look.db(), "SELECT id FROM sent JOIN journal USING(seq)"};
  while (rows.executeStep()) acked.insert(toString(platform::idOf(rows.getColumn(0))));
}

std::vector<Id> Ledger::idsAtHub(const std::string& folder) const {
  Look look{disks, folder, "hub.db"};
  SQLite::Statement rows{look.db(), "SELECT id FROM entry ORDER BY seq"};
  std::vector<Id> ids;
  while (rows.executeStep()) ids.push_back(platform::idOf(rows.getColumn(0)));
  return ids;
}

std::int64_t Ledger::readJournal(const std::string& folder, std::int64_t seen,
                                 std::set<std::string>& ids) {
  Look look{disks, folder, "tablet.db"};
  SQLite::Statement rows{look.db(), "SELECT seq, id, body FROM journal WHERE seq > ? ORDER BY seq"};
  platform::bindAll(rows, seen);
  while (rows.executeStep()) {
    seen = rows.getColumn(0).getInt64();
    const std::string id = toString(platform::idOf(rows.getColumn(1)));
    bodies[id] = rows.getColumn(2).getString();
    ids.insert(id);
  }
  return seen;
}

}  // namespace vejviser::sim
