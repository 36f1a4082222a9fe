#include "sync/hub/web/view.h"

#include "sync/hub/visitor.h"
#include "sync/hub/web/charts.h"

#include <algorithm>
#include <cstdio>
#include <map>

namespace vejviser::hub::web {

namespace {

using kainjow::mustache::data;
using std::chrono::days;

constexpr std::size_t kTopTopics = 15;
constexpr days kDailyUpTo{62};  // longer periods are shown by week
constexpr int kFirstHour = 8;   // shown even when nobody came
constexpr int kLastHour = 19;

/// Where one can go, and the right it takes; in the order of the navigation.
struct Place {
  const char* path;
  const char* key;  ///< of its text
  Action right;
};
constexpr Place kPlaces[] = {
    {"/overview", "overview", Action::SeeFigures},
    {"/held", "held", Action::SeeHeld},
    {"/tablets", "tablets", Action::SeeTablets},
    {"/topics", "topics", Action::ManageCatalogue},
    {"/hours", "hours", Action::ManageHours},
    {"/authority", "authority_line", Action::ManageAuthorityLine},
    {"/files", "files", Action::ManageCatalogue},
    {"/people", "people_page", Action::ManagePeople},
    {"/erase", "erase_page", Action::Erase},
    {"/retention", "retention_page", Action::SetRetention},
    {"/audit", "audit", Action::SeeAudit},
    {"/password", "own_password", Action::KeepOwnAccount},
};

std::string coordinate(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.1f", value);
  return buffer;
}

data labelData(const AxisLabel& label) {
  data item;
  item.set("at", coordinate(label.at));
  item.set("text", label.text);
  return item;
}

data chartData(const Chart& chart) {
  data item;
  item.set("width", coordinate(chart.width));
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

/// Builds the parts of the overview from figures.
class OverviewBuilder {
 public:
  OverviewBuilder(Language language, const FiguresQuestion& question, const Figures& figures,
                  const Comparison& other, const Names& names)
      : m_language(language),
        m_question(question),
        m_figures(figures),
        m_other(other),
        m_names(names) {}

  std::vector<UnitRow> overTime() const {
    const bool daily = m_question.period.to - m_question.period.from < kDailyUpTo;
    std::map<Day, UnitRow> rows;
    for (Day day = m_question.period.from; day <= m_question.period.to; day += days{1}) {
      const Day key = daily ? day : mondayOf(day);
      rows[key].name = date(m_language, key);
    }
    for (const auto& [key, n] : m_figures.helpsByDay) {
      rows[daily ? key.first : mondayOf(key.first)].byUnit[place(key.second)] += n;
    }
    return values(rows);
  }

  std::vector<UnitRow> byTopic() const { return rowsOf(&Figures::helpsByTopic, topicName); }
  std::vector<UnitRow> byPlace() const { return rowsOf(&Figures::helpsByBranch, branchName); }

  data heat() const;
  data matrix() const;
  data rowsData(const std::vector<UnitRow>& rows) const;

 private:
  static std::size_t place(Unit unit) { return unit == kAllUnits[0] ? 0 : 1; }

  /// A row for each item that either period has.
  std::vector<UnitRow> rowsOf(std::map<std::pair<std::string, Unit>, std::int64_t> Figures::*table,
                              std::string (*nameOf)(Language, const Names&,
                                                    const std::string&)) const {
    std::map<std::string, UnitRow> rows;
    for (const auto& [key, n] : m_figures.*table) rows[key.first].byUnit[place(key.second)] += n;
    for (const auto& [key, n] : m_other.figures.*table) rows[key.first].compared += n;
    for (auto& [item, row] : rows) row.name = nameOf(m_language, m_names, item);
    return mostFirst(values(rows));
  }

  template <class Key>
  static std::vector<UnitRow> values(const std::map<Key, UnitRow>& rows) {
    std::vector<UnitRow> list;
    for (const auto& [key, row] : rows) list.push_back(row);
    return list;
  }

  static std::vector<UnitRow> mostFirst(std::vector<UnitRow> rows) {
    std::stable_sort(rows.begin(), rows.end(),
                     [](const UnitRow& a, const UnitRow& b) { return a.total() > b.total(); });
    return rows;
  }

  std::string num(std::int64_t value) const { return number(m_language, value); }
  std::int64_t referrals(Unit from, Unit to) const {
    const auto it = m_figures.referralsTo.find({from, std::string{code(to)}});
    return it == m_figures.referralsTo.end() ? 0 : it->second;
  }

  Language m_language;
  const FiguresQuestion& m_question;
  const Figures& m_figures;
  const Comparison& m_other;
  const Names& m_names;
};

data OverviewBuilder::rowsData(const std::vector<UnitRow>& rows) const {
  data list{data::type::list};
  for (const UnitRow& row : rows) {
    data item;
    item.set("name", row.name);
    item.set("library", num(row.byUnit[0]));
    item.set("citizen_service", num(row.byUnit[1]));
    item.set("total", num(row.total()));
    item.set("before", num(row.compared));
    list.push_back(item);
  }
  return list;
}

/// Hours below each other, weekdays side by side: the same numbers for picture and table.
data OverviewBuilder::heat() const {
  std::map<WeekdayHour, std::int64_t> helps;
  int first = kFirstHour;
  int last = kLastHour;
  std::int64_t most = 1;
  for (const auto& [key, n] : m_figures.helpsByHour) {
    std::int64_t& cell = helps[key.first];
    cell += n;
    most = std::max(most, cell);
    first = std::min(first, key.first.second);
    last = std::max(last, key.first.second);
  }
  constexpr int kLevels = 5;
  data rows{data::type::list};
  for (int hour = first; hour <= last; ++hour) {
    data cells{data::type::list};
    for (int weekday = 1; weekday <= 7; ++weekday) {
      const std::int64_t n = helps[{weekday, hour}];
      data cell;
      cell.set("x", coordinate(70 + (weekday - 1) * 92));
      cell.set("middle", coordinate(70 + (weekday - 1) * 92 + 44));
      cell.set("n", num(n));
      cell.set("level", std::to_string(n == 0 ? 0 : 1 + (n * kLevels - 1) / most));
      cells.push_back(cell);
    }
    data row;
    row.set("hour", hourName(m_language, hour));
    row.set("y", coordinate(24 + (hour - first) * 28));
    row.set("base", coordinate(24 + (hour - first) * 28 + 18));
    row.set("cells", cells);
    rows.push_back(row);
  }
  data weekdays{data::type::list};
  for (int weekday = 1; weekday <= 7; ++weekday) {
    data item;
    item.set("name", weekdayName(m_language, weekday));
    item.set("short", shortWeekdayName(m_language, weekday));
    item.set("middle", coordinate(70 + (weekday - 1) * 92 + 44));
    weekdays.push_back(item);
  }
  data heat;
  heat.set("rows", rows);
  heat.set("weekdays", weekdays);
  heat.set("height", coordinate(24 + (last - first + 1) * 28));
  return heat;
}

data OverviewBuilder::matrix() const {
  const std::int64_t out = referrals(Unit::Library, Unit::CitizenService);
  const std::int64_t back = referrals(Unit::CitizenService, Unit::Library);
  const auto thickness = [most = std::max<std::int64_t>(1, std::max(out, back))](std::int64_t n) {
    return coordinate(n == 0 ? 1.0
                             : 3.0 + 19.0 * static_cast<double>(n) / static_cast<double>(most));
  };
  data matrix;
  matrix.set("out", num(out));
  matrix.set("back", num(back));
  matrix.set("outWidth", thickness(out));
  matrix.set("backWidth", thickness(back));
  matrix.set("outBalance", num(out - back));
  matrix.set("backBalance", num(back - out));
  return matrix;
}

data sectionData(const std::vector<UnitRow>& rows, const Chart& chart,
                 const OverviewBuilder& builder) {
  data section;
  section.set("chart", chartData(chart));
  section.set("rows", builder.rowsData(rows));
  return section;
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

/// The most frequent of a table, for a chart.
std::vector<UnitRow> topOf(std::vector<UnitRow> rows, std::size_t most) {
  std::erase_if(rows, [](const UnitRow& row) { return row.total() == 0; });
  rows.resize(std::min(rows.size(), most));
  return rows;
}

}  // namespace

data pageData(const Hub& hub, Language language) {
  data page;
  page.set("lang", std::string{code(language)});
  page.set("otherLang",
           std::string{code(language == Language::Danish ? Language::English : Language::Danish)});
  page.set("municipality", hub.info.municipality);
  page.set("base", hub.base);
  data texts;
  for (const auto& [key, words] : allTexts(language)) texts.set(key, words);
  page.set("t", texts);
  return page;
}

data placeData(const Hub& hub, const Request& request, Language language, const std::string& path,
               const std::string& query) {
  data page = pageData(hub, language);
  const Visitor& visitor = *request.visitor;
  data places{data::type::list};
  for (const Place& each : kPlaces) {
    if (visitor.name.empty() || !may(visitor.office, each.right)) continue;
    data place;
    place.set("path", each.path);
    place.set("name", text(language, each.key));
    place.set("here", path == each.path);
    places.push_back(place);
  }
  page.set("places", places);
  page.set("visitor", visitor.name);
  page.set("isUser", !visitor.name.empty());
  page.set("csrf", visitor.formToken);
  const Language other = language == Language::Danish ? Language::English : Language::Danish;
  page.set("otherLink", "?" + query + "lang=" + std::string{code(other)});
  return page;
}

std::string startOf(const Request& request) {
  for (const Place& each : kPlaces) {
    if (may(request.visitor->office, each.right)) return each.path;
  }
  return "/login";
}

std::string topicName(Language language, const Names& names, const std::string& topic) {
  const auto it = std::find_if(names.topics.begin(), names.topics.end(),
                               [&](const Topic& candidate) { return candidate.id == topic; });
  if (it == names.topics.end()) return topic;
  return language == Language::Danish ? it->nameDa : it->nameEn;
}

std::string branchName(Language language, const Names& names, const std::string& branch) {
  if (branch.empty()) return text(language, "no_place");
  const auto it = std::find_if(names.branches.begin(), names.branches.end(),
                               [&](const Branch& candidate) { return candidate.code == branch; });
  return it == names.branches.end() ? branch : it->name;
}

data overviewData(const Hub& hub, const Request& request, Language language,
                  const FiguresQuestion& question, const wire::StatisticsAnswer& answer,
                  const Comparison& other, const Names& names) {
  data page =
      placeData(hub, request, language, "/overview",
                "from=" + toString(question.period.from) + "&to=" + toString(question.period.to) +
                    "&branch=" + question.branch + "&compare=" + code(other.compared) + "&");
  const Figures& figures = answer.figures;
  const OverviewBuilder builder{language, question, figures, other, names};
  page.set("from", toString(question.period.from));
  page.set("to", toString(question.period.to));
  page.set("fromDate", date(language, question.period.from));
  page.set("toDate", date(language, question.period.to));
  page.set("branch", question.branch);
  page.set("placeName", question.branch.empty() ? text(language, "all_places")
                                                : branchName(language, names, question.branch));
  page.set("branches", branchChoices(question, names));
  page.set("shortcuts", shortcuts(language, question, toLocal(answer.now).day));
  page.set("compares", compareChoices(language, other.compared));
  page.set("compare", code(other.compared));
  page.set("compared", other.compared != Compared::Nothing);
  page.set("otherFrom", date(language, other.period.from));
  page.set("otherTo", date(language, other.period.to));
  page.set("helps", keyFigure(language, other, &Figures::helps, figures));
  page.set("people", keyFigure(language, other, &Figures::people, figures));
  page.set("referrals", keyFigure(language, other, &Figures::referrals, figures));
  page.set("coverage", coverageLine(language, answer.coverage));
  page.set("empty", figures.helps == 0 && figures.referrals == 0);
  const bool daily = question.period.to - question.period.from < kDailyUpTo;
  page.set("timeHeading", text(language, daily ? "day" : "week_from"));

  const auto over_time = builder.overTime();
  page.set("overTime", sectionData(over_time, columns(over_time), builder));
  const auto by_topic = builder.byTopic();
  page.set("byTopic", sectionData(by_topic, bars(topOf(by_topic, kTopTopics)), builder));
  const auto by_place = builder.byPlace();
  page.set("byPlace", sectionData(by_place, bars(topOf(by_place, by_place.size())), builder));
  page.set("heat", builder.heat());
  page.set("matrix", builder.matrix());
  return page;
}

}  // namespace vejviser::hub::web
