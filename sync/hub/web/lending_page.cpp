#include "sync/hub/web/lending_page.h"

#include "src/domain/publication.h"
#include "sync/hub/documents.h"
#include "sync/hub/web/figures_view.h"
#include "sync/hub/web/measure_words.h"
#include "sync/hub/web/page.h"
#include "sync/hub/week_figures.h"

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

/// A week or a month, whole.
struct Span {
  Period days;
  std::optional<std::int64_t> total;  ///< nothing: not recorded
  std::array<std::int64_t, 2> helps{};

  /// Where nobody logged a help in the whole of it, nothing was recorded; that is not 0.
  bool logged() const { return helps[0] + helps[1] > 0; }
};

/// The days on one side of a change.
struct Side {
  const char* name;  ///< the key of a text
  Period days;
};

/// What stands in them.
struct Means {
  int spans = 0;
  std::optional<MeasureValue> total;  ///< mean of the spans in which it was recorded
  std::optional<MeasureValue> helps;  ///< mean of the spans in which some were logged
  std::optional<MeasureValue> share;  ///< citizen service's of the helps
};

/// What the page is about.
struct Shown {
  Language language;
  std::string series;
  bool monthly = false;   ///< else by the week
  bool withheld = false;  ///< helps are

  std::string word(const char* byWeek, const char* byMonth) const {
    return text(language, monthly ? byMonth : byWeek);
  }
  std::string each(const std::string& what) const {
    return what + " " + word("lending_a_week", "lending_a_month");
  }
};

Period spanFrom(const Shown& shown, Day first) {
  if (!shown.monthly) return {first, first + kWeek - days{1}};
  return daysOf(monthOf(first));
}

/// The whole weeks or months of a period at a branch.
std::vector<Span> spansOf(const Shown& shown, const OutsideSeries& series,
                          const std::string& branch, const Period& period, const Figures& figures) {
  std::vector<Span> spans;
  const auto totals = series.totalsOf(shown.series, branch, period);
  const Day first = shown.monthly ? daysOf(monthOf(period.from)).from : mondayOf(period.from);
  for (Period part = spanFrom(shown, first); part.to <= period.to;
       part = spanFrom(shown, part.to + days{1})) {
    if (part.from < period.from) continue;
    Span span{part, std::nullopt, {}};
    const auto known = totals.find({shown.series, branch, part.from, part.to});
    if (known != totals.end()) span.total = known->second;
    for (Day day = part.from; day <= part.to; day += days{1}) {
      for (std::size_t unit = 0; unit < span.helps.size(); ++unit) {
        const auto helps = figures.helpsByDay.find({day, kAllUnits[unit]});
        if (helps != figures.helpsByDay.end()) span.helps[unit] += helps->second;
      }
    }
    spans.push_back(span);
  }
  return spans;
}

/// Around a change; without one, all days. Another change ends a side.
std::vector<Side> sidesAround(const std::optional<Day>& change, const std::vector<Break>& breaks,
                              const Period& period) {
  if (!change) return {{"lending_all", period}};
  Period before{period.from, *change - days{1}};
  Period after{*change, period.to};
  for (const Break& each : breaks) {
    if (each.on < *change) before.from = std::max(before.from, each.on);
    if (each.on > *change) after.to = std::min(after.to, each.on - days{1});
  }
  return {{"lending_before", before}, {"lending_after", after}};
}

Means meansOf(const std::vector<Span>& spans, const Period& side) {
  Means means;
  std::int64_t totals = 0;
  int recorded = 0;
  int logged = 0;
  std::array<std::int64_t, 2> helps{};
  for (const Span& span : spans) {
    if (span.days.from < side.from || span.days.to > side.to) continue;
    ++means.spans;
    if (span.total) {
      totals += *span.total;
      ++recorded;
    }
    logged += span.logged() ? 1 : 0;
    for (std::size_t unit = 0; unit < helps.size(); ++unit) helps[unit] += span.helps[unit];
  }
  const auto all = static_cast<double>(helps[0] + helps[1]);
  if (recorded > 0) means.total = MeasureValue{static_cast<double>(totals) / recorded};
  if (all > 0) means.helps = MeasureValue{all / logged};
  if (all > 0) means.share = MeasureValue{static_cast<double>(helps[1]) / all};
  return means;
}

data sideData(const Shown& shown, const Side& side, const std::vector<Span>& spans) {
  const auto value = [&](MeasureUnit unit, const std::optional<MeasureValue>& n, bool hidden) {
    return valueText(shown.language, unit, {n, hidden});
  };
  const Means means = meansOf(spans, side.days);
  data item;
  item.set("name", text(shown.language, side.name));
  item.set("spans", number(shown.language, means.spans));
  item.set("total", value(MeasureUnit::Helps, means.total, false));
  item.set("helps", value(MeasureUnit::Helps, means.helps, shown.withheld));
  item.set("share", value(MeasureUnit::Share, means.share, shown.withheld));
  return item;
}

/// The changes in these days, and where in a chart of these spans they lie.
data changesData(const Shown& shown, const std::vector<Break>& breaks,
                 const std::vector<Span>& spans) {
  data list{data::type::list};
  for (const Break& each : breaks) {
    const auto before = std::count_if(spans.begin(), spans.end(),
                                      [&](const Span& span) { return span.days.to < each.on; });
    data item;
    item.set("change", date(shown.language, each.on) + ": " +
                           (shown.language == Language::Danish ? each.what.da : each.what.en));
    item.set("mark", spans.empty()
                         ? "0"
                         : coordinate(columnAt(static_cast<std::size_t>(before), spans.size())));
    list.push_back(item);
  }
  return list;
}

std::string spanName(const Shown& shown, const Span& span) {
  return shown.monthly ? monthName(shown.language, monthOf(span.days.from))
                       : date(shown.language, span.days.from);
}

/// `hasGap`: in one of them something was not recorded.
data chartsData(const Shown& shown, const std::string& name, const std::vector<Span>& spans,
                bool& hasGap) {
  std::vector<UnitRow> totals;
  std::vector<UnitRow> helps;
  for (const Span& span : spans) {
    UnitRow& total =
        totals.emplace_back(UnitRow{spanName(shown, span), {span.total.value_or(0), 0}});
    total.recorded = span.total.has_value();
    helps.emplace_back(UnitRow{spanName(shown, span), span.helps}).recorded = span.logged();
  }
  data list{data::type::list};
  const auto add = [&](const char* id, const std::string& title, const std::vector<UnitRow>& rows) {
    data item;
    item.set("id", id);
    item.set("title", title);
    item.set("chart", chartData(columns(rows)));
    hasGap = hasGap || std::any_of(rows.begin(), rows.end(),
                                   [](const UnitRow& row) { return !row.recorded; });
    list.push_back(item);
  };
  add("lending_totals", name, totals);
  if (!shown.withheld) add("lending_helps", text(shown.language, "lending_helps"), helps);
  return list;
}

data rowsData(const Shown& shown, const std::vector<Span>& spans) {
  data list{data::type::list};
  const auto helps = [&](const Span& span, std::size_t unit) {
    if (shown.withheld) return text(shown.language, "withheld");
    return span.logged() ? number(shown.language, span.helps[unit]) : std::string{"–"};
  };
  for (const Span& span : spans) {
    data item;
    item.set("span", spanName(shown, span));
    item.set("total", span.total ? number(shown.language, *span.total) : "–");
    item.set("library", helps(span, 0));
    item.set("citizen_service", helps(span, 1));
    list.push_back(item);
  }
  return list;
}

/// The codes of the series that have totals, loans first.
std::vector<std::string> seriesIn(const OutsideSeries& series) {
  std::vector<std::string> codes;
  for (const auto& [key, n] : series.totals) {
    if (codes.empty() || codes.back() != key.series) codes.push_back(key.series);
  }
  std::stable_partition(codes.begin(), codes.end(),
                        [](const std::string& code) { return code == kLoans; });
  return codes;
}

/// The branches that a series has totals of.
std::vector<std::string> branchesIn(const OutsideSeries& series, const std::string& code) {
  std::vector<std::string> branches;
  for (auto it = series.totals.lower_bound({code, {}, {}, {}});
       it != series.totals.end() && it->first.series == code; ++it) {
    if (branches.empty() || branches.back() != it->first.branch) {
      branches.push_back(it->first.branch);
    }
  }
  return branches;
}

std::string seriesName(Language language, const OutsideSeries& series, const std::string& code) {
  const auto named = series.names.find(code);
  if (named == series.names.end()) return code == kLoans ? text(language, "lending_loans") : code;
  return language == Language::Danish ? named->second.da : named->second.en;
}

Shown shownOf(const Request& request, const OutsideSeries& series) {
  Shown shown{languageOf(request), kLoans};
  const auto codes = seriesIn(series);
  if (codes.empty()) return shown;
  const std::string asked = field(request.query, "series");
  shown.series =
      std::find(codes.begin(), codes.end(), asked) != codes.end() ? asked : codes.front();
  const auto& first = series.totals.lower_bound({shown.series, {}, {}, {}})->first;
  shown.monthly = first.to - first.from >= kWeek;
  return shown;
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

/// Before and after the change that the page shows at every branch, or where it shows none, the
/// branch's own.
Result<data> branchSidesData(Hub& hub, const Shown& shown, const OutsideSeries& series,
                             const Period& period, const std::optional<Day>& change,
                             const Names& names) {
  data list{data::type::list};
  const Status read = hub.storage.read([&](ReadTx& tx) -> Status {
    for (const std::string& branch : branchesIn(series, shown.series)) {
      const auto figures =
          shown.withheld ? Result<Figures>{Figures{}} : figuresIn(tx, period, branch);
      if (!figures) return figures.error();
      const auto spans = spansOf(shown, series, branch, period, *figures);
      const auto breaks = series.breaksOf(shown.series, branch, period);
      const auto own = breaks.empty() ? std::nullopt : std::optional{breaks.front().on};
      for (const Side& side : sidesAround(change ? change : own, breaks, period)) {
        data item = sideData(shown, side, spans);
        item.set("place", branchName(shown.language, names, branch));
        list.push_back(item);
      }
    }
    return {};
  });
  if (!read) return read.error();
  return list;
}

data seriesChoices(const Shown& shown, const OutsideSeries& series) {
  data list{data::type::list};
  for (const std::string& code : seriesIn(series)) {
    data item;
    item.set("code", code);
    item.set("name", seriesName(shown.language, series, code));
    item.set("chosen", code == shown.series);
    list.push_back(item);
  }
  return list;
}

/// What the page calls the series, and what it counts by.
void addWords(const Shown& shown, const std::string& name, data& view) {
  view.set("title", name + " " + text(shown.language, "lending_and_help"));
  view.set("series", shown.series);
  view.set("seriesName", name);
  view.set("spansHead", shown.word("lending_weeks", "lending_months"));
  view.set("totalMean", shown.each(name));
  view.set("helpsMean", shown.each(text(shown.language, "lending_helps")));
  view.set("spanBySpan", shown.word("lending_weekly", "lending_monthly"));
  view.set("spanHead", shown.word("week_from", "lending_month"));
}

}  // namespace

Response figuresLending(Hub& hub, const Request& request) {
  Names names;
  const auto series = readSeries(hub, names);
  if (!series) return failure(hub, series.error());
  Shown shown = shownOf(request, *series);
  const Language language = shown.language;
  const auto asked = readQuestion(request.query, hub.clock.now());
  FiguresQuestion question =
      questionOf(request, asked ? *asked : *readQuestion({}, hub.clock.now()));
  const auto branches = branchesIn(*series, shown.series);
  if (question.branch.empty() && !branches.empty()) question.branch = branches.front();
  auto answer = askFigures(hub, question, readersOf(request));
  if (!answer) return failure(hub, answer.error());
  shown.withheld = answer->published.has_value();
  if (shown.withheld) answer->period = question.period;  // the totals are not withheld
  const Period& period = answer->period;
  const auto spans = spansOf(shown, *series, question.branch, period, answer->figures);
  const auto breaks = series->breaksOf(shown.series, question.branch, period);
  const std::optional<Day> change =
      breaks.empty() ? std::nullopt : std::optional{breaks.front().on};
  const auto places = branchSidesData(hub, shown, *series, period, change, names);
  if (!places) return failure(hub, places.error());
  data view = figuresFrame(hub, request, language, "/figures/lending", "figures_lending", question,
                           *answer, names, {}, "series=" + shown.series + "&");
  addWords(shown, seriesName(language, *series, shown.series), view);
  view.set("wrongQuestion", !asked);
  view.set("none", question.branch.empty() || spans.empty());
  view.set("choices", seriesChoices(shown, *series));
  view.set("sidesName", change ? text(language, "lending_sides") + " " + date(language, *change)
                               : text(language, "lending_all"));
  view.set("hasChange", change.has_value());
  view.set("changes", changesData(shown, breaks, spans));
  data sides{data::type::list};
  for (const Side& side : sidesAround(change, breaks, period)) {
    sides.push_back(sideData(shown, side, spans));
  }
  view.set("sides", sides);
  view.set("several", branches.size() > 1);
  view.set("branchSides", *places);
  bool hasGap = false;
  view.set("charts", chartsData(shown, seriesName(language, *series, shown.series), spans, hasGap));
  view.set("hasGap", hasGap);
  view.set("rows", rowsData(shown, spans));
  return tagged(request, page(asked ? 200 : 422, language, webLending(), std::move(view)));
}

}  // namespace vejviser::hub::web
