#include "sync/hub/web/lending_page.h"

#include "sync/hub/documents.h"
#include "sync/hub/web/figures_view.h"
#include "sync/hub/web/measure_words.h"
#include "sync/hub/web/page.h"

#include <algorithm>
#include <array>

namespace vejviser {
std::string_view webLending();  // lending.mustache, built in
}  // namespace vejviser

namespace vejviser::hub::web {

namespace {

using std::chrono::days;

constexpr const char* kLoans = "loans";
constexpr days kWeek{7};
constexpr days kUsualPeriod{2 * 364};

struct Week {
  Day monday{};
  std::optional<std::int64_t> loans;  ///< nothing: not recorded
  std::array<std::int64_t, 2> helps{};

  /// Where nobody logged a help in the whole week, nothing was recorded; that is not 0.
  bool logged() const { return helps[0] + helps[1] > 0; }
};

/// What stands on one side of a change.
struct Side {
  int weeks = 0;
  std::optional<MeasureValue> loans;  ///< mean of the weeks in which they were recorded
  std::optional<MeasureValue> helps;  ///< mean of the weeks in which some were logged
  std::optional<MeasureValue> share;  ///< citizen service's of the helps
};

/// The whole weeks of a period at a branch.
std::vector<Week> weeksOf(const OutsideSeries& series, const wire::StatisticsAnswer& answer) {
  std::vector<Week> weeks;
  const Period& period = answer.period;
  const auto loans = series.totalsOf(kLoans, answer.branch, period);
  for (Day monday = mondayOf(period.from + kWeek - days{1}); monday + kWeek <= period.to + days{1};
       monday += kWeek) {
    Week week{monday, std::nullopt, {}};
    const auto known = loans.find({kLoans, answer.branch, monday, monday + kWeek - days{1}});
    if (known != loans.end()) week.loans = known->second;
    for (Day day = monday; day < monday + kWeek; day += days{1}) {
      for (std::size_t unit = 0; unit < week.helps.size(); ++unit) {
        const auto helps = answer.figures.helpsByDay.find({day, kAllUnits[unit]});
        if (helps != answer.figures.helpsByDay.end()) week.helps[unit] += helps->second;
      }
    }
    weeks.push_back(week);
  }
  return weeks;
}

/// `end`: the next change; what comes after it is on no side of this one.
Side sideOf(const std::vector<Week>& weeks, const std::optional<Day>& change, Day end, bool after) {
  Side side;
  std::int64_t loans = 0;
  int counted = 0;
  int logged = 0;
  std::array<std::int64_t, 2> helps{};
  for (const Week& week : weeks) {
    const bool whole = !change || week.monday >= *change || week.monday + kWeek <= *change;
    if (!whole || week.monday + kWeek > end || (change && (week.monday >= *change) != after))
      continue;
    ++side.weeks;
    if (week.loans) {
      loans += *week.loans;
      ++counted;
    }
    logged += week.logged() ? 1 : 0;
    for (std::size_t unit = 0; unit < helps.size(); ++unit) helps[unit] += week.helps[unit];
  }
  const auto all = static_cast<double>(helps[0] + helps[1]);
  if (counted > 0) side.loans = MeasureValue{static_cast<double>(loans) / counted};
  if (all > 0) side.helps = MeasureValue{all / logged};
  if (all > 0) side.share = MeasureValue{static_cast<double>(helps[1]) / all};
  return side;
}

data sideData(Language language, const Side& side, bool withheld, const std::string& name) {
  const auto value = [&](MeasureUnit unit, const std::optional<MeasureValue>& n, bool hidden) {
    return valueText(language, unit, {n, hidden});
  };
  data item;
  item.set("name", name);
  item.set("weeks", number(language, side.weeks));
  item.set("loans", value(MeasureUnit::Helps, side.loans, false));
  item.set("helps", value(MeasureUnit::Helps, side.helps, withheld));
  item.set("share", value(MeasureUnit::Share, side.share, withheld));
  return item;
}

/// Where in a chart of these weeks the change lies.
std::string markAt(const std::vector<Week>& weeks, Day change) {
  const auto before = std::count_if(
      weeks.begin(), weeks.end(), [&](const Week& week) { return week.monday + kWeek <= change; });
  return coordinate(columnAt(static_cast<std::size_t>(before), weeks.size()));
}

/// `hasGap`: in one of them something was not recorded.
data chartsData(Language language, const std::vector<Week>& weeks, bool withheld, bool& hasGap) {
  std::vector<UnitRow> loans;
  std::vector<UnitRow> helps;
  for (const Week& week : weeks) {
    const std::string name = date(language, week.monday);
    UnitRow& lent = loans.emplace_back(UnitRow{name, {week.loans.value_or(0), 0}});
    lent.recorded = week.loans.has_value();
    helps.emplace_back(UnitRow{name, week.helps}).recorded = week.logged();
  }
  data list{data::type::list};
  for (const auto& [key, rows] :
       {std::pair{"lending_loans", &loans}, std::pair{"lending_helps", &helps}}) {
    if (withheld && rows == &helps) continue;
    data item;
    item.set("id", key);
    item.set("title", text(language, key));
    item.set("chart", chartData(columns(*rows)));
    hasGap = hasGap || std::any_of(rows->begin(), rows->end(),
                                   [](const UnitRow& row) { return !row.recorded; });
    list.push_back(item);
  }
  return list;
}

data rowsData(Language language, const std::vector<Week>& weeks, bool withheld) {
  data list{data::type::list};
  const auto helps = [&](const Week& week, std::size_t unit) {
    if (withheld) return text(language, "withheld");
    return week.logged() ? number(language, week.helps[unit]) : std::string{"–"};
  };
  for (const Week& week : weeks) {
    data item;
    item.set("week", date(language, week.monday));
    item.set("loans", week.loans ? number(language, *week.loans) : "–");
    item.set("library", helps(week, 0));
    item.set("citizen_service", helps(week, 1));
    list.push_back(item);
  }
  return list;
}

/// The branch asked for, else the first that has loans.
std::string branchOf(const FiguresQuestion& question, const OutsideSeries& series) {
  if (!question.branch.empty()) return question.branch;
  const auto first = std::find_if(series.totals.begin(), series.totals.end(),
                                  [](const auto& total) { return total.first.series == kLoans; });
  return first == series.totals.end() ? std::string{} : first->first.branch;
}

Result<OutsideSeries> readSeries(Hub& hub, Names& names) {
  OutsideSeries series;
  const Status read = hub.storage.read([&](ReadTx& tx) -> Status {
    auto found = outsideSeriesIn(tx);
    if (!found) return found.error();
    series = std::move(*found);
    auto known = readNames(tx);
    if (!known) return known.error();
    names = std::move(*known);
    return {};
  });
  if (!read) return read.error();
  return series;
}

/// Two years where no period is asked for: a change shows in the long run.
FiguresQuestion questionOf(const Request& request, const FiguresQuestion& asked) {
  FiguresQuestion question = asked;
  if (field(request.query, "from").empty())
    question.period.from = question.period.to - kUsualPeriod;
  return question;
}

}  // namespace

Response figuresLending(Hub& hub, const Request& request) {
  const Language language = languageOf(request);
  Names names;
  const auto series = readSeries(hub, names);
  if (!series) return failure(hub, series.error());
  const auto asked = readQuestion(request.query, hub.clock.now());
  FiguresQuestion question =
      questionOf(request, asked ? *asked : *readQuestion({}, hub.clock.now()));
  question.branch = branchOf(question, *series);
  auto answer = askFigures(hub, question, readersOf(request));
  if (!answer) return failure(hub, answer.error());
  if (answer->published) answer->period = question.period;  // loans are not withheld
  const std::vector<Week> weeks = weeksOf(*series, *answer);
  const auto breaks = series->breaksOf(kLoans, question.branch, question.period);
  const std::optional<Day> change =
      breaks.empty() ? std::nullopt : std::optional{breaks.front().on};
  data view = figuresFrame(hub, request, language, "/figures/lending", "figures_lending", question,
                           *answer, names);
  view.set("wrongQuestion", !asked);
  view.set("none", question.branch.empty() || weeks.empty());
  view.set("hasChange", change.has_value());
  if (change) {
    const BothTexts& what = breaks.front().what;
    view.set("change",
             date(language, *change) + ": " + (language == Language::Danish ? what.da : what.en));
    view.set("mark", weeks.empty() ? "0" : markAt(weeks, *change));
  }
  const Day end = breaks.size() > 1 ? breaks[1].on : Day::max();
  const bool withheld = answer->published.has_value();
  const auto side = [&](bool after, const char* name) {
    return sideData(language, sideOf(weeks, change, end, after), withheld, text(language, name));
  };
  data sides{data::type::list};
  if (change) sides.push_back(side(false, "lending_before"));
  sides.push_back(side(true, change ? "lending_after" : "lending_all"));
  view.set("sides", sides);
  bool hasGap = false;
  view.set("charts", chartsData(language, weeks, withheld, hasGap));
  view.set("hasGap", hasGap);
  view.set("rows", rowsData(language, weeks, withheld));
  return tagged(request, page(asked ? 200 : 422, language, webLending(), std::move(view)));
}

}  // namespace vejviser::hub::web
