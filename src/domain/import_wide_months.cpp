#include "src/domain/import_wide_months.h"

#include "src/domain/import_columns.h"

#include <algorithm>
#include <set>

namespace vejviser {

namespace {

constexpr int kMostInAMonth = 100'000'000;

/// Reads "2008-04" or "2023-1".
std::optional<std::chrono::year_month> parseMonth(std::string_view text) {
  if (text.size() < 6 || text.size() > 7 || text[4] != '-') return std::nullopt;
  const auto year = parseCount(text.substr(0, 4), 9999);
  const auto month = parseCount(text.substr(5), 12);
  if (!year || !month || *month == 0) return std::nullopt;
  return std::chrono::year{*year} / *month;
}

Result<std::vector<std::chrono::year_month>> readMonths(const std::vector<std::string>& heading) {
  if (heading.size() < 2) return Error{ErrorCode::Invalid, "import", "the file has no months"};
  std::vector<std::chrono::year_month> months;
  for (std::size_t i = 1; i < heading.size(); ++i) {
    const auto month = parseMonth(heading[i]);
    const bool again = month && std::find(months.begin(), months.end(), *month) != months.end();
    if (!month || again) {
      return Error{ErrorCode::Invalid, "import",
                   "the heading '" + heading[i] + (again ? "' comes again" : "' is no month")};
    }
    months.push_back(*month);
  }
  return months;
}

}  // namespace

std::optional<std::int64_t> WideMonths::ofYear(const std::string& place,
                                               std::chrono::year year) const {
  std::optional<std::int64_t> sum;
  for (const MonthlyTotal& total : totals) {
    if (total.place != place || total.month.year() != year || !total.count) continue;
    sum = sum.value_or(0) + *total.count;
  }
  return sum;
}

Result<WideMonths> readWideMonths(const CsvRows& rows) {
  const auto months = readMonths(rows.empty() ? std::vector<std::string>{} : rows[0]);
  if (!months) return months.error();
  WideMonths wide;
  std::set<std::string> places;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const std::vector<std::string>& row = rows[i];
    const std::string& place = row[0];
    if (row.size() > months->size() + 1) {
      wide.unreadable.push_back({i + 1, "has more cells than the heading"});
      continue;
    }
    if (place.empty() || !places.insert(place).second) {
      wide.unreadable.push_back({i + 1, place.empty() ? "has no name" : "comes again"});
      continue;
    }
    for (std::size_t m = 0; m < months->size(); ++m) {
      const std::string cell = m + 1 < row.size() ? row[m + 1] : std::string{};
      const auto count = parseCount(cell, kMostInAMonth);
      if (count || cell.empty()) {
        wide.totals.push_back({place, (*months)[m], count});
      } else {
        wide.unreadable.push_back(
            {i + 1, "'" + cell + "' under " + rows[0][m + 1] + " is no number"});
      }
    }
  }
  return wide;
}

}  // namespace vejviser
