#include "sync/hub/web/figures_view.h"

#include "src/domain/measure_values.h"

#include <algorithm>
#include <cstdio>
#include <map>

namespace vejviser::hub::web {

namespace {

using std::chrono::days;

constexpr int kWeekdays = 7;
// The heat map, laid out as charts are (charts.h).
constexpr double kHeatTop = 24;
constexpr double kHeatStep = 28;
constexpr double kHeatBase = 17;  // of the letters in a row

double weekdayMiddle(int weekday) {
  return columnAt(static_cast<std::size_t>(weekday - 1), kWeekdays) + columnAt(1, 2 * kWeekdays);
}

data labelData(const AxisLabel& label) {
  data item;
  item.set("at", coordinate(label.at));
  item.set("text", label.text);
  item.set("needsRoom", label.needsRoom);
  return item;
}

}  // namespace

std::string coordinate(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.2f", value);
  std::string text = buffer;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

data chartData(const Chart& chart) {
  data item;
  item.set("height", coordinate(chart.height));
  data bars{data::type::list};
  for (const Bar& bar : chart.bars) {
    data one;
    one.set("x", coordinate(bar.x));
    one.set("y", coordinate(bar.y));
    one.set("width", coordinate(bar.width));
    one.set("height", coordinate(bar.height));
    one.set("kind", bar.kind);
    bars.push_back(one);
  }
  item.set("bars", bars);
  data along_x{data::type::list};
  for (const AxisLabel& label : chart.alongX) along_x.push_back(labelData(label));
  item.set("alongX", along_x);
  data along_y{data::type::list};
  for (const AxisLabel& label : chart.alongY) along_y.push_back(labelData(label));
  item.set("alongY", along_y);
  return item;
}

/// Hours below each other, weekdays side by side: the same numbers for picture and table; where the
/// unit recorded nothing at all they are not 0.
data heatData(Language language, const Figures& figures, const std::set<Line>& withheld,
              std::optional<Unit> unit) {
  std::map<WeekdayHour, std::int64_t> helps;
  int first = kFirstHour;
  int last = kLastHour;
  std::int64_t most = 1;
  for (const auto& [key, n] : figures.helpsByHour) {
    if (unit && key.second != *unit) continue;
    std::int64_t& cell = helps[key.first];
    cell += n;
    most = std::max(most, cell);
    first = std::min(first, key.first.second);
    last = std::max(last, key.first.second);
  }
  const bool recorded = Sums{figures, unit}.recorded();
  constexpr int kLevels = 5;
  data rows{data::type::list};
  for (int hour = first; hour <= last; ++hour) {
    const double top = kHeatTop + kHeatStep * (hour - first);
    data cells{data::type::list};
    for (int weekday = 1; weekday <= kWeekdays; ++weekday) {
      const std::int64_t n = helps[{weekday, hour}];
      data cell;
      cell.set("x", coordinate(columnAt(static_cast<std::size_t>(weekday - 1), kWeekdays)));
      cell.set("middle", coordinate(weekdayMiddle(weekday)));
      const std::string at = toString(WeekdayHour{weekday, hour});
      const bool hidden = std::any_of(std::begin(kAllUnits), std::end(kAllUnits), [&](Unit each) {
        return (!unit || each == *unit) && withheld.contains({kByHour, each, at});
      });
      cell.set("n", recorded || hidden ? shownNumber(language, n, hidden) : "–");
      cell.set("drawn", hidden ? "≥ " + number(language, n) : recorded ? number(language, n) : "–");
      cell.set("level", std::to_string(n == 0 ? 0 : 1 + (n * kLevels - 1) / most));
      cells.push_back(cell);
    }
    data row;
    row.set("hour", hourName(language, hour));
    row.set("drawnHour", std::to_string(hour) + "–" + std::to_string(hour + 1));
    row.set("y", coordinate(top));
    row.set("base", coordinate(top + kHeatBase));
    row.set("cells", cells);
    rows.push_back(row);
  }
  data weekdays{data::type::list};
  for (int weekday = 1; weekday <= kWeekdays; ++weekday) {
    data item;
    item.set("name", weekdayName(language, weekday));
    item.set("short", shortWeekdayName(language, weekday));
    item.set("middle", coordinate(weekdayMiddle(weekday)));
    weekdays.push_back(item);
  }
  data heat;
  heat.set("rows", rows);
  heat.set("weekdays", weekdays);
  heat.set("height", coordinate(kHeatTop + kHeatStep * (last - first + 1)));
  return heat;
}

data branchChoices(const FiguresQuestion& question, const Names& names) {
  data list{data::type::list};
  for (const Branch& branch : names.branches) {
    data item;
    item.set("code", branch.code);
    item.set("name", branch.name);
    item.set("chosen", branch.code == question.branch);
    list.push_back(item);
  }
  return list;
}

data shortcuts(Language language, const FiguresQuestion& question, Day today) {
  data list{data::type::list};
  for (const auto& [key, length] :
       {std::pair{"last_7", days{7}}, std::pair{"last_28", days{28}},
        std::pair{"last_91", days{91}}, std::pair{"last_365", days{365}}}) {
    data item;
    item.set("name", text(language, key));
    item.set("from", toString(today - length + days{1}));
    item.set("to", toString(today));
    item.set("chosen", question.period.to == today &&
                           question.period.to - question.period.from + days{1} == length);
    list.push_back(item);
  }
  return list;
}

std::string coverageLine(Language language, const wire::Coverage& coverage) {
  const auto word = [language](const char* key) { return text(language, key); };
  std::string line = std::to_string(coverage.heardToday) + " " + word("of") + " " +
                     std::to_string(coverage.tablets) + " " + word("coverage_tablets") + ". ";
  if (coverage.waiting > 0) {
    line += number(language, coverage.waiting) + " " + word("coverage_waiting") + ". ";
  }
  if (coverage.held > 0) {
    line += number(language, coverage.held) + " " + word("coverage_held") + ". ";
  }
  line += word("newest") + ": ";
  line += coverage.newest ? dateAndTime(language, *coverage.newest) : word("never");
  return line + ".";
}

std::string publishedLine(Language language, const wire::StatisticsAnswer& answer) {
  if (!answer.published) return {};
  if (answer.published->empty()) return text(language, "published_none");
  std::string line = text(language, "published_line");
  for (const wire::Edition& edition : *answer.published) {
    if (edition.version == 1) continue;
    line += " " + monthName(language, edition.month) + ": " + text(language, "restated") + " " +
            date(language, edition.made) + ".";
  }
  return line;
}

data figuresFrame(const Hub& hub, const Request& request, Language language,
                  const std::string& path, const char* title, const FiguresQuestion& question,
                  const wire::StatisticsAnswer& answer, const Names& names,
                  const std::vector<Break>& breaks, const std::string& more) {
  data view = figuresPlace(hub, request, language, path,
                           "from=" + toString(question.period.from) +
                               "&to=" + toString(question.period.to) +
                               "&branch=" + question.branch + "&" + more);
  view.set("title", text(language, title));
  view.set("path", path);
  view.set("from", toString(question.period.from));
  view.set("to", toString(question.period.to));
  view.set("branch", question.branch);
  view.set("fromDate", date(language, answer.period.from));
  view.set("toDate", date(language, answer.period.to));
  view.set("placeName", question.branch.empty() ? text(language, "all_places")
                                                : branchName(language, names, question.branch));
  view.set("branches", branchChoices(question, names));
  view.set("shortcuts", shortcuts(language, question, toLocal(answer.now).day));
  view.set("isPublished", answer.published.has_value());
  view.set("published", publishedLine(language, answer));
  view.set("coverage", coverageLine(language, answer.coverage));
  view.set("hasBreaks", !breaks.empty());
  view.set("breaks", breaksData(language, names, breaks));
  return view;
}

}  // namespace vejviser::hub::web
