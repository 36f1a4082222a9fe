#include "src/domain/published_file.h"

#include "src/base/text.h"
#include "src/domain/table.h"
#include "src/domain/words.h"

#include <array>

namespace vejviser {

namespace {

constexpr std::array<std::string_view, 2> kRuleColumns = {"threshold", "exact_for"};
constexpr TableForm kRuleForm = {"small-cells", kRuleColumns, 1};
constexpr std::int64_t kLeastThreshold = 3;
constexpr std::int64_t kMostThreshold = 10;

constexpr std::array<std::string_view, 8> kMonthColumns = {
    "month", "version", "made_on", "threshold", "table", "unit", "item", "n"};
constexpr TableForm kMonthForm = {"figures", kMonthColumns, 20'000};

constexpr Word<ExactFor> kExactFor[] = {
    {ExactFor::Nobody, "nobody"}, {ExactFor::Supervisors, "supervisors"}, {ExactFor::All, "all"}};

/// Tables that are no series.
constexpr Word<Table> kTables[] = {{kByDay, "day"},           {kByBranch, "branch"},
                                   {kByHour, "weekday_hour"}, {kByUnit, "total"},
                                   {kByClass, "class"},       {kByWeekday, "weekday"}};

std::optional<std::chrono::year_month> monthFrom(std::string_view text) {
  const auto day = parseDay(std::string{text} + "-01");
  if (!day) return std::nullopt;
  return monthOf(*day);
}

std::string_view tableCode(Table table) {
  return table < kByDay ? code(static_cast<Series>(table)) : codeIn<Table>(kTables, table);
}

std::optional<Table> tableFrom(std::string_view text) {
  if (const auto series = seriesFromCode(text)) return static_cast<Table>(*series);
  return valueIn<Table>(kTables, text);
}

constexpr const char* kNoThreshold = "must be a whole number from 3 to 10";

std::optional<std::int64_t> thresholdFrom(const std::string& text) {
  const auto threshold = wholeNumber<std::int64_t>(text);
  if (!threshold || *threshold < kLeastThreshold || *threshold > kMostThreshold) return {};
  return threshold;
}

/// What every row of the file says.
Result<PublishedMonth> readHead(const std::vector<std::string>& row, std::size_t line) {
  const auto month = monthFrom(row[0]);
  if (!month) return faultIn(kMonthForm, line, "month", "'" + row[0] + "' is no month");
  const auto version = wholeNumber<int>(row[1]);
  if (!version || *version < 1) {
    return faultIn(kMonthForm, line, "version", "must be a whole number from 1");
  }
  const auto made = parseDay(row[2]);
  if (!made) return faultIn(kMonthForm, line, "made_on", "'" + row[2] + "' is no day");
  const auto threshold = thresholdFrom(row[3]);
  if (!threshold) return faultIn(kMonthForm, line, "threshold", kNoThreshold);
  PublishedMonth head;
  head.threshold = *threshold;
  head.month = *month;
  head.version = *version;
  head.made = *made;
  return head;
}

}  // namespace

std::string_view code(ExactFor exactFor) {
  return codeIn<ExactFor>(kExactFor, exactFor);
}

Result<SmallCells> readSmallCells(const TableRows& rows) {
  if (const Status form = checkForm(kRuleForm, rows); !form) return form.error();
  const auto threshold = thresholdFrom(rows[1][0]);
  if (!threshold) return faultIn(kRuleForm, 2, "threshold", kNoThreshold);
  const auto exactFor = valueIn<ExactFor>(kExactFor, rows[1][1]);
  if (!exactFor) return faultIn(kRuleForm, 2, "exact_for", "must be nobody, supervisors or all");
  return SmallCells{*threshold, *exactFor};
}

std::string_view builtInSmallCellsCsv() {
  return "threshold,exact_for\n5,nobody\n";
}

namespace {
constexpr std::string_view kNameStart = "figures-";
}

std::string publishedName(std::chrono::year_month month) {
  return std::string{kNameStart} + toString(month);
}

std::optional<std::chrono::year_month> publishedMonth(std::string_view name) {
  if (!name.starts_with(kNameStart)) return std::nullopt;
  return monthFrom(name.substr(kNameStart.size()));
}

TableRows publishedRows(const PublishedMonth& month) {
  TableRows rows{{kMonthColumns.begin(), kMonthColumns.end()}};
  const auto add = [&](const Line& line, const std::string& n) {
    rows.push_back({toString(month.month), std::to_string(month.version), toString(month.made),
                    std::to_string(month.threshold), std::string{tableCode(line.table)},
                    std::string{code(line.unit)}, line.item, n});
  };
  for (const auto& [line, n] : month.shown) add(line, std::to_string(n));
  for (const Line& line : month.withheld) add(line, "");
  return rows;
}

Result<PublishedMonth> readPublished(const TableRows& rows) {
  if (const Status form = checkForm(kMonthForm, rows); !form) return form.error();
  auto month = readHead(rows[1], 2);
  if (!month) return month;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const auto& row = rows[i];
    const auto head = readHead(row, i + 1);
    if (!head) return head.error();
    if (head->month != month->month || head->version != month->version ||
        head->threshold != month->threshold) {
      return faultIn(kMonthForm, i + 1, "month", "is of another month, version or threshold");
    }
    const auto table = tableFrom(row[4]);
    if (!table) return faultIn(kMonthForm, i + 1, "table", "'" + row[4] + "' is no table");
    const auto unit = unitFromCode(row[5]);
    if (!unit) return faultIn(kMonthForm, i + 1, "unit", "'" + row[5] + "' is no unit");
    const Line line{*table, *unit, row[6]};
    if (row[7].empty()) {
      month->withheld.insert(line);
      continue;
    }
    const auto n = wholeNumber<std::int64_t>(row[7]);
    if (!n || !isPossible(*n)) return faultIn(kMonthForm, i + 1, "n", "is no number");
    month->shown[line] = *n;
  }
  return month;
}

}  // namespace vejviser
