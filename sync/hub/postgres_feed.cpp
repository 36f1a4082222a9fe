#include "src/domain/calendar.h"
#include "sync/hub/postgres_cells.h"
#include "sync/hub/postgres_tx.h"

#include <algorithm>
#include <iterator>

namespace vejviser::hub {

namespace {

/// A day that may not be told.
std::optional<Day> dayOf(const PostgresRows& rows, int row, int column) {
  if (rows.isNull(row, column)) return std::nullopt;
  return dayFromNumber(static_cast<int>(rows.integer(row, column)));
}

/// Reads `id, place, name_da, ... replaced_by`.
TopicRow readTopic(const PostgresRows& rows, int row) {
  Topic topic;
  topic.id = rows.text(row, 0);
  topic.nameDa = rows.text(row, 2);
  topic.nameEn = rows.text(row, 3);
  topic.group = rows.text(row, 4);
  topic.authority = rows.truth(row, 5);
  topic.heavy = rows.truth(row, 6);
  topic.library = rows.truth(row, 7);
  topic.citizenService = rows.truth(row, 8);
  topic.kle = rows.text(row, 9);
  topic.selfService = rows.text(row, 10);
  topic.minutes = static_cast<int>(rows.integer(row, 11));
  topic.validFrom = dayOf(rows, row, 12);
  topic.validTo = dayOf(rows, row, 13);
  topic.checkedOn = dayOf(rows, row, 14);
  topic.owner = rows.text(row, 15);
  topic.replacedBy = rows.text(row, 16);
  return {topic.id, static_cast<int>(rows.integer(row, 1)), topic};
}

BranchRow readBranch(const PostgresRows& rows, int row) {
  return {rows.text(row, 0), Branch{rows.text(row, 0), rows.text(row, 1)}};
}

SubjectRow readShared(const PostgresRows& rows, int row) {
  const bool gone = rows.truth(row, 1);
  return {rows.id(row, 0), gone ? std::nullopt : std::optional<Standing>{Standing{}}};
}

DocumentRow readDocument(const PostgresRows& rows, int row) {
  return {rows.text(row, 0), rows.optionalText(row, 1)};
}

/// first, first + 1, ...
std::vector<std::int64_t> counting(std::size_t count, std::int64_t first) {
  std::vector<std::int64_t> numbers(count);
  for (std::int64_t& number : numbers) number = first++;
  return numbers;
}

}  // namespace

Result<HubInfo> PostgresTx::info() {
  const auto found = first("SELECT id, name FROM municipality WHERE key = $1 AND id IS NOT NULL",
                           [](const PostgresRows& rows, int i) {
                             return HubInfo{rows.id(i, 0), rows.text(i, 1)};
                           });
  if (!found) return found.error();
  if (*found) return **found;
  return Error{ErrorCode::Storage, "hub", "is not set up; run vejviser-hub init"};
}

Result<Head> PostgresTx::head() {
  const auto found = first(
      "SELECT m.pos, salt, floor FROM municipality m JOIN timeline t"
      " ON t.municipality = m.key AND t.pos = m.pos WHERE m.key = $1",
      [](const PostgresRows& rows, int i) {
        return Head{rows.integer(i, 0), rows.integer(i, 1), rows.integer(i, 2)};
      });
  if (!found) return found.error();
  return found->value_or(Head{});
}

Result<std::optional<std::int64_t>> PostgresTx::saltAt(std::int64_t pos) {
  return first(
      "SELECT salt FROM timeline WHERE municipality = $1 AND pos = $2",
      [](const PostgresRows& rows, int i) { return rows.integer(i, 0); }, pos);
}

Result<std::int64_t> PostgresTx::floor() {
  const auto found = first("SELECT floor FROM municipality WHERE key = $1",
                           [](const PostgresRows& rows, int i) { return rows.integer(i, 0); });
  if (!found) return found.error();
  return found->value_or(0);
}

Result<std::vector<PositionedRow>> PostgresTx::rowsAfter(std::int64_t cursor, int limit) {
  std::vector<PositionedRow> all;
  const auto append = [&](const char* sql, int posColumn, auto read) -> Status {
    const auto rows = run(sql, cursor, limit);
    if (!rows) return rows.error();
    for (int i = 0; i < rows->size(); ++i) {
      all.push_back({rows->integer(i, posColumn), read(*rows, i)});
    }
    return {};
  };
  const Status statuses[] = {
      append("SELECT name, row_pos FROM municipality WHERE key = $1 AND row_pos > $2 LIMIT $3", 1,
             [](const PostgresRows& rows, int i) { return MunicipalityRow{rows.text(i, 0)}; }),
      append(
          "SELECT id, place, name_da, name_en, topic_group, authority, heavy, library,"
          " citizen_service, kle, self_service, minutes, valid_from, valid_to, checked_on, owner,"
          " replaced_by, pos FROM topic WHERE municipality = $1 AND pos > $2"
          " ORDER BY pos LIMIT $3",
          17, readTopic),
      append("SELECT code, name, pos FROM branch WHERE municipality = $1 AND pos > $2"
             " ORDER BY pos LIMIT $3",
             2, readBranch),
      append("SELECT day, series, branch, unit, item, n, pos FROM cell"
             " WHERE municipality = $1 AND pos > $2 ORDER BY pos LIMIT $3",
             6, [](const PostgresRows& rows, int i) { return CellRow{readCell(rows, i)}; }),
      append("SELECT id, gone, pos FROM shared WHERE municipality = $1 AND pos > $2"
             " ORDER BY pos LIMIT $3",
             2, readShared),
      append("SELECT name, text, pos FROM document WHERE municipality = $1 AND pos > $2"
             " ORDER BY pos LIMIT $3",
             2, readDocument)};
  for (const Status& status : statuses) {
    if (!status) return status.error();
  }
  std::sort(all.begin(), all.end(),
            [](const PositionedRow& a, const PositionedRow& b) { return a.pos < b.pos; });
  if (all.size() > static_cast<std::size_t>(limit)) all.resize(static_cast<std::size_t>(limit));
  return all;
}

Result<std::vector<Cell>> PostgresTx::cells(const Period& period, const std::string& branch) {
  return list(
      "SELECT day, series, branch, unit, item, n FROM cell WHERE municipality = $1"
      " AND day BETWEEN $2 AND $3 AND ($4 = '' OR branch = $4)",
      readCell, toNumber(period.from), toNumber(period.to), branch);
}

Result<std::vector<Cell>> PostgresTx::allCells() {
  return list(
      "SELECT day, series, branch, unit, item, n FROM cell"
      " WHERE municipality = $1 AND n <> 0",
      readCell);
}

Result<Vocabulary> PostgresTx::vocabulary() {
  const auto text = [](const PostgresRows& rows, int i) { return rows.text(i, 0); };
  const auto topics = list("SELECT id FROM topic WHERE municipality = $1", text);
  if (!topics) return topics.error();
  const auto branches = list("SELECT code FROM branch WHERE municipality = $1", text);
  if (!branches) return branches.error();
  Vocabulary vocabulary;
  vocabulary.topics.insert(topics->begin(), topics->end());
  vocabulary.branches.insert(branches->begin(), branches->end());
  return vocabulary;
}

Result<std::vector<Topic>> PostgresTx::topics() {
  return list(
      "SELECT id, place, name_da, name_en, topic_group, authority, heavy, library,"
      " citizen_service, kle, self_service, minutes, valid_from, valid_to, checked_on, owner,"
      " replaced_by FROM topic WHERE municipality = $1 ORDER BY place, id COLLATE \"C\"",
      [](const PostgresRows& rows, int i) { return *readTopic(rows, i).topic; });
}

Result<std::vector<Branch>> PostgresTx::branches() {
  return list("SELECT code, name FROM branch WHERE municipality = $1 ORDER BY name COLLATE \"C\"",
              [](const PostgresRows& rows, int i) { return *readBranch(rows, i).branch; });
}

Result<std::int64_t> PostgresTx::takePositions(std::int64_t count, std::int64_t salt, Instant now) {
  const auto last =
      run("UPDATE municipality SET pos = pos + $2 WHERE key = $1 RETURNING pos", count);
  if (!last) return last.error();
  if (last->size() == 0) return Error{ErrorCode::Storage, "hub", "its municipality is gone"};
  const std::int64_t pos = m_position = last->integer(0, 0);
  const Status noted = change(
      "INSERT INTO timeline(municipality, pos, salt, at)"
      " VALUES($1, $2, $3, $4)",
      pos, salt, toMs(now));
  if (!noted) return noted.error();
  return pos - count + 1;
}

/// Changes of one cell come together: a statement may touch a row once only.
Status PostgresTx::addToCells(std::span<const Cell> changes, std::int64_t first) {
  if (changes.empty()) return {};
  std::vector<std::int64_t> days;
  std::vector<std::int64_t> series;
  std::vector<std::string> branches;
  std::vector<std::int64_t> units;
  std::vector<std::string> items;
  std::vector<std::int64_t> numbers;
  for (const auto& [key, n] : changes) {
    days.push_back(toNumber(key.day));
    series.push_back(static_cast<std::int64_t>(key.series));
    branches.push_back(key.branch);
    units.push_back(static_cast<std::int64_t>(key.unit));
    items.push_back(key.item);
    numbers.push_back(n);
  }
  return change(
      "INSERT INTO cell AS old(municipality, day, series, branch, unit, item, n, pos)"
      " SELECT $1, day, series, branch, unit, item, sum(n), max(pos)"
      " FROM unnest($2, $3, $4, $5, $6, $7, $8) AS more(day, series, branch, unit, item, n, pos)"
      " GROUP BY day, series, branch, unit, item"
      " ON CONFLICT(municipality, day, series, branch, unit, item)"
      " DO UPDATE SET n = old.n + excluded.n, pos = excluded.pos",
      days, series, branches, units, items, numbers, counting(changes.size(), first));
}

Status PostgresTx::putShared(std::span<const SharedChange> changes, std::int64_t first) {
  if (changes.empty()) return {};
  std::vector<Id> ids;
  std::vector<std::int64_t> until;
  std::vector<bool> gone;
  for (const SharedChange& one : changes) {
    ids.push_back(one.subject);
    until.push_back(toNumber(one.until.value_or(Day{})));
    gone.push_back(!one.until);
  }
  return change(
      "INSERT INTO shared(municipality, id, until, gone, pos)"
      " SELECT $1, id, until, gone, pos FROM unnest($2, $3, $4, $5) AS more(id, until, gone, pos)"
      " ON CONFLICT(municipality, id) DO UPDATE SET until = excluded.until, gone = excluded.gone,"
      " pos = excluded.pos",
      ids, until, gone, counting(changes.size(), first));
}

Result<std::vector<Id>> PostgresTx::sharedUntil(Day day) {
  return list(
      "SELECT id FROM shared WHERE municipality = $1 AND NOT gone AND until < $2",
      [](const PostgresRows& rows, int i) { return rows.id(i, 0); }, toNumber(day));
}

/// A position between two heads was taken with the later one.
Result<Pruned> PostgresTx::dropGone(Instant before) {
  Pruned pruned;
  const auto drop = [&](const char* sql, std::int64_t& count) -> Status {
    const auto rows = run(sql, toMs(before));
    if (!rows) return rows.error();
    count = rows->size();
    for (int i = 0; i < rows->size(); ++i) {
      pruned.floor = std::max(pruned.floor, rows->integer(i, 0));
    }
    return {};
  };
  const Status cells = drop(
      "DELETE FROM cell WHERE municipality = $1 AND n = 0 AND (SELECT at FROM timeline t"
      " WHERE t.municipality = $1 AND t.pos >= cell.pos ORDER BY t.pos LIMIT 1) < $2 RETURNING pos",
      pruned.cells);
  if (!cells) return cells.error();
  const Status subjects = drop(
      "DELETE FROM shared WHERE municipality = $1 AND gone AND (SELECT at FROM timeline t"
      " WHERE t.municipality = $1 AND t.pos >= shared.pos ORDER BY t.pos LIMIT 1) < $2"
      " RETURNING pos",
      pruned.subjects);
  if (!subjects) return subjects.error();
  const auto raised =
      run("UPDATE municipality SET floor = greatest(floor, $2) WHERE key = $1 RETURNING floor",
          pruned.floor);
  if (!raised) return raised.error();
  if (raised->size() == 1) pruned.floor = raised->integer(0, 0);
  return pruned;
}

/// Tables are shared: what is one municipality's cannot be told.
Result<std::int64_t> PostgresTx::databaseBytes() {
  const auto found = first("SELECT pg_database_size(current_database()) WHERE $1 > 0",
                           [](const PostgresRows& rows, int i) { return rows.integer(i, 0); });
  if (!found) return found.error();
  return found->value_or(0);
}

/// The transaction has locked the municipality, which is a write.
Status PostgresTx::tryWrite() {
  return {};
}

Status PostgresTx::setUp(const HubInfo& info, std::int64_t salt, Instant now) {
  if (this->info()) return Error{ErrorCode::Refused, "hub", "is set up already"};
  const auto first = takePositions(1, salt, now);
  if (!first) return first.error();
  return change(
      "UPDATE municipality SET id = $2, name = $3, row_pos = $4, tally = $5"
      " WHERE key = $1",
      info.id, info.municipality, *first, kTallyVersion);
}

Status PostgresTx::putTopics(std::span<const Topic> topics, std::int64_t first) {
  int place = 0;
  for (const Topic& topic : topics) {
    if (const Status put = putTopic(topic, place, first + place); !put) return put;
    ++place;
  }
  return {};
}

Status PostgresTx::putTopic(const Topic& topic, int place, std::int64_t pos) {
  const Status gone = change("DELETE FROM topic WHERE municipality = $1 AND id = $2", topic.id);
  if (!gone) return gone;
  return change(
      "INSERT INTO topic(municipality, id, place, name_da, name_en, topic_group, authority, heavy,"
      " library, citizen_service, kle, self_service, minutes, valid_from, valid_to, checked_on,"
      " owner, replaced_by, pos) VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,"
      " $14, $15, $16, $17, $18, $19)",
      topic.id, place, topic.nameDa, topic.nameEn, topic.group, topic.authority, topic.heavy,
      topic.library, topic.citizenService, topic.kle, topic.selfService, topic.minutes,
      toNumber(topic.validFrom), toNumber(topic.validTo), toNumber(topic.checkedOn), topic.owner,
      topic.replacedBy, pos);
}

Status PostgresTx::putBranch(const Branch& branch, std::int64_t pos) {
  return change(
      "INSERT INTO branch(municipality, code, name, pos) VALUES($1, $2, $3, $4)"
      " ON CONFLICT(municipality, code) DO UPDATE SET name = excluded.name,"
      " pos = excluded.pos",
      branch.code, branch.name, pos);
}

Status PostgresTx::putDocument(const DocumentRow& document, std::int64_t pos) {
  return change(
      "INSERT INTO document(municipality, name, text, pos) VALUES($1, $2, $3, $4)"
      " ON CONFLICT(municipality, name) DO UPDATE SET text = excluded.text,"
      " pos = excluded.pos",
      document.name, document.text, pos);
}

Result<std::optional<std::string>> PostgresTx::document(const std::string& name) {
  const auto found = first("SELECT name, text FROM document WHERE municipality = $1 AND name = $2",
                           readDocument, name);
  if (!found) return found.error();
  return *found ? (*found)->text : std::nullopt;
}

Result<std::vector<std::string>> PostgresTx::documents() {
  return list(
      "SELECT name FROM document WHERE municipality = $1 AND text IS NOT NULL"
      " ORDER BY name COLLATE \"C\"",
      [](const PostgresRows& rows, int i) { return rows.text(i, 0); });
}

Result<int> PostgresTx::tallyVersion() {
  const auto found = first("SELECT tally FROM municipality WHERE key = $1 AND id IS NOT NULL",
                           [](const PostgresRows& rows, int i) { return rows.integer(i, 0); });
  if (!found) return found.error();
  return static_cast<int>(found->value_or(kTallyVersion));
}

Status PostgresTx::setTallyVersion(int version) {
  return change("UPDATE municipality SET tally = $2 WHERE key = $1", version);
}

}  // namespace vejviser::hub
