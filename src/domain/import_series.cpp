#include "src/domain/import_series.h"

#include "src/domain/import_columns.h"
#include "src/domain/import_wide_months.h"
#include "src/domain/search.h"
#include "src/domain/words.h"

#include <algorithm>
#include <set>

namespace vejviser {

namespace {

constexpr Word<SeriesPreset> kPresets[] = {{SeriesPreset::WideMonths, "wide-months"},
                                           {SeriesPreset::Weeks, "weeks"}};

const Day kEarliest{std::chrono::year{1990} / 1 / 1};  // no library system is older
constexpr int kMostInAWeek = 100'000'000;
constexpr std::size_t kNowhere = SIZE_MAX;

/// A total as the file says it; its place is not known to be a branch.
struct ForeignTotal {
  std::size_t row = 0;
  std::string place;
  Period days;
  std::optional<std::int64_t> n;
};

/// The Monday of an ISO week; nothing for a week that the year does not have.
std::optional<Day> mondayOfWeek(int year, int week) {
  const Day first = mondayOf(Day{std::chrono::year{year} / 1 / 4});
  const Day monday = first + std::chrono::weeks{week - 1};
  const std::chrono::year_month_day thursday{monday + std::chrono::days{3}};
  if (week < 1 || thursday.year() != std::chrono::year{year}) return std::nullopt;
  return monday;
}

struct YearWeek {
  int year = 0;
  int week = 0;
};

/// Reads "2026-W40", "2026-40", "2026 40", "202640"; with a `year`, "40".
std::optional<YearWeek> parseWeek(std::string_view text, std::string_view year) {
  if (year.empty() && text.size() > 4) {
    year = text.substr(0, 4);
    text.remove_prefix(4);
    if (text.starts_with('-') || text.starts_with(' ')) text.remove_prefix(1);
    if (text.starts_with('W') || text.starts_with('w')) text.remove_prefix(1);
  }
  const auto inYear = parseCount(year, 9999);
  const auto week = parseCount(text, 99);
  if (year.size() != 4 || !inYear || !week) return std::nullopt;
  return YearWeek{*inYear, *week};
}

/// The columns of a file of weeks, by the names that library systems give them.
struct WeekColumns {
  std::size_t place = kNowhere;
  std::size_t year = kNowhere;
  std::size_t week = kNowhere;
  std::size_t n = kNowhere;
};

std::size_t columnOf(const CsvRows& rows, const std::set<std::string>& names) {
  if (rows.empty()) return kNowhere;
  for (std::size_t i = 0; i < rows[0].size(); ++i) {
    if (names.contains(foldForSearch(rows[0][i]))) return i;
  }
  return kNowhere;
}

Result<WeekColumns> weekColumns(const CsvRows& rows) {
  const WeekColumns columns{
      columnOf(rows, {"branch", "library", "filial", "bibliotek", "afdeling", "sted"}),
      columnOf(rows, {"year", foldForSearch("år")}), columnOf(rows, {"week", "uge"}),
      columnOf(rows,
               {"loans", foldForSearch("udlån"), "antal", foldForSearch("antal udlån"), "n"})};
  const auto missing = [](const char* what) {
    return Error{ErrorCode::Invalid, "import",
                 "the file has no column '" + std::string{what} + "'"};
  };
  if (columns.place == kNowhere) return missing("Filial");
  if (columns.week == kNowhere) return missing("Uge");
  if (columns.n == kNowhere) return missing("Udlån");
  return columns;
}

std::string cellOf(const std::vector<std::string>& row, std::size_t column) {
  return column < row.size() ? row[column] : std::string{};
}

/// Rows of a place and week that differ in other columns are parts of one total.
std::vector<ForeignTotal> readWeeks(const CsvRows& rows, const WeekColumns& columns,
                                    SeriesPlan& plan) {
  std::map<std::pair<std::string, Day>, ForeignTotal> totals;
  std::set<std::vector<std::string>> seen;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const auto& row = rows[i];
    const std::string week = cellOf(row, columns.week);
    const std::string n = cellOf(row, columns.n);
    const auto named = parseWeek(week, cellOf(row, columns.year));
    const auto count = parseCount(n, kMostInAWeek);
    if (row.size() != rows[0].size()) {
      plan.unreadable.push_back({i + 1, "has more or fewer cells than the heading"});
    } else if (!seen.insert(row).second) {
      plan.unreadable.push_back({i + 1, "comes again"});
    } else if (row[columns.place].empty()) {
      plan.unreadable.push_back({i + 1, "has no place"});
    } else if (!named) {
      plan.unreadable.push_back({i + 1, "'" + week + "' is no week"});
    } else if (!count && !n.empty()) {
      plan.unreadable.push_back({i + 1, "'" + n + "' is no number"});
    } else if (const auto monday = mondayOfWeek(named->year, named->week); !monday) {
      plan.held.push_back({i + 1, "the year " + std::to_string(named->year) + " has no week " +
                                      std::to_string(named->week)});
    } else {
      const Period days{*monday, *monday + std::chrono::days{6}};
      const auto [at, first] = totals.try_emplace(
          {row[columns.place], *monday}, ForeignTotal{i + 1, row[columns.place], days, count});
      std::optional<std::int64_t>& sum = at->second.n;
      if (!first) sum = sum && count ? std::optional{*sum + *count} : std::nullopt;
    }
  }
  std::vector<ForeignTotal> list;
  for (auto& [key, total] : totals) list.push_back(std::move(total));
  return list;
}

std::vector<ForeignTotal> readMonths(const CsvRows& rows, const WideMonths& wide,
                                     SeriesPlan& plan) {
  plan.unreadable = wide.unreadable;
  std::map<std::string, std::size_t> places;
  for (std::size_t i = 1; i < rows.size(); ++i) places.emplace(rows[i][0], i + 1);
  std::vector<ForeignTotal> list;
  for (const MonthlyTotal& total : wide.totals) {
    const Period days{Day{total.month / 1}, Day{total.month / std::chrono::last}};
    list.push_back({places[total.place], total.place, days, total.count});
  }
  return list;
}

Result<std::vector<ForeignTotal>> readTotals(const CsvRows& rows, SeriesPreset preset,
                                             SeriesPlan& plan) {
  if (preset == SeriesPreset::Weeks) {
    const auto columns = weekColumns(rows);
    if (!columns) return columns.error();
    return readWeeks(rows, *columns, plan);
  }
  const auto wide = readWideMonths(rows);
  if (!wide) return wide.error();
  return readMonths(rows, *wide, plan);
}

/// Branches by folded code, name, and what the map calls them.
std::map<std::string, std::string> branchesByName(const SeriesImport& import) {
  std::map<std::string, std::string> branches = import.branchMap;
  for (const Branch& branch : import.branches) {
    branches.emplace(foldForSearch(branch.code), branch.code);
    branches.emplace(foldForSearch(branch.name), branch.code);
  }
  return branches;
}

std::optional<std::string> whyHeld(const ForeignTotal& total, Day today) {
  const std::string days = toString(total.days.from) + " to " + toString(total.days.to);
  if (total.days.from < kEarliest) return days + " is before 1990";
  if (total.days.to >= today) return days + " has not ended";
  return std::nullopt;
}

}  // namespace

std::optional<SeriesPreset> seriesPresetFromCode(std::string_view code) {
  return valueIn<SeriesPreset>(kPresets, code);
}

Result<SeriesPlan> planSeries(const CsvRows& rows, const SeriesImport& import) {
  SeriesPlan plan;
  const auto totals = readTotals(rows, import.preset, plan);
  if (!totals) return totals.error();
  const auto branches = branchesByName(import);
  for (const ForeignTotal& total : *totals) {
    if (const auto why = whyHeld(total, import.today)) {
      if (total.n) plan.held.push_back({total.row, *why});  // a blank says nothing yet
      continue;
    }
    const auto branch = branches.find(foldForSearch(total.place));
    if (branch == branches.end()) {
      plan.unmapped[total.place] += total.n ? 1 : 0;
      continue;
    }
    auto& sum = plan.totals[{import.series, branch->second, total.days.from, total.days.to}];
    if (total.n) sum = sum.value_or(0) + *total.n;
  }
  std::stable_sort(plan.held.begin(), plan.held.end(),
                   [](const ListedRow& a, const ListedRow& b) { return a.row < b.row; });
  return plan;
}

Result<std::map<std::string, std::string>> readBranchMap(const CsvRows& rows,
                                                         const std::vector<Branch>& branches) {
  const auto columns = ImportColumns::find(rows, {"name", "branch"});
  if (!columns) return columns.error();
  std::map<std::string, std::string> map;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const std::string& code = columns->cell(rows[i], 1);
    const bool known = std::any_of(branches.begin(), branches.end(),
                                   [&](const Branch& branch) { return branch.code == code; });
    if (!known) {
      return Error{ErrorCode::Invalid, "branch map line " + std::to_string(i + 1),
                   "there is no branch '" + code + "'"};
    }
    map[foldForSearch(columns->cell(rows[i], 0))] = code;
  }
  return map;
}

Result<Merged> mergeInto(OutsideSeries& series, const SeriesPlan& plan) {
  OutsideSeries after = series;
  Merged merged;
  for (const auto& [key, n] : plan.totals) {
    const auto [at, added] = after.totals.try_emplace(key, n);
    const bool changed = !added && n && at->second != n;
    if (changed) at->second = n;
    ++(added ? merged.added : changed ? merged.changed : merged.same);
  }
  if (plan.totals.empty()) return merged;
  const std::string& of = plan.totals.begin()->first.series;
  const auto read = readTotals(outsideRows(after.totalsAlone(of)), of);
  if (!read) return Error{ErrorCode::Invalid, "import", read.error().detail};
  series = std::move(after);
  return merged;
}

}  // namespace vejviser
