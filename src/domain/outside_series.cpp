#include "src/domain/outside_series.h"

#include "src/base/text.h"
#include "src/domain/codes.h"
#include "src/domain/table.h"

#include <algorithm>
#include <array>

namespace vejviser {

namespace {

constexpr std::array<std::string_view, 7> kColumns = {"series", "branch", "from", "to",
                                                      "n",      "da",     "en"};
enum Column : std::uint8_t { kSeries, kBranch, kFrom, kTo, kN, kDa, kEn };
constexpr std::string_view kNameStart = "series-";
constexpr TableForm kForm = {"series", kColumns, 20'000};
constexpr std::size_t kLongestText = 200;
constexpr std::chrono::days kLongestSpan{366};  // a year's total
const Day kEarliest{std::chrono::year{1970} / 1 / 1};
const Day kLatestDay{std::chrono::year{2099} / 12 / 31};

using Row = std::vector<std::string>;

Error fault(std::size_t line, Column column, const std::string& why) {
  return faultIn(kForm, line, kColumns[column], why);
}

Result<Day> readDay(const Row& row, std::size_t line, Column column) {
  const auto day = parseDay(row[column]);
  if (!day) return fault(line, column, "'" + row[column] + "' is no day such as 2026-11-24");
  if (*day < kEarliest || *day > kLatestDay) return fault(line, column, "must be 1970 to 2099");
  return *day;
}

/// A code, or with `orAll` empty.
Status checkCode(const Row& row, std::size_t line, Column column, bool orAll) {
  if (orAll && row[column].empty()) return {};
  if (isCode(row[column])) return {};
  return fault(line, column, "'" + row[column] + "' is not a code (a-z, 0-9, '-' and '_')");
}

/// That cells of a row of this sort say nothing.
Status checkEmpty(const Row& row, std::size_t line, std::initializer_list<Column> columns,
                  const std::string& of) {
  for (const Column column : columns) {
    if (!row[column].empty()) return fault(line, column, "must be empty in the row of " + of);
  }
  return {};
}

Status checkTexts(const Row& row, std::size_t line) {
  const Status da = checkText(kForm, line, kColumns[kDa], row[kDa], kLongestText);
  return da ? checkText(kForm, line, kColumns[kEn], row[kEn], kLongestText) : da;
}

Status readName(const Row& row, std::size_t line, OutsideSeries& series) {
  if (const Status code = checkCode(row, line, kSeries, false); !code) return code;
  if (const Status none = checkEmpty(row, line, {kBranch, kN}, "a name"); !none) return none;
  if (const Status texts = checkTexts(row, line); !texts) return texts;
  if (series.names.emplace(row[kSeries], BothTexts{row[kDa], row[kEn]}).second) return {};
  return fault(line, kSeries, "has a name already");
}

Status readBreak(const Row& row, std::size_t line, OutsideSeries& series) {
  if (const Status code = checkCode(row, line, kSeries, true); !code) return code;
  if (const Status code = checkCode(row, line, kBranch, true); !code) return code;
  const auto on = readDay(row, line, kFrom);
  if (!on) return on.error();
  if (const Status none = checkEmpty(row, line, {kN}, "a break"); !none) return none;
  if (const Status texts = checkTexts(row, line); !texts) return texts;
  series.breaks.push_back({*on, row[kSeries], row[kBranch], {row[kDa], row[kEn]}});
  return {};
}

Status readTotal(const Row& row, std::size_t line, OutsideSeries& series) {
  for (const Column column : {kSeries, kBranch}) {
    if (const Status code = checkCode(row, line, column, false); !code) return code;
  }
  const auto from = readDay(row, line, kFrom);
  if (!from) return from.error();
  const auto to = readDay(row, line, kTo);
  if (!to) return to.error();
  if (*to < *from) return fault(line, kTo, "is before from");
  if (*to - *from >= kLongestSpan) return fault(line, kTo, "is more than a year after from");
  std::optional<std::int64_t> n;
  if (!row[kN].empty()) {
    n = wholeNumber<std::int64_t>(row[kN]);
    if (!n || *n < 0 || *n > kMostInATotal) {
      return fault(line, kN, "'" + row[kN] + "' is no whole number from 0 to 10^9");
    }
  }
  if (const Status none = checkEmpty(row, line, {kDa, kEn}, "a total"); !none) return none;
  // Those before it share no day, so only its neighbours can reach into it.
  const auto at = series.totals.emplace(OutsideKey{row[kSeries], row[kBranch], *from, *to}, n);
  const auto shares = [&](const auto& other) {
    return other.first.series == row[kSeries] && other.first.branch == row[kBranch] &&
           other.first.from <= *to && other.first.to >= *from;
  };
  const auto next = std::next(at.first);
  const bool shared = !at.second ||
                      (at.first != series.totals.begin() && shares(*std::prev(at.first))) ||
                      (next != series.totals.end() && shares(*next));
  return shared ? fault(line, kFrom, "shares a day with another total of the series") : Status{};
}

Status readRow(const Row& row, std::size_t line, OutsideSeries& series) {
  if (!row[kTo].empty()) return readTotal(row, line, series);
  return row[kFrom].empty() ? readName(row, line, series) : readBreak(row, line, series);
}

}  // namespace

std::map<OutsideKey, std::optional<std::int64_t>> OutsideSeries::totalsOf(
    const std::string& of, const std::string& branch, const Period& days) const {
  std::map<OutsideKey, std::optional<std::int64_t>> found;
  for (auto it = totals.lower_bound({of, branch, days.from, {}}); it != totals.end(); ++it) {
    const OutsideKey& key = it->first;
    if (key.series != of || key.branch != branch || key.from > days.to) break;
    if (key.to <= days.to) found.insert(*it);
  }
  return found;
}

std::vector<Break> OutsideSeries::breaksOf(const std::string& of, const std::string& branch,
                                           const Period& days) const {
  std::vector<Break> found;
  std::copy_if(breaks.begin(), breaks.end(), std::back_inserter(found), [&](const Break& each) {
    return days.contains(each.on) && (each.series.empty() || each.series == of) &&
           (each.branch.empty() || each.branch == branch);
  });
  return found;
}

OutsideSeries OutsideSeries::totalsAlone(const std::string& of) const {
  OutsideSeries alone;
  std::copy_if(totals.begin(), totals.end(), std::inserter(alone.totals, alone.totals.end()),
               [&](const auto& total) { return total.first.series == of; });
  return alone;
}

Result<OutsideSeries> readOutsideSeries(const TableRows& rows) {
  const bool headingAlone = rows.size() == 1 && std::equal(rows[0].begin(), rows[0].end(),
                                                           kColumns.begin(), kColumns.end());
  if (headingAlone) return OutsideSeries{};
  if (const Status form = checkForm(kForm, rows); !form) return form.error();
  OutsideSeries series;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (const Status row = readRow(rows[i], i + 1, series); !row) return row.error();
  }
  std::stable_sort(series.breaks.begin(), series.breaks.end(),
                   [](const Break& a, const Break& b) { return a.on < b.on; });
  return series;
}

TableRows outsideRows(const OutsideSeries& series) {
  TableRows rows{{kColumns.begin(), kColumns.end()}};
  for (const auto& [code, name] : series.names) {
    rows.push_back({code, "", "", "", "", name.da, name.en});
  }
  for (const Break& each : series.breaks) {
    rows.push_back(
        {each.series, each.branch, toString(each.on), "", "", each.what.da, each.what.en});
  }
  for (const auto& [key, n] : series.totals) {
    rows.push_back({key.series, key.branch, toString(key.from), toString(key.to),
                    n ? std::to_string(*n) : "", "", ""});
  }
  return rows;
}

std::string totalsName(std::string_view series) {
  return std::string{kNameStart} + std::string{series};
}

std::optional<std::string_view> seriesOfTotals(std::string_view name) {
  if (!name.starts_with(kNameStart) || !isCode(name)) return std::nullopt;
  name.remove_prefix(kNameStart.size());
  return isCode(name) ? std::optional{name} : std::nullopt;
}

Result<OutsideSeries> readTotals(const TableRows& rows, std::string_view series) {
  auto read = readOutsideSeries(rows);
  if (!read) return read;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (rows[i][kSeries] != series) return fault(i + 1, kSeries, "must be " + std::string{series});
    if (rows[i][kTo].empty()) return fault(i + 1, kTo, "is empty: this is no total");
  }
  return read;
}

std::string_view builtInSeriesCsv() {
  return "series,branch,from,to,n,da,en\n";
}

}  // namespace vejviser
