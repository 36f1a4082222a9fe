#include "src/store/outbox.h"

#include "platform/sqlite.h"
#include "src/base/rules.h"

namespace vejviser::store {

using platform::bindAll;
using platform::idOf;
using platform::run;

std::vector<WaitingEntry> Outbox::batch(std::size_t most, std::size_t bytes, Instant now) {
  SQLite::Statement rows{m_db,
                         "SELECT seq, id, body FROM outbox JOIN journal USING(seq)"
                         " WHERE not_before <= ?1 OR not_before > ?2 ORDER BY seq LIMIT ?3"};
  // Beyond the longest wait: parked by a clock that was wrong.
  bindAll(rows, toMs(now), toMs(now + kLongestPark), static_cast<std::int64_t>(most));
  std::vector<WaitingEntry> batch;
  std::size_t size = 0;
  while (rows.executeStep()) {
    WaitingEntry entry{rows.getColumn(0).getInt64(), idOf(rows.getColumn(1)),
                       rows.getColumn(2).getString()};
    size += entry.body.size();
    if (!batch.empty() && size > bytes) break;
    batch.push_back(std::move(entry));
  }
  return batch;
}

void Outbox::settle(std::span<const Ack> acks, Instant now) {
  if (acks.empty()) return;
  SQLite::Statement done{m_db, "DELETE FROM outbox WHERE seq=?"};
  SQLite::Statement keep{m_db,
                         "INSERT OR REPLACE INTO sent(seq, subject, at, held)"
                         " SELECT seq, subject, ?2, ?3 FROM outbox WHERE seq=?1"};
  for (const Ack& ack : acks) {
    if (holds(Rule::AckedKept)) run(keep, ack.seq, toMs(now), ack.held);
    run(done, ack.seq);
  }
}

void Outbox::park(std::int64_t seq, Instant until) {
  SQLite::Statement park{m_db, "UPDATE outbox SET not_before=?, tries=tries+1 WHERE seq=?"};
  run(park, toMs(until), seq);
}

int Outbox::tries(std::int64_t seq) {
  SQLite::Statement row{m_db, "SELECT tries FROM outbox WHERE seq=?"};
  bindAll(row, seq);
  return row.executeStep() ? row.getColumn(0).getInt() : 0;
}

void Outbox::quarantine(std::int64_t seq, const std::string& why, Instant now) {
  SQLite::Statement put{m_db,
                        "INSERT OR REPLACE INTO quarantine(seq, subject, at, why)"
                        " SELECT seq, subject, ?2, ?3 FROM outbox WHERE seq=?1"};
  SQLite::Statement take{m_db, "DELETE FROM outbox WHERE seq=?"};
  run(put, seq, toMs(now), why);
  run(take, seq);
}

int Outbox::release(const std::optional<Id>& only) {
  const std::string which =
      " FROM quarantine WHERE ?1 IS NULL OR"
      " (SELECT id FROM journal WHERE journal.seq = quarantine.seq) = ?1";
  SQLite::Statement put{m_db,
                        "INSERT OR IGNORE INTO outbox(seq, subject) SELECT seq, subject" + which};
  SQLite::Statement take{m_db, "DELETE" + which};
  run(put, only);
  return run(take, only);
}

void Outbox::forgetSent() {
  m_db.exec("DELETE FROM sent");
}

void Outbox::reopen() {
  m_db.exec(
      "INSERT OR IGNORE INTO outbox(seq, subject) SELECT seq, subject FROM sent; DELETE FROM "
      "sent;");
}

void Outbox::forgetSent(Instant before) {
  SQLite::Statement forget{m_db, "DELETE FROM sent WHERE at < ? AND held IS NULL"};
  run(forget, toMs(before));
}

}  // namespace vejviser::store
