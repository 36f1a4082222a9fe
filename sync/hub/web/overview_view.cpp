#include "sync/hub/web/figures_view.h"

#include <algorithm>
#include <cstdio>
#include <map>

namespace vejviser::hub::web {

namespace {

using kainjow::mustache::data;
using std::chrono::days;

constexpr std::size_t kTopTopics = 15;

/// Builds the parts of the overview from figures.
class OverviewBuilder {
 public:
  OverviewBuilder(Language language, const wire::StatisticsAnswer& answer, const Comparison& other,
                  const Names& names)
      : m_language(language),
        m_period(answer.period),
        m_figures(answer.figures),
        m_withheld(answer.withheld),
        m_other(other),
        m_names(names) {}

  std::vector<UnitRow> overTime() const {
    const bool daily = isDaily(m_period);
    std::map<Day, UnitRow> rows;
    for (Day day = m_period.from; day <= m_period.to; day += days{1}) {
      const Day key = daily ? day : mondayOf(day);
      rows[key].name = date(m_language, key);
    }
    for (const auto& [key, n] : m_figures.helpsByDay) {
      rows[daily ? key.first : mondayOf(key.first)].byUnit[place(key.second)] += n;
    }
    for (const Line& line : m_withheld) {
      const auto day = line.table == kByDay ? parseDay(line.item) : std::nullopt;
      if (day) rows[daily ? *day : mondayOf(*day)].withheld[place(line.unit)] = true;
    }
    return values(rows);
  }

  std::vector<UnitRow> byTopic() const {
    return rowsOf(&Figures::helpsByTopic, static_cast<Table>(Series::Topic), topicName);
  }
  std::vector<UnitRow> byPlace() const {
    return rowsOf(&Figures::helpsByBranch, kByBranch, branchName);
  }

  data matrix() const;
  data rowsData(const std::vector<UnitRow>& rows) const;

 private:
  static std::size_t place(Unit unit) { return unit == kAllUnits[0] ? 0 : 1; }

  /// A row for each item that either period has.
  std::vector<UnitRow> rowsOf(
      std::map<std::pair<std::string, Unit>, std::int64_t> Figures::*figures, Table table,
      std::string (*nameOf)(Language, const Names&, const std::string&)) const {
    std::map<std::string, UnitRow> rows;
    for (const auto& [key, n] : m_figures.*figures) rows[key.first].byUnit[place(key.second)] += n;
    for (const auto& [key, n] : m_other.figures.*figures) rows[key.first].compared += n;
    for (const Line& line : m_withheld) {
      if (line.table == table) rows[line.item].withheld[place(line.unit)] = true;
    }
    for (const Line& line : m_other.withheld) {
      if (line.table == table) rows[line.item].comparedWithheld = true;
    }
    std::erase_if(rows, [](const auto& row) { return row.first.starts_with(kPool); });
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

  std::string num(std::int64_t value, bool withheld = false) const {
    return shownNumber(m_language, value, withheld);
  }
  bool isWithheld(Table table, Unit unit, const std::string& item) const {
    return m_withheld.contains({table, unit, item});
  }
  std::int64_t referrals(Unit from, Unit to) const {
    const auto it = m_figures.referralsTo.find({from, std::string{code(to)}});
    return it == m_figures.referralsTo.end() ? 0 : it->second;
  }

  Language m_language;
  const Period& m_period;
  const Figures& m_figures;
  const std::set<Line>& m_withheld;
  const Comparison& m_other;
  const Names& m_names;
};

data OverviewBuilder::rowsData(const std::vector<UnitRow>& rows) const {
  data list{data::type::list};
  for (const UnitRow& row : rows) {
    data item;
    item.set("name", row.name);
    item.set("library", num(row.byUnit[0], row.withheld[0]));
    item.set("citizen_service", num(row.byUnit[1], row.withheld[1]));
    item.set("total", num(row.total(), row.totalWithheld()));
    item.set("before", num(row.compared, row.comparedWithheld));
    list.push_back(item);
  }
  return list;
}

data OverviewBuilder::matrix() const {
  const std::int64_t out = referrals(Unit::Library, Unit::CitizenService);
  const std::int64_t back = referrals(Unit::CitizenService, Unit::Library);
  const auto thickness = [most = std::max<std::int64_t>(1, std::max(out, back))](std::int64_t n) {
    return coordinate(n == 0 ? 1.0
                             : 2.0 + 13.0 * static_cast<double>(n) / static_cast<double>(most));
  };
  data matrix;
  const auto hidden = [this](Unit from, Unit to) {
    return isWithheld(static_cast<Table>(Series::Referral), from, std::string{code(to)}) ||
           isWithheld(kByUnit, from, "referrals");
  };
  const bool outHidden = hidden(Unit::Library, Unit::CitizenService);
  const bool backHidden = hidden(Unit::CitizenService, Unit::Library);
  matrix.set("out", num(out, outHidden));
  matrix.set("back", num(back, backHidden));
  matrix.set("outWidth", thickness(out));
  matrix.set("backWidth", thickness(back));
  const bool balanced = !outHidden && !backHidden;
  matrix.set("outBalance", balanced ? num(out - back) : text(m_language, "withheld"));
  matrix.set("backBalance", balanced ? num(back - out) : text(m_language, "withheld"));
  return matrix;
}

data sectionData(const std::vector<UnitRow>& rows, const Chart& chart,
                 const OverviewBuilder& builder) {
  data section;
  section.set("chart", chartData(chart));
  section.set("rows", builder.rowsData(rows));
  return section;
}

/// The most frequent of a table, for a chart.
std::vector<UnitRow> topOf(std::vector<UnitRow> rows, std::size_t most) {
  std::erase_if(rows, [](const UnitRow& row) { return row.total() == 0; });
  rows.resize(std::min(rows.size(), most));
  return rows;
}

}  // namespace

data overviewData(const Hub& hub, const Request& request, Language language,
                  const FiguresQuestion& question, const wire::StatisticsAnswer& answer,
                  const Comparison& other, const Names& names, const std::vector<Break>& breaks) {
  data page = figuresPlace(
      hub, request, language, "/overview",
      "from=" + toString(question.period.from) + "&to=" + toString(question.period.to) +
          "&branch=" + question.branch + "&compare=" + code(other.compared) + "&");
  const Figures& figures = answer.figures;
  const OverviewBuilder builder{language, answer, other, names};
  page.set("from", toString(question.period.from));
  page.set("to", toString(question.period.to));
  page.set("fromDate", date(language, answer.period.from));
  page.set("toDate", date(language, answer.period.to));
  page.set("isPublished", answer.published.has_value());
  page.set("published", publishedLine(language, answer));
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
  page.set("helps", keyFigure(language, other, "helps", &Figures::helps, figures, answer.withheld));
  page.set("people",
           keyFigure(language, other, "people", &Figures::people, figures, answer.withheld));
  page.set("referrals",
           keyFigure(language, other, "referrals", &Figures::referrals, figures, answer.withheld));
  page.set("coverage", coverageLine(language, answer.coverage));
  page.set("hasBreaks", !breaks.empty());
  page.set("breaks", breaksData(language, names, breaks));
  page.set("empty", figures.helps == 0 && figures.referrals == 0 && answer.withheld.empty());
  const bool daily = isDaily(answer.period);
  page.set("timeHeading", text(language, daily ? "day" : "week_from"));

  const auto over_time = builder.overTime();
  page.set("overTime", sectionData(over_time, columns(over_time), builder));
  const auto by_topic = builder.byTopic();
  page.set("byTopic", sectionData(by_topic, bars(topOf(by_topic, kTopTopics)), builder));
  const auto by_place = builder.byPlace();
  page.set("byPlace", sectionData(by_place, bars(topOf(by_place, by_place.size())), builder));
  page.set("heat", heatData(language, figures, answer.withheld, std::nullopt));
  page.set("matrix", builder.matrix());
  return page;
}

}  // namespace vejviser::hub::web
