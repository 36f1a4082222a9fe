#include "platform/sqlite.h"
#include "src/base/rules.h"
#include "sync/hub/sqlite_tx.h"
#include "sync/wire/entry_json.h"

#include <algorithm>
#include <map>

namespace vejviser::hub {

using platform::bindAll;
using platform::guarded;
using platform::idOf;
using platform::run;

namespace {

/// inst is 16 hexadecimal digits on the wire and 8 bytes on disk.
std::vector<std::uint8_t> packed(const std::string& inst) {
  std::vector<std::uint8_t> bytes;
  for (std::size_t i = 0; i + 1 < inst.size(); i += 2) {
    bytes.push_back(static_cast<std::uint8_t>(std::stoi(inst.substr(i, 2), nullptr, 16)));
  }
  return bytes;
}

/// What readKept() reads, of the entries that `which` says.
std::string keptEntries(const char* which) {
  return std::string{
             "SELECT held, device, received, body, estimate, seq, release.at, reason, topic,"
             " branch, destination, logged, happened, sure"
             " FROM entry LEFT JOIN release USING(id) "} +
         which;
}

std::optional<std::string> textIn(SQLite::Statement& row, int column) {
  if (row.isColumnNull(column)) return std::nullopt;
  return row.getColumn(column).getString();
}

std::optional<Instant> instantIn(SQLite::Statement& row, int column) {
  if (row.isColumnNull(column)) return std::nullopt;
  return fromMs(row.getColumn(column).getInt64());
}

std::optional<std::int64_t> asMs(const std::optional<Instant>& instant) {
  return instant ? std::optional{toMs(*instant)} : std::nullopt;
}

std::optional<Release> releaseIn(SQLite::Statement& row) {
  const auto at = instantIn(row, 6);
  if (!at) return std::nullopt;
  return Release{*at,
                 row.getColumn(7).getString(),
                 {textIn(row, 8), textIn(row, 9), textIn(row, 10), instantIn(row, 11),
                  instantIn(row, 12), row.getColumn(13).getInt() != 0}};
}

Result<KeptEntry> readKept(SQLite::Statement& row) {
  KeptEntry kept;
  kept.held = textIn(row, 0).value_or("");
  kept.device = row.getColumn(1).getInt64();
  kept.received = fromMs(row.getColumn(2).getInt64());
  kept.body = row.getColumn(3).getString();
  kept.estimate = instantIn(row, 4);
  kept.place = row.getColumn(5).getInt64();
  kept.release = releaseIn(row);
  const auto read = wire::readEntry(kept.body);
  if (!read) return Error{ErrorCode::Storage, "journal", "a stored entry cannot be read"};
  kept.entry = read->entry;
  kept.unread = read->held;
  return kept;
}

/// NULL for an entry that makes its own subject.
std::optional<Id> subjectColumn(const Entry& entry) {
  return entry.subject == entry.id ? std::nullopt : std::optional{entry.subject};
}

std::optional<std::string> heldColumn(const KeptEntry& kept) {
  return kept.held.empty() ? std::nullopt : std::optional{kept.held};
}

}  // namespace

/// Without rule H1: ids are forgotten after some minutes, or an entry is known by its number.
bool SqliteTx::mistakes(const KeptEntry& kept) {
  if (!holds(Rule::IdsForEver)) {
    constexpr std::chrono::minutes kMemory{2};
    run(prepared("DELETE FROM entry WHERE id=? AND received < ?"), kept.entry.id,
        toMs(kept.received - kMemory));
  }
  if (holds(Rule::IdIsTheKey)) return false;
  SQLite::Statement& twin = prepared("SELECT 1 FROM entry WHERE inst=? AND n=?");
  bindAll(twin, packed(kept.entry.inst), kept.entry.n);
  return twin.executeStep();
}

Insertion SqliteTx::insertEntry(const KeptEntry& kept) {
  const Entry& entry = kept.entry;
  if (mistakes(kept)) return {};
  SQLite::Statement& insert = prepared(
      "INSERT INTO entry(id, subject, inst, n, device, received, held, body, estimate)"
      " VALUES(?,?,?,?,?,?,?,?,?) ON CONFLICT(id) DO NOTHING");
  const auto inst = packed(entry.inst);
  const int added = run(insert, entry.id, subjectColumn(entry), inst, entry.n, kept.device,
                        toMs(kept.received), heldColumn(kept), kept.body, asMs(kept.estimate));
  Insertion insertion{added == 1, kept.held, false, {}};
  SQLite::Statement& twin =
      prepared("SELECT count(*) FROM (SELECT 1 FROM entry WHERE inst=? AND n=? LIMIT 2)");
  bindAll(twin, inst, entry.n);
  insertion.numberTwice = twin.executeStep() && twin.getColumn(0).getInt() > 1;
  if (insertion.isNew) return insertion;
  SQLite::Statement& there = prepared("SELECT held, body FROM entry WHERE id=?");
  bindAll(there, entry.id);
  if (there.executeStep()) {
    insertion.held = there.isColumnNull(0) ? "" : there.getColumn(0).getString();
    if (std::string body = there.getColumn(1).getString(); body != kept.body) {
      insertion.otherBody = std::move(body);
    }
  }
  return insertion;
}

Result<std::vector<Insertion>> SqliteTx::insertEntries(std::span<const KeptEntry> entries) {
  return guarded("insert entries", [&] {
    std::vector<Insertion> insertions;
    insertions.reserve(entries.size());
    std::map<std::string, Numbering> news;
    for (const KeptEntry& kept : entries) {
      insertions.push_back(insertEntry(kept));
      const Insertion& insertion = insertions.back();
      if (!insertion.isNew) continue;
      Numbering& numbering = news[kept.entry.inst];
      numbering.inst = kept.entry.inst;
      numbering.device = kept.device;
      numbering.highest = std::max(numbering.highest, kept.entry.n);
      ++(insertion.numberTwice ? numbering.forks : numbering.arrived);
      numbering.changed = kept.received;
    }
    for (const auto& [inst, numbering] : news) addToNumbering(numbering);
    if (!holds(Rule::EffectsWithEntry)) m_connection.db().exec("COMMIT; BEGIN IMMEDIATE");
    return insertions;
  });
}

void SqliteTx::addToNumbering(const Numbering& news) {
  run(prepared("INSERT INTO numbering(inst, device, highest, arrived, forks, changed)"
               " VALUES(?,?,?,?,?,?) ON CONFLICT DO UPDATE SET device = excluded.device,"
               " highest = max(highest, excluded.highest), arrived = arrived + excluded.arrived,"
               " forks = forks + excluded.forks, changed = excluded.changed"),
      packed(news.inst), news.device, news.highest, news.arrived, news.forks, toMs(news.changed));
}

Result<std::vector<Numbering>> SqliteTx::numberings() {
  return guarded("read the numberings", [&] {
    SQLite::Statement& rows = prepared(
        "SELECT lower(hex(inst)), device, highest, arrived, forks, changed FROM numbering");
    std::vector<Numbering> all;
    while (rows.executeStep()) {
      all.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getInt64(),
                     rows.getColumn(2).getInt64(), rows.getColumn(3).getInt64(),
                     rows.getColumn(4).getInt64(), fromMs(rows.getColumn(5).getInt64())});
    }
    return all;
  });
}

Result<std::vector<KeptEntry>> SqliteTx::readEntries(const char* sql, std::span<const Id> keys) {
  return guarded("read entries", [&]() -> Result<std::vector<KeptEntry>> {
    std::vector<KeptEntry> entries;
    SQLite::Statement& rows = prepared(sql);
    for (const Id& key : keys) {
      bindAll(rows, key);
      while (rows.executeStep()) {
        auto kept = readKept(rows);
        if (!kept) return kept.error();
        entries.push_back(std::move(*kept));
      }
    }
    return entries;
  });
}

Result<std::vector<KeptEntry>> SqliteTx::entriesWithIds(std::span<const Id> ids) {
  static const std::string kSql = keptEntries("WHERE id=?");
  return readEntries(kSql.c_str(), ids);
}

Result<std::vector<KeptEntry>> SqliteTx::changesOf(std::span<const Id> subjects) {
  static const std::string kSql = keptEntries("WHERE subject=?");
  return readEntries(kSql.c_str(), subjects);
}

Status SqliteTx::updateEntry(const KeptEntry& kept) {
  return guarded("change an entry", [&] {
    const Id& id = kept.entry.id;
    run(prepared("UPDATE entry SET subject=?2, held=?3, body=?4, estimate=?5 WHERE id=?1"), id,
        subjectColumn(kept.entry), heldColumn(kept), kept.body, asMs(kept.estimate));
    if (!kept.release) {
      run(prepared("DELETE FROM release WHERE id=?"), id);
      return;
    }
    const Corrections& corrections = kept.release->corrections;
    run(prepared(
            "INSERT OR REPLACE INTO release(id, at, reason, topic, branch, destination, logged,"
            " happened, sure) VALUES(?,?,?,?,?,?,?,?,?)"),
        id, toMs(kept.release->at), kept.release->reason, corrections.topic, corrections.branch,
        corrections.to, asMs(corrections.at), asMs(corrections.when), corrections.sure);
  });
}

Result<std::set<Id>> SqliteTx::erasedIds() {
  return guarded("read the erasures", [&] {
    SQLite::Statement& rows = prepared("SELECT id FROM erased");
    std::set<Id> ids;
    while (rows.executeStep()) ids.insert(idOf(rows.getColumn(0)));
    return ids;
  });
}

Result<std::set<Id>> SqliteTx::erasedAmong(std::span<const Id> ids) {
  return guarded("look for erasures", [&] {
    std::set<Id> erased;
    if (!prepared("SELECT 1 FROM erased LIMIT 1").executeStep()) return erased;
    SQLite::Statement& there = prepared("SELECT 1 FROM erased WHERE id=?");
    for (const Id& id : ids) {
      if (bindAll(there, id).executeStep()) erased.insert(id);
    }
    return erased;
  });
}

Status SqliteTx::addErased(const std::set<Id>& ids) {
  return guarded("note erasures", [&] {
    SQLite::Statement& add = prepared("INSERT INTO erased VALUES(?) ON CONFLICT DO NOTHING");
    for (const Id& id : ids) run(add, id);
  });
}

Status SqliteTx::eachEntry(const std::function<Status(const KeptEntry&)>& visit) {
  static const std::string kSql = keptEntries("ORDER BY seq");
  return guarded("read the journal", [&]() -> Status {
    SQLite::Statement& rows = prepared(kSql.c_str());
    while (rows.executeStep()) {
      const auto kept = readKept(rows);
      if (!kept) return kept.error();
      if (const Status status = visit(*kept); !status) return status;
    }
    return {};
  });
}

Result<std::vector<KeptEntry>> SqliteTx::heldEntries(const std::string& reason, std::int64_t after,
                                                     int most) {
  static const std::string kOfAny =
      keptEntries("WHERE held IS NOT NULL AND seq > ?2 ORDER BY seq LIMIT ?3");
  static const std::string kOfReason =
      keptEntries("WHERE held IS NOT NULL AND held = ?1 AND seq > ?2 ORDER BY seq LIMIT ?3");
  return guarded("list held entries", [&]() -> Result<std::vector<KeptEntry>> {
    SQLite::Statement& rows = prepared(reason.empty() ? kOfAny.c_str() : kOfReason.c_str());
    bindAll(rows, reason, after, most);
    std::vector<KeptEntry> held;
    while (rows.executeStep()) {
      auto kept = readKept(rows);
      if (!kept) return kept.error();
      held.push_back(std::move(*kept));
    }
    return held;
  });
}

Result<std::vector<KeptEntry>> SqliteTx::entriesWithText(std::int64_t after, int most) {
  static const std::string kSql = keptEntries(sql::kWithText);
  return guarded("look for texts", [&]() -> Result<std::vector<KeptEntry>> {
    SQLite::Statement& rows = prepared(kSql.c_str());
    bindAll(rows, after, most);
    std::vector<KeptEntry> found;
    while (rows.executeStep()) {
      auto kept = readKept(rows);
      if (!kept) return kept.error();
      found.push_back(std::move(*kept));
    }
    return found;
  });
}

Result<std::map<std::string, int>> SqliteTx::retention() {
  return guarded("read the retention", [&] {
    SQLite::Statement& rows = prepared("SELECT kind, days FROM retention");
    std::map<std::string, int> days;
    while (rows.executeStep()) days[rows.getColumn(0).getString()] = rows.getColumn(1).getInt();
    return days;
  });
}

Status SqliteTx::setRetention(const std::string& kind, std::optional<int> days) {
  return guarded("set the retention", [&] {
    if (!days) {
      run(prepared("DELETE FROM retention WHERE kind=?"), kind);
      return;
    }
    run(prepared("INSERT OR REPLACE INTO retention(kind, days) VALUES(?,?)"), kind, *days);
  });
}

Result<std::vector<std::pair<std::string, std::int64_t>>> SqliteTx::heldCounts() {
  return guarded("count held entries", [&] {
    SQLite::Statement& rows = prepared(
        "SELECT held, count(*) FROM entry WHERE held IS NOT NULL GROUP BY held ORDER BY held");
    std::vector<std::pair<std::string, std::int64_t>> counts;
    while (rows.executeStep()) {
      counts.emplace_back(rows.getColumn(0).getString(), rows.getColumn(1).getInt64());
    }
    return counts;
  });
}

}  // namespace vejviser::hub
