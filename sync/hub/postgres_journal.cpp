#include "sync/hub/postgres_tx.h"
#include "sync/wire/entry_json.h"

#include <algorithm>

namespace vejviser::hub {

namespace {

/// inst is 16 hexadecimal digits on the wire and a number here.
std::int64_t packed(const std::string& inst) {
  return static_cast<std::int64_t>(std::stoull(inst, nullptr, 16));
}

std::string unpacked(std::int64_t inst) {
  std::array<std::uint8_t, 8> bytes{};
  auto rest = static_cast<std::uint64_t>(inst);
  for (auto byte = bytes.rbegin(); byte != bytes.rend(); ++byte, rest >>= 8) {
    *byte = static_cast<std::uint8_t>(rest);
  }
  return toHex(bytes);
}

std::pair<std::int64_t, std::int64_t> numberOf(const KeptEntry& kept) {
  return {packed(kept.entry.inst), kept.entry.n};
}

std::optional<std::int64_t> asMs(const std::optional<Instant>& instant) {
  return instant ? std::optional{toMs(*instant)} : std::nullopt;
}

/// NULL for an entry that makes its own subject.
std::optional<Id> subjectColumn(const Entry& entry) {
  return entry.subject == entry.id ? std::nullopt : std::optional{entry.subject};
}

std::optional<std::string> heldColumn(const KeptEntry& kept) {
  return kept.held.empty() ? std::nullopt : std::optional{kept.held};
}

/// What readKept() reads, of the entries that `which` says.
std::string keptEntries(const std::string& which) {
  return "SELECT held, device, received, body, estimate, seq, release.at, reason, topic, branch,"
         " destination, logged, happened, sure FROM entry LEFT JOIN release"
         " USING(municipality, id) WHERE municipality = " +
         which;
}

std::optional<Release> releaseIn(const PostgresRows& rows, int row) {
  if (rows.isNull(row, 6)) return std::nullopt;
  return Release{
      rows.instant(row, 6),
      rows.text(row, 7),
      {rows.optionalText(row, 8), rows.optionalText(row, 9), rows.optionalText(row, 10),
       rows.optionalInstant(row, 11), rows.optionalInstant(row, 12), rows.truth(row, 13)}};
}

Result<KeptEntry> readKept(const PostgresRows& rows, int row) {
  KeptEntry kept;
  kept.held = rows.text(row, 0);
  kept.device = rows.integer(row, 1);
  kept.received = rows.instant(row, 2);
  kept.body = rows.text(row, 3);
  kept.estimate = rows.optionalInstant(row, 4);
  kept.place = rows.integer(row, 5);
  kept.release = releaseIn(rows, row);
  const auto read = wire::readEntry(kept.body);
  if (!read) return Error{ErrorCode::Storage, "journal", "a stored entry cannot be read"};
  kept.entry = read->entry;
  kept.unread = read->held;
  return kept;
}

Result<std::vector<KeptEntry>> readAll(const Result<PostgresRows>& rows) {
  if (!rows) return rows.error();
  std::vector<KeptEntry> entries;
  for (int i = 0; i < rows->size(); ++i) {
    auto kept = readKept(*rows, i);
    if (!kept) return kept.error();
    entries.push_back(std::move(*kept));
  }
  return entries;
}

}  // namespace

/// A number above the highest that arrived is not taken: most pushes need no look at the entries.
Result<PostgresTx::Numbers> PostgresTx::numbersOf(std::span<const KeptEntry> entries) {
  std::set<std::int64_t> insts;
  for (const KeptEntry& kept : entries) insts.insert(packed(kept.entry.inst));
  const auto known =
      run("SELECT inst, highest FROM numbering"
          " WHERE municipality = $1 AND inst = ANY($2)",
          std::vector<std::int64_t>{insts.begin(), insts.end()});
  if (!known) return known.error();
  std::map<std::int64_t, std::int64_t> highest;
  for (int i = 0; i < known->size(); ++i) highest[known->integer(i, 0)] = known->integer(i, 1);
  std::set<std::pair<std::int64_t, std::int64_t>> doubtful;
  for (const KeptEntry& kept : entries) {
    const auto number = numberOf(kept);
    const auto top = highest.find(number.first);
    if (top != highest.end() && number.second <= top->second) doubtful.insert(number);
  }
  Numbers numbers;
  if (doubtful.empty()) return numbers;
  std::vector<std::int64_t> inst;
  std::vector<std::int64_t> n;
  for (const auto& number : doubtful) {
    inst.push_back(number.first);
    n.push_back(number.second);
  }
  const auto taken =
      run("SELECT inst, n, count(*) FROM entry JOIN unnest($2, $3) AS asked(inst, n)"
          " USING(inst, n) WHERE municipality = $1 GROUP BY inst, n",
          inst, n);
  if (!taken) return taken.error();
  for (int i = 0; i < taken->size(); ++i) {
    numbers[{taken->integer(i, 0), taken->integer(i, 1)}] = static_cast<int>(taken->integer(i, 2));
  }
  return numbers;
}

/// The ids of those that were not there.
Result<std::set<Id>> PostgresTx::insertNew(std::span<const KeptEntry> entries) {
  std::vector<Id> ids;
  std::vector<std::optional<Id>> subjects;
  std::vector<std::int64_t> insts;
  std::vector<std::int64_t> numbers;
  std::vector<std::int64_t> devices;
  std::vector<std::int64_t> received;
  std::vector<std::optional<std::string>> held;
  std::vector<std::optional<std::int64_t>> estimates;
  std::vector<std::string> bodies;
  for (const KeptEntry& kept : entries) {
    ids.push_back(kept.entry.id);
    subjects.push_back(subjectColumn(kept.entry));
    insts.push_back(packed(kept.entry.inst));
    numbers.push_back(kept.entry.n);
    devices.push_back(kept.device);
    received.push_back(toMs(kept.received));
    held.push_back(heldColumn(kept));
    estimates.push_back(asMs(kept.estimate));
    bodies.push_back(kept.body);
  }
  const auto added = list(
      "INSERT INTO entry(municipality, id, subject, inst, n, device, received, held, estimate,"
      " body) SELECT $1, id, subject, inst, n, device, received, held, estimate, body"
      " FROM unnest($2, $3, $4, $5, $6, $7, $8, $9, $10) WITH ORDINALITY"
      " AS pushed(id, subject, inst, n, device, received, held, estimate, body, place)"
      " ORDER BY place ON CONFLICT DO NOTHING RETURNING id",
      [](const PostgresRows& rows, int i) { return rows.id(i, 0); }, ids, subjects, insts, numbers,
      devices, received, held, estimates, bodies);
  if (!added) return added.error();
  return std::set<Id>{added->begin(), added->end()};
}

/// What is stored under the ids of `entries` but those of `except`: held and body only.
Result<std::map<Id, KeptEntry>> PostgresTx::present(std::span<const KeptEntry> entries,
                                                    const std::set<Id>& except) {
  std::map<Id, KeptEntry> found;
  std::set<Id> asked;
  std::vector<Id> ids;
  for (const KeptEntry& kept : entries) {
    const bool twice = !asked.insert(kept.entry.id).second;
    if (twice || !except.contains(kept.entry.id)) ids.push_back(kept.entry.id);
  }
  if (ids.empty()) return found;
  const auto rows =
      run("SELECT id, held, body FROM entry WHERE municipality = $1 AND id = ANY($2)", ids);
  if (!rows) return rows.error();
  for (int i = 0; i < rows->size(); ++i) {
    KeptEntry& kept = found[rows->id(i, 0)];
    kept.held = rows->text(i, 1);
    kept.body = rows->text(i, 2);
  }
  return found;
}

Result<std::vector<Insertion>> PostgresTx::insertEntries(std::span<const KeptEntry> entries) {
  std::vector<Insertion> insertions;
  if (entries.empty()) return insertions;
  auto numbers = numbersOf(entries);
  if (!numbers) return numbers.error();
  auto added = insertNew(entries);
  if (!added) return added.error();
  const auto there = present(entries, *added);
  if (!there) return there.error();
  for (const KeptEntry& kept : entries) {
    Insertion insertion{added->erase(kept.entry.id) == 1, kept.held, false, {}};
    int& sameNumber = (*numbers)[numberOf(kept)];
    if (insertion.isNew) ++sameNumber;
    insertion.numberTwice = sameNumber > 1;
    if (const auto other = there->find(kept.entry.id); !insertion.isNew && other != there->end()) {
      insertion.held = other->second.held;
      if (other->second.body != kept.body) insertion.otherBody = other->second.body;
    }
    insertions.push_back(std::move(insertion));
  }
  if (const Status noted = addToNumberings(entries, insertions); !noted) return noted.error();
  return insertions;
}

Status PostgresTx::addToNumberings(std::span<const KeptEntry> entries,
                                   const std::vector<Insertion>& insertions) {
  std::map<std::int64_t, Numbering> news;
  std::optional<Instant> newest;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (!insertions[i].isNew) continue;
    const KeptEntry& kept = entries[i];
    Numbering& numbering = news[packed(kept.entry.inst)];
    numbering.device = kept.device;
    numbering.highest = std::max(numbering.highest, kept.entry.n);
    ++(insertions[i].numberTwice ? numbering.forks : numbering.arrived);
    numbering.changed = kept.received;
    newest = kept.received;
  }
  for (const auto& [inst, numbering] : news) {
    const Status added = change(
        "INSERT INTO numbering AS old(municipality, inst, device, highest, arrived, forks, changed)"
        " VALUES($1, $2, $3, $4, $5, $6, $7) ON CONFLICT(municipality, inst) DO UPDATE SET"
        " device = excluded.device, highest = greatest(old.highest, excluded.highest),"
        " arrived = old.arrived + excluded.arrived, forks = old.forks + excluded.forks,"
        " changed = excluded.changed",
        inst, numbering.device, numbering.highest, numbering.arrived, numbering.forks,
        toMs(numbering.changed));
    if (!added) return added;
  }
  if (!newest) return {};
  return change("UPDATE municipality SET newest = $2 WHERE key = $1", toMs(*newest));
}

Result<std::vector<Numbering>> PostgresTx::numberings() {
  return list(
      "SELECT inst, device, highest, arrived, forks, changed FROM numbering"
      " WHERE municipality = $1",
      [](const PostgresRows& rows, int i) {
        return Numbering{unpacked(rows.integer(i, 0)), rows.integer(i, 1), rows.integer(i, 2),
                         rows.integer(i, 3),           rows.integer(i, 4), rows.instant(i, 5)};
      });
}

Result<std::vector<KeptEntry>> PostgresTx::readEntries(const char* sql, std::span<const Id> keys) {
  if (keys.empty()) return std::vector<KeptEntry>{};
  return readAll(run(sql, std::vector<Id>{keys.begin(), keys.end()}));
}

Result<std::vector<KeptEntry>> PostgresTx::entriesWithIds(std::span<const Id> ids) {
  static const std::string kSql = keptEntries("$1 AND id = ANY($2)");
  return readEntries(kSql.c_str(), ids);
}

Result<std::vector<KeptEntry>> PostgresTx::changesOf(std::span<const Id> subjects) {
  static const std::string kSql = keptEntries("$1 AND subject = ANY($2)");
  return readEntries(kSql.c_str(), subjects);
}

Status PostgresTx::updateEntry(const KeptEntry& kept) {
  const Id& id = kept.entry.id;
  const Status changed = change(
      "UPDATE entry SET subject = $3, held = $4, body = $5, estimate = $6"
      " WHERE municipality = $1 AND id = $2",
      id, subjectColumn(kept.entry), heldColumn(kept), kept.body, asMs(kept.estimate));
  if (!changed) return changed;
  const Status dropped = change("DELETE FROM release WHERE municipality = $1 AND id = $2", id);
  if (!dropped || !kept.release) return dropped;
  const Corrections& corrections = kept.release->corrections;
  return change(
      "INSERT INTO release(municipality, id, at, reason, topic, branch, destination, logged,"
      " happened, sure) VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
      id, toMs(kept.release->at), kept.release->reason, corrections.topic, corrections.branch,
      corrections.to, asMs(corrections.at), asMs(corrections.when), corrections.sure);
}

Result<std::set<Id>> PostgresTx::erasedIds() {
  const auto ids = list("SELECT id FROM erased WHERE municipality = $1",
                        [](const PostgresRows& rows, int i) { return rows.id(i, 0); });
  if (!ids) return ids.error();
  return std::set<Id>{ids->begin(), ids->end()};
}

Result<std::set<Id>> PostgresTx::erasedAmong(std::span<const Id> ids) {
  const auto erased = list(
      "SELECT id FROM erased WHERE municipality = $1 AND id = ANY($2)",
      [](const PostgresRows& rows, int i) { return rows.id(i, 0); },
      std::vector<Id>{ids.begin(), ids.end()});
  if (!erased) return erased.error();
  return std::set<Id>{erased->begin(), erased->end()};
}

Status PostgresTx::addErased(const std::set<Id>& ids) {
  return change("INSERT INTO erased SELECT $1, unnest($2) ON CONFLICT DO NOTHING",
                std::vector<Id>{ids.begin(), ids.end()});
}

Status PostgresTx::eachEntry(const std::function<Status(const KeptEntry&)>& visit) {
  const auto opened =
      m_connection.runText("DECLARE journal NO SCROLL CURSOR FOR " +
                           keptEntries(std::to_string(m_municipality) + " ORDER BY seq"));
  if (!opened) return opened.error();
  while (true) {
    const auto page = readAll(m_connection.run("FETCH FORWARD 2000 FROM journal"));
    if (!page) return page.error();
    for (const KeptEntry& kept : *page) {
      if (const Status status = visit(kept); !status) return status;
    }
    if (page->empty()) break;
  }
  const auto closed = m_connection.runText("CLOSE journal");
  return closed ? Status{} : Status{closed.error()};
}

Result<std::vector<KeptEntry>> PostgresTx::heldEntries(const std::string& reason,
                                                       std::int64_t after, int most) {
  static const std::string kSql = keptEntries(
      "$1 AND held IS NOT NULL AND ($2 = '' OR held = $2) AND seq > $3 ORDER BY seq LIMIT $4");
  return readAll(run(kSql.c_str(), reason, after, most));
}

/// The words of the condition are those of the index entry_text.
Result<std::vector<KeptEntry>> PostgresTx::entriesWithText(std::int64_t after, int most) {
  static const std::string kSql = keptEntries(
      "$1 AND (strpos(body, '\"text\":') > 0 AND strpos(body, '\"text\":\"-\"') = 0"
      " OR held IN ('future-schema', 'invalid-fields')) AND seq > $2 ORDER BY seq LIMIT $3");
  return readAll(run(kSql.c_str(), after, most));
}

Result<std::map<std::string, int>> PostgresTx::retention() {
  const auto rows = run("SELECT kind, days FROM retention WHERE municipality = $1");
  if (!rows) return rows.error();
  std::map<std::string, int> days;
  for (int i = 0; i < rows->size(); ++i) {
    days[rows->text(i, 0)] = static_cast<int>(rows->integer(i, 1));
  }
  return days;
}

Status PostgresTx::setRetention(const std::string& kind, std::optional<int> days) {
  if (!days) return change("DELETE FROM retention WHERE municipality = $1 AND kind = $2", kind);
  return change(
      "INSERT INTO retention(municipality, kind, days) VALUES($1, $2, $3)"
      " ON CONFLICT(municipality, kind) DO UPDATE SET days = excluded.days",
      kind, static_cast<std::int64_t>(*days));
}

Result<std::vector<std::pair<std::string, std::int64_t>>> PostgresTx::heldCounts() {
  return list(
      "SELECT held, count(*) FROM entry WHERE municipality = $1 AND held IS NOT NULL"
      " GROUP BY held ORDER BY held COLLATE \"C\"",
      [](const PostgresRows& rows, int i) {
        return std::pair{rows.text(i, 0), rows.integer(i, 1)};
      });
}

}  // namespace vejviser::hub
