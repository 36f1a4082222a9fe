#include "src/domain/calendar.h"
#include "sync/hub/postgres_cells.h"
#include "sync/hub/postgres_tx.h"

#include <algorithm>
#include <iterator>

namespace vejviser::hub {

namespace {

/// Reads `tab, unit, item` from column `first` on.
Line readLine(const PostgresRows& rows, int row, int first) {
  return {static_cast<Table>(rows.integer(row, first)), rows.enumerator<Unit>(row, first + 1),
          rows.text(row, first + 2)};
}

/// Reads `token, name, created, expires, last_used`.
ApiToken readApiToken(const PostgresRows& rows, int row) {
  return {rows.digest(row, 0), rows.text(row, 1), rows.instant(row, 2),
          rows.optionalInstant(row, 3), rows.optionalInstant(row, 4)};
}

/// Calls `act` with the columns of weeks, one vector each.
template <class Act>
Status withColumns(std::span<const WeekSum> sums, Act act) {
  const auto column = [&](auto read) {
    std::vector<decltype(read(sums.front()))> values;
    values.reserve(sums.size());
    for (const WeekSum& sum : sums) values.push_back(read(sum));
    return values;
  };
  return act(
      column([](const WeekSum& sum) { return sum.key.scope; }),
      column([](const WeekSum& sum) { return std::int64_t{toNumber(sum.key.monday)}; }),
      column([](const WeekSum& sum) { return std::int64_t{sum.key.line.table}; }),
      column([](const WeekSum& sum) { return static_cast<std::int64_t>(sum.key.line.unit); }),
      column([](const WeekSum& sum) { return sum.key.line.item; }),
      column([](const WeekSum& sum) { return sum.n; }));
}

}  // namespace

/// A page begins where the one before ended, however long the period is.
Result<std::vector<Cell>> PostgresTx::cellPage(const CellFilter& filter) {
  const CellKey& after = filter.after;
  std::vector<std::int64_t> wanted;
  for (const Series one : filter.series) wanted.push_back(static_cast<std::int64_t>(one));
  return list(
      "SELECT day, series, branch, unit, item, n FROM cell WHERE municipality = $1"
      " AND (day, series, branch, unit, item) > ($2, $3, $4, $5, $6) AND day <= $7"
      " AND ($8 = '' OR branch = $8) AND ($9 = 0 OR unit = $9)"
      " AND ($10 OR series = ANY($11)) AND n <> 0 AND n BETWEEN -$12 AND $12"
      " ORDER BY day, series, branch, unit, item LIMIT $13",
      readCell, toNumber(after.day), after.series, after.branch, after.unit, after.item,
      toNumber(filter.period.to), filter.branch,
      filter.unit ? static_cast<std::int64_t>(*filter.unit) : 0, wanted.empty(), wanted,
      kMostInACell, filter.limit);
}

Result<std::vector<LastDone>> PostgresTx::lastDone(const Period& days, const std::string& branch) {
  return list(
      "SELECT branch, item, max(day) FROM cell WHERE municipality = $1"
      " AND day BETWEEN $2 AND $3 AND series = $4 AND branch <> '' AND ($5 = '' OR branch = $5)"
      " AND n > 0 GROUP BY branch, item ORDER BY branch, item",
      [](const PostgresRows& rows, int i) {
        const Day day = dayFromNumber(static_cast<int>(rows.integer(i, 2)));
        return LastDone{rows.text(i, 0), rows.text(i, 1), day};
      },
      toNumber(days.from), toNumber(days.to), Series::Topic, branch);
}

Result<std::vector<std::pair<Line, std::int64_t>>> PostgresTx::weekLines(const Period& mondays,
                                                                         const std::string& scope) {
  return list(
      "SELECT tab, unit, item, sum(n)::bigint FROM week WHERE municipality = $1 AND scope = $2"
      " AND monday BETWEEN $3 AND $4 GROUP BY tab, unit, item",
      [](const PostgresRows& rows, int i) {
        return std::pair{readLine(rows, i, 0), rows.integer(i, 3)};
      },
      scope, toNumber(mondays.from), toNumber(mondays.to));
}

Result<std::vector<WeekSum>> PostgresTx::allWeekSums() {
  return list("SELECT scope, monday, tab, unit, item, n FROM week WHERE municipality = $1",
              [](const PostgresRows& rows, int i) {
                const Day monday = dayFromNumber(static_cast<int>(rows.integer(i, 1)));
                return WeekSum{{rows.text(i, 0), monday, readLine(rows, i, 2)}, rows.integer(i, 5)};
              });
}

/// Each key comes once: weekSums() sees to it. Only what was taken away can have come to nothing.
Status PostgresTx::addToWeeks(std::span<const WeekSum> changes) {
  if (changes.empty()) return {};
  std::vector<WeekSum> fewer;
  std::copy_if(changes.begin(), changes.end(), std::back_inserter(fewer),
               [](const WeekSum& sum) { return sum.n < 0; });
  const Status added = withColumns(changes, [&](const auto&... columns) {
    return change(
        "INSERT INTO week AS old(municipality, scope, monday, tab, unit, item, n)"
        " SELECT $1, scope, monday, tab, unit, item, n"
        " FROM unnest($2, $3, $4, $5, $6, $7) AS more(scope, monday, tab, unit, item, n)"
        " ON CONFLICT(municipality, scope, monday, tab, unit, item)"
        " DO UPDATE SET n = old.n + excluded.n",
        columns...);
  });
  if (!added || fewer.empty()) return added;
  return withColumns(fewer, [&](const auto&... columns) {
    return change(
        "DELETE FROM week USING unnest($2, $3, $4, $5, $6, $7)"
        " AS less(scope, monday, tab, unit, item, by)"
        " WHERE municipality = $1 AND week.scope = less.scope AND week.monday = less.monday"
        " AND week.tab = less.tab AND week.unit = less.unit AND week.item = less.item"
        " AND week.n = 0",
        columns...);
  });
}

Result<std::optional<ApiToken>> PostgresTx::apiToken(const Digest& token) {
  return first(
      "SELECT token, name, created, expires, last_used FROM api_token"
      " WHERE municipality = $1 AND token = $2",
      readApiToken, token);
}

Result<std::vector<ApiToken>> PostgresTx::apiTokens() {
  return list(
      "SELECT token, name, created, expires, last_used FROM api_token WHERE municipality = $1"
      " ORDER BY name",
      readApiToken);
}

Status PostgresTx::addApiToken(const ApiToken& token) {
  const auto added =
      run("INSERT INTO api_token(municipality, token, name, created, expires)"
          " VALUES($1, $2, $3, $4, $5) ON CONFLICT(municipality, name) DO NOTHING",
          token.token, token.name, toMs(token.created), toMs(token.expires));
  if (!added) return added.error();
  if (added->changed() == 0) return Error{ErrorCode::Refused, token.name, "has a token already"};
  return {};
}

Status PostgresTx::removeApiToken(const std::string& name) {
  const auto removed = run("DELETE FROM api_token WHERE municipality = $1 AND name = $2", name);
  if (!removed) return removed.error();
  if (removed->changed() == 0) return Error{ErrorCode::Invalid, name, "has no token"};
  return {};
}

Status PostgresTx::noteApiTokenUsed(const Digest& token, Instant at) {
  return change("UPDATE api_token SET last_used = $3 WHERE municipality = $1 AND token = $2", token,
                toMs(at));
}

}  // namespace vejviser::hub
