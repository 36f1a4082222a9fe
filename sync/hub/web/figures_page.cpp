#include "sync/hub/web/figures_page.h"

#include "src/domain/routine.h"
#include "sync/hub/documents.h"
#include "sync/hub/statistics_xlsx.h"
#include "sync/hub/web/figures_view.h"
#include "sync/hub/web/measure_tables.h"
#include "sync/hub/web/page.h"

namespace vejviser {
std::string_view webFigures();  // figures.mustache, built in
}  // namespace vejviser

namespace vejviser::hub::web {

namespace {

constexpr std::size_t kMostBars = 12;
/// Says the same as helps_by_topic unless a topic has taken the place of another.
constexpr std::string_view kBridged = "helps_by_current_topic";

/// A table with its chart, if it is of one measure that counts.
struct Section {
  const char* title;  ///< key of its text; empty: the name of the only measure
  std::vector<std::string_view> measures;
};

struct FiguresPage {
  const char* path;
  const char* title;
  std::vector<std::string_view> keys;
  std::vector<Section> sections;
  bool hasHeat = false;
  bool hasCoverage = false;
  bool hasRoutine = false;
};

const FiguresPage& referralsPage() {
  static const FiguresPage page{
      "/figures/referrals",
      "figures_referrals",
      {"referral_balance", "time_to_accept", "authority_kept", "authority_handed_over",
       "events_joint"},
      {{"section_referrals", {"referrals"}},
       {"section_balance", {"redeemed", "completed", "wrong_doors"}},
       {"section_joint", {"events_joint", "events_taken_part", "attendance", "staff_minutes"}},
       {"section_authority", {"authority_acts"}}}};
  return page;
}

const FiguresPage& topicsPage() {
  static const FiguresPage page{"/figures/topics",
                                "figures_topics",
                                {"helps", "independence", "duration", "timed", "room_needed"},
                                {{"", {"iso_2789"}},
                                 {"", {"helps_by_role"}},
                                 {"", {"helps_by_outcome"}},
                                 {"", {"helps_by_duration"}},
                                 {"", {"helps_by_topic"}},
                                 {"", {kBridged}},
                                 {"", {"authority_acts"}},
                                 {"", {"helps_by_language"}},
                                 {"section_room", {"rooms"}},
                                 {"", {"turned_away"}},
                                 {"", {"helps_by_channel"}},
                                 {"", {"kle"}}}};
  return page;
}

const FiguresPage& hoursPage() {
  static const FiguresPage page{"/figures/hours",
                                "figures_hours",
                                {"citizen_service_closed", "hours_alone", "quiet_hours"},
                                {{"", {"quiet_by_hour"}}},
                                true};
  return page;
}

const FiguresPage& eventsPage() {
  static const FiguresPage page{
      "/figures/events",
      "figures_events",
      {"events", "events_joint", "attendance", "staff_minutes"},
      {{"", {"audiences"}},
       {"section_events",
        {"events", "events_taken_part", "events_joint", "attendance", "staff_minutes"}}}};
  return page;
}

const FiguresPage& routinePage() {
  static const FiguresPage page{"/figures/routine", "figures_routine", {}, {}, false, false, true};
  return page;
}

const FiguresPage& coveragePage() {
  static const FiguresPage page{
      "/figures/coverage",
      "figures_coverage",
      {},
      {{"", {"helps_by_branch"}},
       {"section_questions",
        {"questions", "questions_wanted", "questions_answered", "questions_open"}},
       {"section_work", {"helps", "contacts", "people"}}},
      false,
      true};
  return page;
}

/// All that a page is filled from, of one view of the database but for the figures themselves.
struct Beside {
  ItemNames names;
  Catalogue catalogue;
  std::map<PlaceKey, OpeningHours> calendars;
  std::vector<Cell> hours;
  std::optional<Instant> oldestWaiting;
  std::map<std::string, BranchRoutine> routine;
  std::vector<Break> breaks;
};

/// Of the last year, whatever period is asked for; of what is published, nothing.
Result<std::map<std::string, BranchRoutine>> readRoutine(ReadTx& tx,
                                                         const wire::StatisticsAnswer& answer) {
  if (answer.published) return std::map<std::string, BranchRoutine>{};
  const Day today = toLocal(answer.now).day;
  const Period year{today - kRoutineYear + std::chrono::days{1}, today};
  const auto last = tx.lastDone(year, answer.branch);
  if (!last) return last.error();
  return routineOf(*last, today);
}

Status readBeside(ReadTx& tx, const wire::StatisticsAnswer& answer, const FiguresPage& page,
                  Beside& beside) {
  auto names = readNames(tx);
  if (!names) return names.error();
  beside.names.names = std::move(*names);
  beside.catalogue = Catalogue{beside.names.names.topics};
  auto breaks = readBreaks(tx, beside.catalogue, answer.period, answer.branch);
  if (!breaks) return breaks.error();
  beside.breaks = std::move(*breaks);
  auto destinations = destinationsIn(tx);
  if (!destinations) return destinations.error();
  beside.names.destinations = std::move(*destinations);
  auto roles = rolesIn(tx);
  if (!roles) return roles.error();
  beside.names.roles = std::move(*roles);
  auto calendars = hoursIn(tx);
  if (!calendars) return calendars.error();
  beside.calendars = std::move(*calendars);
  const auto oldest = oldestWaiting(tx);
  if (!oldest) return oldest.error();
  beside.oldestWaiting = *oldest;
  if (page.hasRoutine) {
    auto routine = readRoutine(tx, answer);
    if (!routine) return routine.error();
    beside.routine = std::move(*routine);
  }
  if (!page.hasHeat) return {};
  auto cells = hourCells(tx, answer);
  if (!cells) return cells.error();
  beside.hours = std::move(*cells);
  return {};
}

bool hasBridges(const Figures& figures, const Catalogue& catalogue) {
  return std::any_of(figures.helpsByTopic.begin(), figures.helpsByTopic.end(),
                     [&](const auto& topic) {
                       const Topic* heir = catalogue.heir(topic.first.first);
                       return heir != nullptr && heir->id != topic.first.first;
                     });
}

data sectionsData(const Sheet& sheet, const FiguresPage& page) {
  data list{data::type::list};
  for (const Section& section : page.sections) {
    const bool bridged = section.measures.front() == kBridged;
    if (bridged && !hasBridges(sheet.source.figures, sheet.source.catalogue)) continue;
    MeasureTable table = measureTable(sheet, section.measures);
    data item;
    const std::string title{*section.title
                                ? text(sheet.language, section.title)
                                : measureName(sheet.language, measureOf(section.measures.front()))};
    const std::string id{*section.title ? std::string_view{section.title}
                                        : section.measures.front()};
    item.set("id", id);
    item.set("title", title);
    item.set("about", text(sheet.language, "about_" + id));
    std::erase_if(table.bars, [](const UnitRow& row) { return row.total() == 0; });
    table.bars.resize(std::min(table.bars.size(), kMostBars));
    item.set("hasChart", !table.bars.empty());
    item.set("chart", chartData(bars(table.bars)));
    item.set("rows", table.rows);
    item.set("empty", !table.rows.is_non_empty_list());
    list.push_back(item);
  }
  return list;
}

data heatsData(const Sheet& sheet) {
  data list{data::type::list};
  for (const Unit unit : kAllUnits) {
    data item = heatData(sheet.language, sheet.source.figures, sheet.withheld, unit);
    item.set("id", std::string{vejviser::code(unit)});
    item.set("title", text(sheet.language, "by_hour") + ": " +
                          text(sheet.language, "unit_" + std::string{vejviser::code(unit)}));
    item.set("about", text(sheet.language, "about_by_hour"));
    list.push_back(item);
  }
  return list;
}

data routineData(Language language, const Beside& beside) {
  data list{data::type::list};
  for (const auto& [branch, routine] : beside.routine) {
    data item;
    item.set("id", "routine-" + branch);
    item.set("title", branchName(language, beside.names.names, branch));
    const auto gaps = static_cast<std::int64_t>(routine.gaps.size());
    const ShownValue part{MeasureValue{static_cast<double>(gaps) / routine.topics}, false};
    item.set("share", number(language, gaps) + " " + text(language, "of") + " " +
                          number(language, routine.topics) + " " + text(language, "routine_share") +
                          " (" + valueText(language, MeasureUnit::Share, part) + ").");
    data rows{data::type::list};
    for (const auto& [topic, days] : routine.gaps) {
      data row;
      row.set("name", topicName(language, beside.names.names, topic));
      row.set("days", number(language, days));
      rows.push_back(row);
    }
    item.set("rows", rows);
    item.set("some", gaps > 0);
    list.push_back(item);
  }
  return list;
}

data coverageData(Language language, const wire::Coverage& coverage,
                  const std::optional<Instant>& oldest) {
  data list{data::type::list};
  const auto add = [&](const char* key, const std::string& value, bool isMoment = false) {
    data item;
    item.set("id", std::string{key});
    item.set("name", text(language, key));
    item.set("value", value);
    item.set("hasParts", false);
    item.set("hasNote", false);
    item.set("isMoment", isMoment);
    list.push_back(item);
  };
  const auto time = [&](const std::optional<Instant>& at) {
    return at ? dateAndTime(language, *at) : std::string{"–"};
  };
  add("tablets_in_use", number(language, coverage.tablets));
  add("tablets_heard", number(language, coverage.heardToday));
  add("entries_waiting", number(language, coverage.waiting));
  add("oldest_waiting", time(oldest), true);
  add("entries_held", number(language, coverage.held));
  add("newest", time(coverage.newest), true);
  return list;
}

Response figuresOn(Hub& hub, const Request& request, const FiguresPage& page) {
  const Language language = languageOf(request);
  const auto asked = readQuestion(request.query, hub.clock.now());
  const FiguresQuestion question = asked ? *asked : *readQuestion({}, hub.clock.now());
  const auto answer = askFigures(hub, question, readersOf(request));
  if (!answer) return failure(hub, answer.error());
  Beside beside;
  const Status read =
      hub.storage.read([&](ReadTx& tx) { return readBeside(tx, *answer, page, beside); });
  if (!read) return failure(hub, read.error());
  const MeasureSource source{answer->figures, beside.catalogue, beside.calendars, answer->period,
                             beside.hours};
  const Sheet sheet{language, source, answer->withheld, beside.names};
  data view = figuresFrame(hub, request, language, page.path, page.title, question, *answer,
                           beside.names.names, beside.breaks);
  view.set("wrongQuestion", !asked);
  view.set("keys", page.hasCoverage ? coverageData(language, answer->coverage, beside.oldestWaiting)
                                    : keyFigures(sheet, page.keys));
  view.set("sections", sectionsData(sheet, page));
  view.set("hasHeat", page.hasHeat);
  view.set("heats", heatsData(sheet));
  view.set("hasRoutine", page.hasRoutine);
  view.set("routines", routineData(language, beside));
  view.set("noRoutine", page.hasRoutine && beside.routine.empty());
  return tagged(request, web::page(asked ? 200 : 422, language, webFigures(), std::move(view)));
}

}  // namespace

Response figuresReferrals(Hub& hub, const Request& request) {
  return figuresOn(hub, request, referralsPage());
}

Response figuresTopics(Hub& hub, const Request& request) {
  return figuresOn(hub, request, topicsPage());
}

Response figuresHours(Hub& hub, const Request& request) {
  return figuresOn(hub, request, hoursPage());
}

Response figuresEvents(Hub& hub, const Request& request) {
  return figuresOn(hub, request, eventsPage());
}

Response figuresRoutine(Hub& hub, const Request& request) {
  return figuresOn(hub, request, routinePage());
}

Response figuresCoverage(Hub& hub, const Request& request) {
  return figuresOn(hub, request, coveragePage());
}

}  // namespace vejviser::hub::web
