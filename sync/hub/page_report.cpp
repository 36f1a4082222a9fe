#include "sync/hub/page_report.h"

#include "src/domain/shown_values.h"
#include "sync/hub/documents.h"
#include "sync/hub/statistics_api.h"
#include "sync/hub/web/breaks.h"
#include "sync/hub/web/charts.h"
#include "sync/hub/web/figures_view.h"
#include "sync/hub/web/measure_words.h"

#include <algorithm>
#include <cmath>

namespace vejviser::hub {

namespace {

using std::chrono::days;
using web::Language;
using Asked = std::optional<Unit>;

// As much as two pages hold when there are helps at every hour.
constexpr std::size_t kTopTopics = 12;
constexpr std::size_t kTopDestinations = 5;
constexpr std::size_t kTopBreaks = 3;

/// At least what is shown of them.
ShownValue sumOf(const std::vector<ShownValue>& values) {
  ShownValue sum;
  for (const ShownValue& each : values) {
    sum.withheld = sum.withheld || each.withheld;
    if (each.value) sum.value = MeasureValue{known(sum) + each.value->n};
  }
  if (!sum.withheld || !sum.value) return sum;
  sum.value->bound = Bound::AtLeast;
  if (sum.value->n == 0) sum.value.reset();
  return sum;
}

class Report {
 public:
  Report(const Edition& edition, Language language, const std::map<PlaceKey, OpeningHours>& hours,
         const std::vector<Cell>& cells)
      : m_edition(edition),
        m_answer(edition.answer),
        m_language(language),
        m_catalogue(edition.names.topics),
        m_source{m_answer.figures, m_catalogue, hours, m_answer.period, cells} {
    for (std::size_t i = 0; i < kWhose.size(); ++i) {
      m_recorded[i] = isRecorded(m_source, m_answer.withheld, kWhose[i]);
    }
  }

  Drawing drawing() const;

 private:
  std::string word(std::string_view key) const { return web::text(m_language, key); }
  std::string unit(Unit unit) const { return word("unit_" + std::string{code(unit)}); }
  std::string name(std::string_view id) const {
    return web::measureName(m_language, measureOf(id));
  }
  std::vector<std::string> withUnits(const std::string& first) const {
    return {first, unit(kAllUnits[0]), unit(kAllUnits[1]), word("total")};
  }
  std::string dayToDay() const {
    return web::date(m_language, m_answer.period.from) + " \u2013 " +
           web::date(m_language, m_answer.period.to);
  }
  bool isDaily() const { return web::isDaily(m_answer.period); }
  std::string place() const {
    return m_answer.branch.empty() ? word("all_places")
                                   : web::branchName(m_language, m_edition.names, m_answer.branch);
  }

  ShownValues shown(std::string_view id, Asked unit) const {
    return shownValues(measureOf(id), m_source, m_answer.withheld, unit);
  }
  ShownTable table(std::string_view id) const {
    return shownTable(measureOf(id), m_source, m_answer.withheld);
  }
  std::string said(MeasureUnit unit, const ShownValue& value) const {
    return web::valueText(m_language, unit, value);
  }

  std::string headline() const;
  std::string basis() const;
  std::string restated() const;
  DrawnTable keyMeasures() const;
  DrawnRow keyRow(std::string_view id) const;
  DrawnRow referralsRow() const;
  DrawnRow receivedRow(std::string_view id) const;
  DrawnBlock overTime() const;
  DrawnTable topTopics() const;
  DrawnGrid hours() const;
  DrawnTable referrals() const;

  const Edition& m_edition;
  const wire::StatisticsAnswer& m_answer;
  Language m_language;
  Catalogue m_catalogue;
  MeasureSource m_source;
  std::array<bool, kWhose.size()> m_recorded{};  ///< of each of kWhose, anything
};

/// Whose figures, of when and where, and which edition.
std::string Report::headline() const {
  std::string text = m_edition.municipality + " \u00b7 " + dayToDay() + " \u00b7 " + place() +
                     " \u00b7 " + word("made_on") + " " +
                     web::date(m_language, toLocal(m_answer.now).day);
  if (m_edition.number)
    text += " \u00b7 " + word("edition") + " " + std::to_string(*m_edition.number);
  return text;
}

std::string Report::basis() const {
  const wire::Coverage& coverage = m_answer.coverage;
  std::string text;
  const auto add = [&](const char* key, const std::string& value) {
    text += (text.empty() ? "" : " \u00b7 ") + word(key) + ": " + value;
  };
  const auto time = [&](const std::optional<Instant>& at) {
    return at ? web::dateAndTime(m_language, *at) : word("never");
  };
  add("tablets_in_use", web::number(m_language, coverage.tablets));
  add("tablets_heard", web::number(m_language, coverage.heardToday));
  add("newest", time(coverage.newest));
  add("entries_waiting", web::number(m_language, coverage.waiting));
  if (m_edition.oldestWaiting) add("oldest_waiting", time(m_edition.oldestWaiting));
  add("entries_held", web::number(m_language, coverage.held));
  return text;
}

/// What the figures are: which months were made anew, and what in the period is no longer the same.
std::string Report::restated() const {
  std::string text = m_answer.published ? web::publishedLine(m_language, m_answer)
                                        : word("figures_are") + " " + word("figures_exact") + ".";
  auto lines = web::breakLines(m_language, m_edition.names, m_edition.breaks);
  if (lines.empty()) return text;
  if (lines.size() > kTopBreaks) {
    const std::size_t more = lines.size() - kTopBreaks;
    lines.resize(kTopBreaks);
    lines.push_back("+ " + std::to_string(more));
  }
  text += " " + word("breaks");
  for (const std::string& line : lines) text += " " + line + (line.ends_with('.') ? "" : ".");
  return text;
}

DrawnRow Report::keyRow(std::string_view id) const {
  DrawnRow row{{name(id)}, {}};
  for (const Asked unit : kWhose) {
    const ShownValues values = shown(id, unit);
    const auto it = values.find("");
    row.cells.push_back(it == values.end() ? "" : said(measureOf(id).unit, it->second));
  }
  return row;
}

DrawnRow Report::referralsRow() const {
  DrawnRow row{{name("referrals")}, {}};
  for (std::size_t i = 0; i < kWhose.size(); ++i) {
    std::vector<ShownValue> values;
    if (m_recorded[i]) values.push_back({MeasureValue{0}, false});
    for (const auto& [item, each] : shown("referrals", kWhose[i])) values.push_back(each);
    row.cells.push_back(said(MeasureUnit::Referrals, sumOf(values)));
  }
  return row;
}

/// Of the referrals to each unit, whoever sent them.
DrawnRow Report::receivedRow(std::string_view id) const {
  const ShownValues values = shown(id, std::nullopt);
  DrawnRow row{{name(id) + " " + word("to_the_unit")}, {}};
  for (const Unit to : kAllUnits) {
    row.cells.push_back(said(measureOf(id).unit, values.at(std::string{code(to)})));
  }
  row.cells.emplace_back();
  return row;
}

DrawnTable Report::keyMeasures() const {
  DrawnTable table{withUnits(word("key_figure")), {}};
  for (const char* id : {"helps", "contacts", "people"}) table.rows.push_back(keyRow(id));
  table.rows.push_back(referralsRow());
  table.rows.push_back(keyRow("independence"));
  table.rows.push_back(keyRow("citizen_service_closed"));
  for (const char* id : {"redeemed", "completed"}) table.rows.push_back(receivedRow(id));
  table.rows.push_back(keyRow("duration"));
  return table;
}

DrawnBlock Report::overTime() const {
  const ShownTable helps = table("helps_by_day");
  if (helps.empty()) return DrawnText{word("nothing")};
  const Period& period = m_answer.period;
  const bool daily = isDaily();
  std::map<Day, std::array<std::vector<ShownValue>, 2>> sums;
  for (Day day = period.from; day <= period.to; day += days{1}) {
    auto& sum = sums[daily ? day : mondayOf(day)];
    const auto of_day = helps.find(toString(day));
    if (of_day == helps.end()) continue;
    for (std::size_t i = 0; i < sum.size(); ++i) {
      if (const auto& value = of_day->second[i]) sum[i].push_back(*value);
    }
  }
  DrawnChart chart{{}, {}, {unit(kAllUnits[0]), unit(kAllUnits[1])}};
  double most = 1;
  bool withheld = false;
  for (const auto& [day, sum] : sums) {
    const std::array<ShownValue, 2> both = {sumOf(sum[0]), sumOf(sum[1])};
    DrawnColumn column{web::date(m_language, day),
                       {known(both[0]), known(both[1])},
                       both[0].withheld || both[1].withheld};
    most = std::max(most, column.parts[0] + column.parts[1]);
    withheld = withheld || column.withheld;
    chart.columns.push_back(std::move(column));
  }
  const auto top = static_cast<double>(web::roundUp(std::llround(most)));
  for (DrawnColumn& column : chart.columns) {
    for (double& part : column.parts) part /= top;
  }
  chart.top = web::number(m_language, std::llround(top));
  if (withheld) chart.legend.push_back(word("withheld_frame"));
  return chart;
}

DrawnTable Report::topTopics() const {
  auto topics = mostFirst(table("helps_by_topic"));
  topics.resize(std::min(topics.size(), kTopTopics));
  DrawnTable drawn{withUnits(word("topic")), {}};
  const double most = topics.empty() ? 1 : std::max(1., known(topics.front().second.back()));
  for (const auto& [item, values] : topics) {
    DrawnRow row{{web::topicName(m_language, m_edition.names, item)}, {}};
    for (std::size_t i = 0; i < kWhose.size(); ++i) {
      row.cells.push_back(said(MeasureUnit::Helps, values[i].value()));
      if (i < row.bar.size()) row.bar[i] = known(values[i]) / most;
    }
    drawn.rows.push_back(std::move(row));
  }
  return drawn;
}

/// Hours below each other, weekdays side by side.
DrawnGrid Report::hours() const {
  const ShownValues helps = shown("helps_by_hour", std::nullopt);
  const ShownValue none{m_recorded[2] ? std::optional{MeasureValue{0}} : std::nullopt, false};
  int first = web::kFirstHour;
  int last = web::kLastHour;
  double most = 1;
  for (const auto& [item, each] : helps) {
    most = std::max(most, known(each));
    const int hour = std::stoi(item.substr(item.find(':') + 1));
    first = std::min(first, hour);
    last = std::max(last, hour);
  }
  DrawnGrid grid{{word("hour")}, {}};
  for (int weekday = 1; weekday <= 7; ++weekday) {
    grid.headings.push_back(web::weekdayName(m_language, weekday));
  }
  for (int hour = first; hour <= last; ++hour) {
    std::vector<DrawnCell> cells;
    for (int weekday = 1; weekday <= 7; ++weekday) {
      const auto at = helps.find(toString(WeekdayHour{weekday, hour}));
      const ShownValue& value = at == helps.end() ? none : at->second;
      cells.push_back({said(MeasureUnit::Helps, value), known(value) / most});
    }
    grid.rows.emplace_back(web::hourName(m_language, hour), std::move(cells));
  }
  return grid;
}

DrawnTable Report::referrals() const {
  const auto places = mostFirst(table("referrals"));
  DrawnTable drawn{withUnits(word("referred_to")), {}};
  for (std::size_t i = 1; i <= std::size(kAllUnits); ++i) {
    drawn.headings[i] = word("from_the") + " " + drawn.headings[i];
  }
  std::array<std::vector<ShownValue>, kWhose.size()> others;
  for (std::size_t rank = 0; rank < places.size(); ++rank) {
    const auto& [item, values] = places[rank];
    DrawnRow row{{web::destinationName(m_language, m_edition.destinations, item)}, {}};
    for (std::size_t i = 0; i < kWhose.size(); ++i) {
      row.cells.push_back(said(MeasureUnit::Referrals, values[i].value()));
      if (rank >= kTopDestinations) others[i].push_back(*values[i]);
    }
    if (rank < kTopDestinations) drawn.rows.push_back(std::move(row));
  }
  if (places.size() > kTopDestinations) {
    DrawnRow row{{word("other_destinations")}, {}};
    for (const auto& sum : others) row.cells.push_back(said(MeasureUnit::Referrals, sumOf(sum)));
    drawn.rows.push_back(std::move(row));
  }
  const ShownValue balance = shown("referral_balance", std::nullopt)[""];
  drawn.rows.push_back(
      {{name("referral_balance"), "", "", said(MeasureUnit::Referrals, balance)}, {}});
  return drawn;
}

Drawing Report::drawing() const {
  const std::string title = word("tagline");
  Drawing drawing;
  drawing.title = title + ", " + m_edition.municipality + ", " + dayToDay();
  drawing.language = web::code(m_language);
  drawing.made = toLocal(m_answer.now).day;
  drawing.foot = word("app") + " \u00b7 " + m_edition.municipality + " \u00b7 " + dayToDay();
  drawing.pages = {
      {DrawnHeading{title, 1}, DrawnText{headline()}, DrawnText{word("about")},
       DrawnHeading{word("sheet_about")}, DrawnText{restated()}, DrawnText{basis()},
       DrawnHeading{word("sheet_overview")}, keyMeasures(), DrawnText{word("not_recorded_note")},
       DrawnHeading{word("over_time") + " \u00b7 " + word(isDaily() ? "day" : "week_from")},
       overTime()},
      {DrawnHeading{word("top_of_topics")}, topTopics(), DrawnHeading{word("by_hour")}, hours(),
       DrawnHeading{word("sheet_referrals")}, referrals()}};
  return drawing;
}

}  // namespace

Result<Drawing> pageReport(ReadTx& tx, const Edition& edition, Language language) {
  const auto hours = hoursIn(tx);
  if (!hours) return hours.error();
  const auto cells = hourCells(tx, edition.answer);
  if (!cells) return cells.error();
  return Report{edition, language, *hours, *cells}.drawing();
}

}  // namespace vejviser::hub
