#include "platform/sqlite.h"
#include "src/domain/calendar.h"
#include "sync/hub/sqlite_cells.h"
#include "sync/hub/sqlite_figures.h"
#include "sync/hub/sqlite_tx.h"

namespace vejviser::hub {

using platform::bindAll;
using platform::enumOf;
using platform::guarded;
using platform::run;

namespace {

/// Reads `tab, unit, item` from column `first` on.
Line readLine(SQLite::Statement& row, int first) {
  return {static_cast<Table>(row.getColumn(first).getInt()), enumOf<Unit>(row.getColumn(first + 1)),
          row.getColumn(first + 2).getString()};
}

ApiToken readApiToken(SQLite::Statement& row) {
  ApiToken token;
  token.name = row.getColumn(0).getString();
  token.created = fromMs(row.getColumn(1).getInt64());
  if (!row.isColumnNull(2)) token.expires = fromMs(row.getColumn(2).getInt64());
  if (!row.isColumnNull(3)) token.lastUsed = fromMs(row.getColumn(3).getInt64());
  return token;
}

/// One bit for each series asked for; all when none is named.
std::int64_t maskOf(const std::vector<Series>& series) {
  std::int64_t mask = 0;
  for (const Series one : series) mask |= std::int64_t{1} << static_cast<int>(one);
  return series.empty() ? (std::int64_t{1} << 62) - 1 : mask;
}

}  // namespace

Result<std::vector<Cell>> SqliteTx::cellPage(const CellFilter& filter) {
  return guarded("read the cube", [&] {
    const CellKey& after = filter.after;
    const int unit = filter.unit ? static_cast<int>(*filter.unit) : 0;
    return readCells(
        bindAll(prepared(sql::kCellPage), toNumber(after.day), static_cast<int>(after.series),
                after.branch, static_cast<int>(after.unit), after.item, toNumber(filter.period.to),
                filter.branch, unit, maskOf(filter.series), kMostInACell, filter.limit));
  });
}

Result<std::vector<LastDone>> SqliteTx::lastDone(const Period& days, const std::string& branch) {
  return guarded("ask when topics were last done", [&] {
    SQLite::Statement& rows = bindAll(prepared(sql::kLastDone), toNumber(days.from),
                                      toNumber(days.to), Series::Topic, branch);
    std::vector<LastDone> last;
    while (rows.executeStep()) {
      last.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString(),
                      dayFromNumber(rows.getColumn(2).getInt())});
    }
    return last;
  });
}

Result<std::vector<std::pair<Line, std::int64_t>>> SqliteTx::weekLines(const Period& mondays,
                                                                       const std::string& scope) {
  return guarded("read the weeks", [&] {
    SQLite::Statement& rows =
        bindAll(prepared(sql::kWeekLines), scope, toNumber(mondays.from), toNumber(mondays.to));
    std::vector<std::pair<Line, std::int64_t>> lines;
    while (rows.executeStep()) lines.emplace_back(readLine(rows, 0), rows.getColumn(3).getInt64());
    return lines;
  });
}

Result<std::vector<WeekSum>> SqliteTx::allWeekSums() {
  return guarded("read the weeks", [&] {
    SQLite::Statement& rows = prepared("SELECT scope, monday, tab, unit, item, n FROM week");
    std::vector<WeekSum> sums;
    while (rows.executeStep()) {
      const Day monday = dayFromNumber(rows.getColumn(1).getInt());
      sums.push_back({{rows.getColumn(0).getString(), monday, readLine(rows, 2)},
                      rows.getColumn(5).getInt64()});
    }
    return sums;
  });
}

Status SqliteTx::addToWeeks(std::span<const WeekSum> changes) {
  return guarded("add to the weeks", [&] {
    SQLite::Statement& add = prepared(
        "INSERT INTO week(scope, monday, tab, unit, item, n) VALUES(?,?,?,?,?,?)"
        " ON CONFLICT DO UPDATE SET n = n + excluded.n");
    SQLite::Statement& drop = prepared(
        "DELETE FROM week WHERE scope=? AND monday=? AND tab=? AND unit=? AND item=? AND n = 0");
    for (const auto& [key, n] : changes) {
      const Line& line = key.line;
      const auto monday = toNumber(key.monday);
      run(add, key.scope, monday, std::int64_t{line.table}, line.unit, line.item, n);
      if (n > 0) continue;
      run(drop, key.scope, monday, std::int64_t{line.table}, line.unit, line.item);
    }
  });
}

Result<std::optional<ApiToken>> SqliteTx::apiToken(const Digest& token) {
  return guarded("find a reader's token", [&] {
    SQLite::Statement& row = bindAll(
        prepared("SELECT name, created, expires, last_used FROM api_token WHERE token=?"), token);
    std::optional<ApiToken> found;
    if (row.executeStep()) {
      found = readApiToken(row);
      found->token = token;
    }
    return found;
  });
}

Result<std::vector<ApiToken>> SqliteTx::apiTokens() {
  return guarded("list readers' tokens", [&] {
    SQLite::Statement& rows =
        prepared("SELECT name, created, expires, last_used FROM api_token ORDER BY name");
    std::vector<ApiToken> tokens;
    while (rows.executeStep()) tokens.push_back(readApiToken(rows));
    return tokens;
  });
}

Status SqliteTx::addApiToken(const ApiToken& token) {
  return guarded("store a reader's token", [&]() -> Status {
    const int added =
        run(prepared("INSERT INTO api_token(token, name, created, expires) VALUES(?,?,?,?)"
                     " ON CONFLICT(name) DO NOTHING"),
            token.token, token.name, toMs(token.created), toMs(token.expires));
    if (added == 0) return Error{ErrorCode::Refused, token.name, "has a token already"};
    return {};
  });
}

Status SqliteTx::removeApiToken(const std::string& name) {
  return guarded("remove a reader's token", [&]() -> Status {
    const int removed = run(prepared("DELETE FROM api_token WHERE name=?"), name);
    if (removed == 0) return Error{ErrorCode::Invalid, name, "has no token"};
    return {};
  });
}

Status SqliteTx::noteApiTokenUsed(const Digest& token, Instant at) {
  return guarded("note a reader's token", [&] {
    run(prepared("UPDATE api_token SET last_used=?2 WHERE token=?1"), token, toMs(at));
  });
}

}  // namespace vejviser::hub
