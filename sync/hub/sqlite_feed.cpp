#include "platform/sqlite.h"
#include "src/domain/calendar.h"
#include "sync/hub/sqlite_cells.h"
#include "sync/hub/sqlite_figures.h"
#include "sync/hub/sqlite_tx.h"

#include <algorithm>

namespace vejviser::hub {

using platform::bindAll;
using platform::enumOf;
using platform::guarded;
using platform::idOf;
using platform::run;

namespace {

/// A day that may not be told.
std::optional<Day> dayOf(const SQLite::Column& column) {
  return column.isNull() ? std::nullopt : std::optional{dayFromNumber(column.getInt())};
}

/// Reads `id, place, name_da, ... replaced_by`.
TopicRow readTopic(SQLite::Statement& row) {
  Topic topic;
  topic.id = row.getColumn(0).getString();
  topic.nameDa = row.getColumn(2).getString();
  topic.nameEn = row.getColumn(3).getString();
  topic.group = row.getColumn(4).getString();
  topic.authority = row.getColumn(5).getInt() != 0;
  topic.heavy = row.getColumn(6).getInt() != 0;
  topic.library = row.getColumn(7).getInt() != 0;
  topic.citizenService = row.getColumn(8).getInt() != 0;
  topic.kle = row.getColumn(9).getString();
  topic.selfService = row.getColumn(10).getString();
  topic.minutes = row.getColumn(11).getInt();
  topic.validFrom = dayOf(row.getColumn(12));
  topic.validTo = dayOf(row.getColumn(13));
  topic.checkedOn = dayOf(row.getColumn(14));
  topic.owner = row.getColumn(15).getString();
  topic.replacedBy = row.getColumn(16).getString();
  return {topic.id, row.getColumn(1).getInt(), topic};
}

Branch readBranch(SQLite::Statement& row) {
  return {row.getColumn(0).getString(), row.getColumn(1).getString()};
}

DocumentRow readDocument(SQLite::Statement& row) {
  DocumentRow document{row.getColumn(0).getString(), std::nullopt};
  if (!row.isColumnNull(1)) document.text = row.getColumn(1).getString();
  return document;
}

/// Appends the rows of one table; the position is the statement's last column.
template <class Read>
void appendRows(SQLite::Statement& rows, std::vector<PositionedRow>& all, Read read) {
  while (rows.executeStep()) {
    all.push_back({rows.getColumn(rows.getColumnCount() - 1).getInt64(), read(rows)});
  }
}

}  // namespace

Result<HubInfo> SqliteTx::info() {
  return guarded("read the hub", [&]() -> Result<HubInfo> {
    SQLite::Statement& row = prepared("SELECT id, municipality FROM hub");
    if (!row.executeStep()) {
      return Error{ErrorCode::Storage, "hub", "is not set up; run vejviser-hub init"};
    }
    HubInfo info{idOf(row.getColumn(0)), row.getColumn(1).getString()};
    return info;
  });
}

Result<Head> SqliteTx::head() {
  return guarded("read the position", [&] {
    SQLite::Statement& row = prepared("SELECT pos, salt, floor FROM clk JOIN timeline USING(pos)");
    Head head;
    if (row.executeStep()) {
      head = {row.getColumn(0).getInt64(), row.getColumn(1).getInt64(),
              row.getColumn(2).getInt64()};
    }
    return head;
  });
}

Result<std::optional<std::int64_t>> SqliteTx::saltAt(std::int64_t pos) {
  return guarded("read the timeline", [&] {
    SQLite::Statement& row = prepared("SELECT salt FROM timeline WHERE pos=?");
    bindAll(row, pos);
    std::optional<std::int64_t> salt;
    if (row.executeStep()) salt = row.getColumn(0).getInt64();
    return salt;
  });
}

Result<std::int64_t> SqliteTx::floor() {
  return guarded("read the floor", [&] {
    SQLite::Statement& row = prepared("SELECT floor FROM clk");
    const std::int64_t floor = row.executeStep() ? row.getColumn(0).getInt64() : 0;
    return floor;
  });
}

Result<std::vector<PositionedRow>> SqliteTx::rowsAfter(std::int64_t cursor, int limit) {
  return guarded("read the feed", [&] {
    std::vector<PositionedRow> rows;
    appendRows(
        bindAll(prepared("SELECT municipality, pos FROM hub WHERE pos > ? LIMIT ?"), cursor, limit),
        rows, [](SQLite::Statement& row) { return MunicipalityRow{row.getColumn(0).getString()}; });
    appendRows(bindAll(prepared("SELECT id, place, name_da, name_en, topic_group, authority, heavy,"
                                " library, citizen_service, kle, self_service, minutes, valid_from,"
                                " valid_to, checked_on, owner, replaced_by, pos"
                                " FROM topic WHERE pos > ? ORDER BY pos LIMIT ?"),
                       cursor, limit),
               rows, readTopic);
    appendRows(
        bindAll(prepared("SELECT code, name, pos FROM branch WHERE pos > ? ORDER BY pos LIMIT ?"),
                cursor, limit),
        rows, [](SQLite::Statement& row) {
          return BranchRow{row.getColumn(0).getString(), readBranch(row)};
        });
    appendRows(bindAll(prepared("SELECT day, series, branch, unit, item, n, pos FROM cell"
                                " WHERE pos > ? ORDER BY pos LIMIT ?"),
                       cursor, limit),
               rows, [](SQLite::Statement& row) { return CellRow{readCell(row)}; });
    appendRows(
        bindAll(prepared("SELECT id, gone, pos FROM shared WHERE pos > ? ORDER BY pos LIMIT ?"),
                cursor, limit),
        rows, [](SQLite::Statement& row) {
          const bool gone = row.getColumn(1).getInt() != 0;
          return SubjectRow{idOf(row.getColumn(0)),
                            gone ? std::nullopt : std::optional<Standing>{Standing{}}};
        });
    appendRows(
        bindAll(prepared("SELECT name, text, pos FROM document WHERE pos > ? ORDER BY pos LIMIT ?"),
                cursor, limit),
        rows, readDocument);
    std::sort(rows.begin(), rows.end(),
              [](const PositionedRow& a, const PositionedRow& b) { return a.pos < b.pos; });
    if (rows.size() > static_cast<std::size_t>(limit)) rows.resize(static_cast<std::size_t>(limit));
    return rows;
  });
}

Result<std::vector<Cell>> SqliteTx::cells(const Period& period, const std::string& branch) {
  return guarded("read the cube", [&] {
    return readCells(
        bindAll(prepared(sql::kCells), toNumber(period.from), toNumber(period.to), branch));
  });
}

Result<std::vector<Cell>> SqliteTx::allCells() {
  return guarded("read the cube", [&] {
    return readCells(prepared("SELECT day, series, branch, unit, item, n FROM cell WHERE n <> 0"));
  });
}

Result<Vocabulary> SqliteTx::vocabulary() {
  return guarded("read the catalogue", [&] {
    Vocabulary vocabulary;
    SQLite::Statement& topics = prepared("SELECT id FROM topic");
    while (topics.executeStep()) vocabulary.topics.insert(topics.getColumn(0).getString());
    SQLite::Statement& branches = prepared("SELECT code FROM branch");
    while (branches.executeStep()) vocabulary.branches.insert(branches.getColumn(0).getString());
    return vocabulary;
  });
}

Result<std::vector<Topic>> SqliteTx::topics() {
  return guarded("read the catalogue", [&] {
    SQLite::Statement& rows = prepared(
        "SELECT id, place, name_da, name_en, topic_group, authority, heavy, library,"
        " citizen_service, kle, self_service, minutes, valid_from, valid_to, checked_on, owner,"
        " replaced_by FROM topic ORDER BY place, id");
    std::vector<Topic> topics;
    while (rows.executeStep()) topics.push_back(*readTopic(rows).topic);
    return topics;
  });
}

Result<std::vector<Branch>> SqliteTx::branches() {
  return guarded("read the branches", [&] {
    SQLite::Statement& rows = prepared("SELECT code, name FROM branch ORDER BY name");
    std::vector<Branch> branches;
    while (rows.executeStep()) branches.push_back(readBranch(rows));
    return branches;
  });
}

Result<std::int64_t> SqliteTx::takePositions(std::int64_t count, std::int64_t salt, Instant now) {
  return guarded("take positions", [&] {
    m_moves = true;
    SQLite::Statement& take = prepared("UPDATE clk SET pos = pos + ? RETURNING pos");
    bindAll(take, count);
    take.executeStep();
    const std::int64_t last = take.getColumn(0).getInt64();
    run(prepared("INSERT INTO timeline(pos, salt, at) VALUES(?,?,?)"), last, salt, toMs(now));
    return last - count + 1;
  });
}

Status SqliteTx::addToCells(std::span<const Cell> changes, std::int64_t first) {
  return guarded("add to the cube", [&] {
    SQLite::Statement& add = prepared(
        "INSERT INTO cell(day, series, branch, unit, item, n, pos) VALUES(?,?,?,?,?,?,?)"
        " ON CONFLICT DO UPDATE SET n = n + excluded.n, pos = excluded.pos");
    std::int64_t pos = first;
    for (const auto& [key, n] : changes) {
      run(add, toNumber(key.day), key.series, key.branch, key.unit, key.item, n, pos++);
    }
  });
}

Status SqliteTx::putShared(std::span<const SharedChange> changes, std::int64_t first) {
  return guarded("note shared subjects", [&] {
    SQLite::Statement& put = prepared(
        "INSERT INTO shared(id, until, gone, pos) VALUES(?,?,?,?) ON CONFLICT DO UPDATE SET"
        " until = excluded.until, gone = excluded.gone, pos = excluded.pos");
    std::int64_t pos = first;
    for (const SharedChange& change : changes) {
      run(put, change.subject, toNumber(change.until.value_or(Day{})), !change.until, pos++);
    }
  });
}

Result<std::vector<Id>> SqliteTx::sharedUntil(Day day) {
  return guarded("read shared subjects", [&] {
    SQLite::Statement& rows = prepared("SELECT id FROM shared WHERE gone = 0 AND until < ?");
    bindAll(rows, toNumber(day));
    std::vector<Id> ids;
    while (rows.executeStep()) ids.push_back(idOf(rows.getColumn(0)));
    return ids;
  });
}

/// A position between two heads was taken with the later one.
Result<Pruned> SqliteTx::dropGone(Instant before) {
  return guarded("delete what is gone", [&] {
    Pruned pruned;
    const auto drop = [&](const char* sql, std::int64_t& count) {
      SQLite::Statement& gone = bindAll(prepared(sql), toMs(before));
      while (gone.executeStep()) {
        ++count;
        pruned.floor = std::max(pruned.floor, gone.getColumn(0).getInt64());
      }
    };
    drop(
        "DELETE FROM cell WHERE n = 0 AND (SELECT at FROM timeline WHERE timeline.pos >= cell.pos"
        " ORDER BY timeline.pos LIMIT 1) < ? RETURNING pos",
        pruned.cells);
    drop(
        "DELETE FROM shared WHERE gone AND (SELECT at FROM timeline WHERE timeline.pos >="
        " shared.pos ORDER BY timeline.pos LIMIT 1) < ? RETURNING pos",
        pruned.subjects);
    SQLite::Statement& raise = prepared("UPDATE clk SET floor = max(floor, ?) RETURNING floor");
    bindAll(raise, pruned.floor);
    if (raise.executeStep()) pruned.floor = raise.getColumn(0).getInt64();
    return pruned;
  });
}

Result<std::int64_t> SqliteTx::databaseBytes() {
  return guarded("read the size", [&] {
    SQLite::Database& db = m_connection.db();
    const std::int64_t pages = db.execAndGet("PRAGMA page_count").getInt64();
    return pages * db.execAndGet("PRAGMA page_size").getInt64();
  });
}

/// A row that no id of 16 bytes meets.
Status SqliteTx::tryWrite() {
  return guarded("try to write", [&] {
    prepared("INSERT INTO erased(id) VALUES(x'00')").exec();
    prepared("DELETE FROM erased WHERE id = x'00'").exec();
  });
}

Status SqliteTx::setUp(const HubInfo& info, std::int64_t salt, Instant now) {
  return guarded("set up the hub", [&]() -> Status {
    if (m_connection.db().execAndGet("SELECT count(*) FROM hub").getInt() > 0) {
      return Error{ErrorCode::Refused, "hub", "is set up already"};
    }
    m_connection.db().exec("INSERT INTO clk(one, pos) VALUES(1, 0)");
    const auto first = takePositions(1, salt, now);
    if (!first) return first.error();
    run(prepared("INSERT INTO hub(one, id, municipality, pos, tally) VALUES(1,?,?,?,?)"), info.id,
        info.municipality, *first, kTallyVersion);
    return {};
  });
}

Status SqliteTx::putTopics(std::span<const Topic> topics, std::int64_t first) {
  int place = 0;
  for (const Topic& topic : topics) {
    if (const Status put = putTopic(topic, place, first + place); !put) return put;
    ++place;
  }
  return {};
}

Status SqliteTx::putTopic(const Topic& topic, int place, std::int64_t pos) {
  return guarded("store the catalogue", [&] {
    run(prepared("INSERT OR REPLACE INTO topic(id, place, name_da, name_en, topic_group,"
                 " authority, heavy, library, citizen_service, kle, self_service, minutes,"
                 " valid_from, valid_to, checked_on, owner, replaced_by, pos)"
                 " VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
        topic.id, place, topic.nameDa, topic.nameEn, topic.group, topic.authority, topic.heavy,
        topic.library, topic.citizenService, topic.kle, topic.selfService, topic.minutes,
        toNumber(topic.validFrom), toNumber(topic.validTo), toNumber(topic.checkedOn), topic.owner,
        topic.replacedBy, pos);
  });
}

Status SqliteTx::putDocument(const DocumentRow& document, std::int64_t pos) {
  return guarded("store a document", [&] {
    run(prepared("INSERT OR REPLACE INTO document VALUES(?,?,?)"), document.name, document.text,
        pos);
  });
}

Result<std::optional<std::string>> SqliteTx::document(const std::string& name) {
  return guarded("read a document", [&] {
    SQLite::Statement& row = prepared("SELECT name, text FROM document WHERE name=?");
    bindAll(row, name);
    std::optional<std::string> text;
    if (row.executeStep()) text = readDocument(row).text;
    return text;
  });
}

Result<std::vector<std::string>> SqliteTx::documents() {
  return guarded("list documents", [&] {
    SQLite::Statement& rows =
        prepared("SELECT name FROM document WHERE text IS NOT NULL ORDER BY name");
    std::vector<std::string> names;
    while (rows.executeStep()) names.push_back(rows.getColumn(0).getString());
    return names;
  });
}

Result<int> SqliteTx::tallyVersion() {
  return guarded("read the hub", [&] {
    SQLite::Statement& row = prepared("SELECT tally FROM hub");
    const int version = row.executeStep() ? row.getColumn(0).getInt() : kTallyVersion;
    return version;
  });
}

Status SqliteTx::setTallyVersion(int version) {
  return guarded("note the count", [&] { run(prepared("UPDATE hub SET tally=?"), version); });
}

Status SqliteTx::putBranch(const Branch& branch, std::int64_t pos) {
  return guarded("store a branch", [&] {
    run(prepared("INSERT OR REPLACE INTO branch VALUES(?,?,?)"), branch.code, branch.name, pos);
  });
}

}  // namespace vejviser::hub
