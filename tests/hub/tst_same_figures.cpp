// Goal: a measure has one value, whoever is asked: the tablet that logged, a tablet that pulled,
// the hub's JSON, CSV and cells, a recount, the web page, the page of the app; exact or published.
// Method: one story that has something of everything, told to a hub on both engines and read
// through every door; what is expected is made from the story's entries alone.
#include "platform/csv.h"
#include "src/app/overview_sections.h"
#include "src/domain/shown_values.h"
#include "src/store/shown_figures.h"
#include "src/store/tablet_store.h"
#include "sync/hub/publishing.h"
#include "tests/hub/people_world.h"
#include "tests/support/story.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTest>
#include <nlohmann/json.hpp>

using namespace vejviser;
using namespace vejviser::test;
using nlohmann::json;

namespace {

constexpr std::int64_t kThreshold = 3;

using Rows = std::map<Line, std::optional<std::int64_t>>;  ///< nothing: withheld

Unit unitOf(const std::string& word) {
  return unitFromCode(word).value();
}
Table tableOf(const std::string& series) {
  return static_cast<Table>(seriesFromCode(series).value());
}

std::optional<std::int64_t> numberOf(const json& n) {
  return n.is_null() ? std::nullopt : std::optional{n.get<std::int64_t>()};
}

Rows rowsOfJson(const std::string& text) {
  const json all = json::parse(text);
  Rows rows;
  for (const char* total : {"helps", "people", "referrals"}) {
    rows[{kByUnit, Unit::Library, total}] = numberOf(all[total]);
  }
  for (const json& row : all["by_topic"]) {
    rows[{tableOf("topic"), unitOf(row["unit"]), row["topic"]}] = numberOf(row["helps"]);
  }
  for (const json& row : all["by_day"]) {
    rows[{kByDay, unitOf(row["unit"]), row["day"]}] = numberOf(row["helps"]);
  }
  for (const json& row : all["by_branch"]) {
    rows[{kByBranch, unitOf(row["unit"]), row["branch"]}] = numberOf(row["helps"]);
  }
  for (const json& row : all["by_hour"]) {
    const std::string at = toString(WeekdayHour{row["weekday"], row["hour"]});
    rows[{kByHour, unitOf(row["unit"]), at}] = numberOf(row["helps"]);
  }
  for (const json& row : all["referrals_to"]) {
    rows[{tableOf("referral"), unitOf(row["from"]), row["to"]}] = numberOf(row["referrals"]);
  }
  for (const json& row : all["by_item"]) {
    rows[{tableOf(row["series"]), unitOf(row["unit"]), row["item"]}] = numberOf(row["n"]);
  }
  return rows;
}

Rows rowsOfCsv(const std::string& text) {
  const std::map<std::string, Table> tables = {{"by_day", kByDay},
                                               {"by_branch", kByBranch},
                                               {"by_hour", kByHour},
                                               {"by_topic", tableOf("topic")},
                                               {"referrals_to", tableOf("referral")}};
  const auto lines = platform::readCsv(text).value();
  Rows rows;
  for (auto row = lines.begin() + 1; row != lines.end(); ++row) {
    const std::string &figure = (*row)[0], &unit = (*row)[1], &item = (*row)[2], &hour = (*row)[3];
    if (figure == "coverage") continue;
    Line line{kByUnit, Unit::Library, figure};
    if (!unit.empty()) {
      const auto table = tables.find(figure);
      line.table = table == tables.end() ? tableOf(figure) : table->second;
      line.unit = unitOf(unit);
      line.item = hour.empty() ? item : toString(WeekdayHour{std::stoi(item), std::stoi(hour)});
    }
    rows[line] =
        (*row)[4].empty() ? std::nullopt : std::optional<std::int64_t>{std::stoll((*row)[4])};
  }
  return rows;
}

/// Of rows of which none is withheld.
Figures figuresOf(const Rows& rows) {
  Figures figures;
  for (const auto& [line, n] : rows) {
    if (line.table != kByUnit) addLine(figures, line, n.value());
  }
  figures.people = rows.at({kByUnit, Unit::Library, "people"}).value();
  return figures;
}

QString plain(QString text) {
  return text.replace(QChar{0xa0}, ' ').simplified();
}

/// As pages write it: "12", "50%", "at most 15 min", "withheld", "–" for nothing recorded.
QString written(const ShownValue& shown, MeasureUnit unit, const char* minutes) {
  if (!shown.value) return shown.withheld ? "withheld" : "–";
  const bool isShare = unit == MeasureUnit::Share;
  const QLocale english{QLocale::English};
  QString number = english.toString(isShare ? shown.value->n * 100 : shown.value->n, 'f', 0);
  if (isShare) number += '%';
  if (unit == MeasureUnit::Minutes) number += minutes;
  if (unit == MeasureUnit::Hours) number += " h";
  if (shown.value->bound == Bound::AtLeast) return "at least " + number;
  return shown.value->bound == Bound::AtMost ? "at most " + number : number;
}
QString onWeb(const ShownValue& shown, MeasureUnit unit) {
  return written(shown, unit, " min");
}
QString inApp(const ShownValue& shown, MeasureUnit unit) {
  return written(shown, unit, " min.");
}

/// A hub and a tablet that know the story.
struct World : PeopleWorld {
  World(const std::string& exactFor, int times) : entries(wholeStory(times).entries()) {
    clock.set(fromLocal(*parseLocalTime("2027-01-05 12:00")));
    secrets["both"] = hub.people.openSession("both").value();
    setUp(exactFor);
    auto opened = store::TabletStore::open(folder.path().toStdString(), random);
    if (!opened) qFatal("%s", opened.error().text().c_str());
    tablet = std::move(*opened);
    if (!tablet->enrol({"http://hub", {}, {}, "T"}, {}, clock.now())) qFatal("not enrolled");
    settle();
    log();
  }

  static std::vector<Topic> allTopics() {
    auto topics =
        readCatalogue(*platform::readCsv(std::string{builtInTopicsCsv()})).value().topics();
    topics.push_back({"no-longer-there", "X", "X", "g"});
    topics.back().replacedBy = "find-item";
    return topics;
  }
  static std::map<PlaceKey, OpeningHours> hours() {
    return readOpeningHours(*platform::readCsv(hoursText())).value();
  }
  static std::string hoursText() {
    return text({QStringList{"place,unit,days,from,to,kind,note"} + kStoryHours});
  }
  static std::string text(const QStringList& lines) {
    return lines.join('\n').toStdString() + "\n";
  }

  void setUp(const std::string& exactFor) {
    write([&](hub::WriteTx& tx) -> Status {
      const std::vector<Topic> topics = allTopics();
      const auto pos = tx.takePositions(static_cast<int>(topics.size()) + 5, 14, clock.now());
      if (const Status s = tx.putTopics(topics, *pos); !s) return s;
      std::int64_t at = *pos + static_cast<std::int64_t>(topics.size());
      if (const Status s = tx.putBranch({"bs", "B"}, at); !s) return s;
      if (const Status s = tx.putDocument({"hours", hoursText()}, ++at); !s) return s;
      const std::string rule =
          "threshold,exact_for\n" + std::to_string(kThreshold) + "," + exactFor + "\n";
      if (const Status s = tx.putDocument({"small-cells", rule}, ++at); !s) return s;
      const std::string roles =
          text({"code,name_da,name_en,unit", "library_staff,M,M,library",
                "citizen_service_staff,B,B,citizen_service", "odd,O,O,library"});
      if (const Status s = tx.putDocument({"roles", roles}, ++at); !s) return s;
      return tx.putDocument({"authority", "topic,role,may\n*,*,decide\n"}, ++at);
    });
  }

  /// The tablet logs the story, and what it logged arrives at the hub.
  void log() {
    const Status logged = tablet->append([&](const std::string& inst, std::int64_t n) {
      std::vector<store::EncodedEntry> encoded;
      for (Entry& entry : entries) {
        entry.inst = inst;
        entry.n = n++;
        entry.up = upAt(entry.at);
        entry.version = versionOf(entry);
        encoded.push_back({entry, wire::encodeEntry(entry)});
      }
      return encoded;
    });
    if (!logged) qFatal("%s", logged.error().text().c_str());
    reading = {clock.now(), entries.front().boot, upAt(clock.now())};
    push(entries);
  }
  milliseconds upAt(Instant at) const {
    return at - fromLocal(*parseLocalTime("2026-11-01 00:00"));
  }

  /// The tablet pulls all there is.
  void settle() {
    bool known = false;
    const wire::SyncAnswer answer = pullNow({}, 100'000, known);
    store::Settlement settlement;
    settlement.rows = answer.rows;
    settlement.stamp = answer.stamp;
    settlement.now = clock.now();
    if (!tablet->settle(settlement)) qFatal("not settled");
  }

  std::string page(const std::string& path, std::map<std::string, std::string> query = {}) {
    hub::Request request = requestOf("both", "GET", path);
    query.insert({{"from", toString(kStoryDays.from)}, {"to", toString(kStoryDays.to)}});
    if (!path.starts_with("/v1/")) query.insert({"lang", "en"});
    request.query = query;
    const hub::Response response = answer(request);
    if (response.status != 200) qFatal("%s: %d", path.c_str(), response.status);
    return response.body;
  }

  store::ShownFigures pulled() const {
    return store::readShared(tablet->queries(), tablet->shared(), kStoryDays);
  }
  std::vector<Cell> cells() {
    std::vector<Cell> all;
    const json page_ = json::parse(page("/v1/statistics/cells", {{"limit", "5000"}}));
    for (const json& row : page_["cells"]) {
      const CellKey key{*parseDay(row["day"].get<std::string>()),
                        seriesFromCode(row["series"].get<std::string>()).value(), row["branch"],
                        unitOf(row["unit"]), row["item"]};
      all.push_back({key, row["n"]});
    }
    return all;
  }

  QTemporaryDir folder;
  std::unique_ptr<store::TabletStore> tablet;
  std::vector<Entry> entries;
};

/// Where a page says measures: in a table, or as a number of its own.
struct OnPage {
  const char* page;
  const char* table;  ///< empty: numbers, each named by its measure
  std::vector<const char*> measures;
};
const std::vector<OnPage> kOnPages = {
    {"/overview", "time", {"helps_by_day"}},
    {"/overview", "topic", {"helps_by_topic"}},
    {"/figures/referrals",
     "",
     {"referral_balance", "time_to_accept", "authority_kept", "authority_handed_over",
      "events_joint"}},
    {"/figures/referrals", "section_referrals", {"referrals"}},
    {"/figures/referrals", "section_balance", {"redeemed", "completed", "wrong_doors"}},
    {"/figures/referrals", "section_authority", {"authority_acts"}},
    {"/figures/topics", "", {"helps", "independence", "duration", "timed", "room_needed"}},
    {"/figures/topics", "iso_2789", {"iso_2789"}},
    {"/figures/topics", "helps_by_role", {"helps_by_role"}},
    {"/figures/topics", "helps_by_outcome", {"helps_by_outcome"}},
    {"/figures/topics", "helps_by_duration", {"helps_by_duration"}},
    {"/figures/topics", "helps_by_topic", {"helps_by_topic"}},
    {"/figures/topics", "helps_by_current_topic", {"helps_by_current_topic"}},
    {"/figures/topics", "helps_by_language", {"helps_by_language"}},
    {"/figures/topics", "section_room", {"rooms"}},
    {"/figures/topics", "turned_away", {"turned_away"}},
    {"/figures/topics", "helps_by_channel", {"helps_by_channel"}},
    {"/figures/topics", "kle", {"kle"}},
    {"/figures/hours", "", {"citizen_service_closed", "hours_alone", "quiet_hours"}},
    {"/figures/hours", "quiet_by_hour", {"quiet_by_hour"}},
    {"/figures/events", "audiences", {"audiences"}},
    {"/figures/events",
     "section_events",
     {"events", "events_taken_part", "events_joint", "attendance", "staff_minutes"}},
    {"/figures/coverage", "helps_by_branch", {"helps_by_branch"}},
    {"/figures/coverage",
     "section_questions",
     {"questions", "questions_wanted", "questions_answered", "questions_open"}},
    {"/figures/coverage", "section_work", {"helps", "contacts", "people"}}};

/// The same of the sections of the app's page.
struct InApp {
  const char* section;
  std::vector<const char*> measures;
};
const std::vector<InApp> kInApp = {
    {"topics", {"helps_by_topic"}},
    {"kinds", {"iso_2789"}},
    {"branches", {"helps_by_branch"}},
    {"outcomes", {"helps_by_outcome"}},
    {"channels", {"helps_by_channel"}},
    {"languages", {"helps_by_language"}},
    {"bands", {"helps_by_duration"}},
    {"rooms", {"rooms"}},
    {"refusals", {"turned_away"}},
    {"quiet", {"quiet_by_hour"}},
    {"authority", {"authority_acts"}},
    {"questions", {"questions", "questions_wanted", "questions_answered", "questions_open"}},
    {"events", {"events", "events_taken_part", "events_joint", "attendance", "staff_minutes"}}};

/// What everybody must say.
struct Expected {
  Figures figures;
  std::set<Line> withheld = {};
  Period period = kStoryDays;
  std::vector<Cell> cells = {};
  Catalogue catalogue = {};
  std::map<PlaceKey, OpeningHours> hours = {};

  ShownValues values(const Measure& measure, std::optional<Unit> unit, bool withCells) const {
    MeasureSource source{figures, catalogue, hours, period};
    if (withCells) source.cells = cells;
    return shownValues(measure, source, withheld, unit);
  }
};

}  // namespace

class TstSameFigures : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<World> m_world;
  Expected m_expected;

  /// A hub whose rule is `exactFor`, and what it must say.
  void tell(const std::string& exactFor) {
    const bool exact = exactFor == "all";
    const int times = exact ? 1 : 4;  // of single helps nothing would be published
    m_world = std::make_unique<World>(exactFor, times);
    m_expected = {};
    m_expected.catalogue = Catalogue{World::allTopics()};
    m_expected.hours = World::hours();
    m_expected.cells = wholeStory(times).cells();
    m_expected.figures = summarise(m_expected.cells);
    if (exact) return;
    std::vector<PublishedMonth> months;
    for (const auto month : {std::chrono::November, std::chrono::December}) {
      const std::chrono::year_month one{std::chrono::year{2026}, month};
      std::vector<Cell> cells;
      for (const Cell& cell : m_expected.cells) {
        if (daysOf(one).contains(cell.key.day)) cells.push_back(cell);
      }
      months.push_back(
          *publish(one, cells, m_expected.catalogue, kThreshold, nullptr, Day{}).month);
    }
    auto [figures, withheld] = vejviser::figuresOf(months, m_expected.catalogue);
    m_expected.figures = std::move(figures);
    m_expected.withheld = std::move(withheld);
    m_expected.period = {daysOf(months.front().month).from, daysOf(months.back().month).to};
    m_expected.cells.clear();
  }

  /// The first measure and unit of which other figures say something else; empty when none.
  QString difference(const Figures& figures, std::span<const Cell> cells = {}) const {
    const MeasureSource source{figures, m_expected.catalogue, m_expected.hours, m_expected.period,
                               cells};
    for (const Measure& measure : measures()) {
      for (const auto unit : kWhose) {
        if (shownValues(measure, source, m_expected.withheld, unit) !=
            m_expected.values(measure, unit, !cells.empty())) {
          return QString::fromUtf8(measure.id.data()) + " of " +
                 (unit ? QString::fromUtf8(code(*unit).data()) : "both");
        }
      }
    }
    return {};
  }

  using Words = std::function<QString(const ShownValue&, MeasureUnit)>;

  /// Measures as rows "library|citizen service|both", sorted.
  QStringList rowsFor(const std::vector<const char*>& ids, const Words& words,
                      bool withCells) const {
    QStringList rows;
    for (const char* id : ids) rows += rowsFor(measureOf(id), words, withCells);
    rows.sort();
    return rows;
  }
  /// Of an item that others have, a unit that recorded anything has none.
  QStringList rowsFor(const Measure& measure, const Words& words, bool withCells) const {
    std::array<ShownValues, 3> columns;
    std::set<std::string> items;
    for (std::size_t i = 0; i < kWhose.size(); ++i) {
      columns[i] = m_expected.values(measure, kWhose[i], withCells);
      for (const auto& [item, value] : columns[i]) items.insert(item);
    }
    QStringList rows;
    for (const std::string& item : items) {
      QStringList row;
      for (const ShownValues& column : columns) {
        const auto value = column.find(item);
        if (value != column.end()) {
          row << words(value->second, measure.unit);
        } else if (measure.of != MeasureOf::Units) {
          row << "";
        } else {
          row << words(ShownValue{MeasureValue{0}, false}, measure.unit);
        }
      }
      rows << row.join('|');
    }
    return rows;
  }

  /// The rows of a table of a page in the same form, but those of nothing at all.
  static QStringList rowsOn(const QString& page, const QString& table) {
    const QString body =
        page.section("<table id=\"table-" + table + "\">", 1).section("</table>", 0, 0);
    QStringList rows;
    const QStringList parts = body.section("<tbody>", 1).split("<tr>", Qt::SkipEmptyParts);
    static const QRegularExpression kCell{"<td>([^<]*)</td>"};
    for (const QString& part : parts) {
      QStringList row;
      for (auto it = kCell.globalMatch(part); it.hasNext();) row << plain(it.next().captured(1));
      if (!row.isEmpty()) rows << row.mid(0, 3).join('|');
    }
    rows.sort();
    return rows;
  }
  /// "4 · Library 3 · Citizen service 1": a number of a page, and its parts.
  static QString numberOn(const QString& page, const char* id) {
    const QString from =
        page.section(QString{"<dd id=\"key-%1\">"}.arg(id), 1).section("</div>", 0, 0);
    const QString value = plain(from.section("</dd>", 0, 0));
    const QString parts = plain(from.section("<dd class=\"quiet\">", 1, 1).section("</dd>", 0, 0));
    return parts.startsWith("Library") ? value + " · " + parts : value;
  }
  QString numberFor(const char* id) const {
    const Measure& measure = measureOf(id);
    const auto of = [&](std::optional<Unit> unit) {
      const ShownValues values = m_expected.values(measure, unit, true);
      return onWeb(values.at(""), measure.unit);
    };
    if (measure.of == MeasureOf::Library) return of(Unit::Library) + " · Library";
    if (measure.of == MeasureOf::Together) return of({});
    return of({}) + " · Library " + of(Unit::Library) + " · Citizen service " +
           of(Unit::CitizenService);
  }
  static QStringList rowsIn(const QVariantList& sections, const QString& code) {
    QStringList rows;
    for (const QVariant& section : sections) {
      if (section.toMap()["code"] != code) continue;
      for (const QVariant& row : section.toMap()["rows"].toList()) {
        QStringList words;
        for (const char* column : {"library", "citizenService", "total"}) {
          words << plain(row.toMap()[column].toMap()["text"].toString());
        }
        rows << words.join('|');
      }
    }
    rows.sort();
    return rows;
  }
  static QStringList withoutNothing(QStringList rows) {
    rows.removeAll("0|0|0");
    rows.removeAll("0 h|0 h|0 h");
    return rows;
  }

  void expectPages() {
    QSet<QString> said = {"helps_by_hour"};  // of each unit in a table of its own, see below
    for (const OnPage& place : kOnPages) {
      const QString page = QString::fromStdString(m_world->page(place.page));
      for (const char* id : place.measures) {
        said << id;
        if (*place.table == 0) QCOMPARE(numberOn(page, id), numberFor(id));
      }
      if (*place.table == 0) continue;
      const QStringList rows = withoutNothing(rowsOn(page, place.table));
      const QStringList expected = withoutNothing(rowsFor(place.measures, onWeb, true));
      QVERIFY2(rows == expected, qPrintable(QString{place.table} + "\nis       " + rows.join("  ") +
                                            "\nexpected " + expected.join("  ")));
    }
    for (const Measure& measure : measures()) {
      QVERIFY2(said.contains(QString::fromUtf8(measure.id.data())), measure.id.data());
    }
    expectHours(QString::fromStdString(m_world->page("/figures/hours")));
  }
  void expectHours(const QString& page) const {
    for (const Unit unit : kAllUnits) {
      const ShownValues values = m_expected.values(measureOf("helps_by_hour"), unit, false);
      QStringList expected;
      for (int hour = 8; hour < 20; ++hour) {
        QStringList row;
        for (int weekday = 1; weekday < 4; ++weekday) {
          const auto value = values.find(toString(WeekdayHour{weekday, hour}));
          row << (value == values.end() ? "0" : onWeb(value->second, MeasureUnit::Helps));
        }
        expected << row.join('|');
      }
      expected.sort();
      QCOMPARE(rowsOn(page, code(unit).data()), expected);
    }
  }
  void expectApp() const {
    const store::Municipality municipality =
        readMunicipality(m_world->tablet->queries(), m_world->tablet->shared());
    const QVariantList sections = app::overviewSections(m_world->pulled(), municipality);
    for (const InApp& place : kInApp) {
      const QStringList rows = withoutNothing(rowsIn(sections, place.section));
      const QStringList expected = withoutNothing(rowsFor(place.measures, inApp, false));
      QVERIFY2(rows == expected, qPrintable(QString{place.section} + "\nis       " +
                                            rows.join("  ") + "\nexpected " + expected.join("  ")));
      QVERIFY2(!rows.isEmpty(), place.section);
    }
  }

 private slots:
  void everyDoor_saysTheSame_ofEveryMeasure() {
    tell("all");
    const Figures expected = m_expected.figures;
    QVERIFY(expected.helps > 0);
    QCOMPARE(difference(m_world->tablet->queries().ownFigures(kStoryDays)), "");
    m_world->settle();
    QCOMPARE(difference(m_world->pulled().figures), "");
    QCOMPARE(difference(figuresOf(rowsOfJson(m_world->page("/v1/statistics")))), "");
    QCOMPARE(difference(figuresOf(rowsOfCsv(m_world->page("/v1/statistics", {{"format", "csv"}})))),
             "");
    const std::vector<Cell> cells = m_world->cells();
    QCOMPARE(difference(summarise(cells), cells), "");
    QVERIFY(m_world->isExact());
    QCOMPARE(difference(m_world->figures()), "");
    expectPages();
    expectApp();
  }

  void everyDoor_withholdsTheSame_andSaysTheSameOfTheRest() {
    tell("nobody");
    QVERIFY(hub::publishMonths(*m_world->storage, m_world->clock, m_world->random));
    m_world->settle();
    QVERIFY(m_expected.figures.helps > 0 && !m_expected.withheld.empty());
    const Rows expected = rowsOf(m_expected.figures, m_expected.withheld);
    QVERIFY(rowsOfJson(m_world->page("/v1/statistics")) == expected);
    QVERIFY(rowsOfCsv(m_world->page("/v1/statistics", {{"format", "csv"}})) == expected);
    QVERIFY(m_world->pulled().withheld == m_expected.withheld);
    QCOMPARE(difference(m_world->pulled().figures), "");
    expectPages();
    expectApp();
  }
};

QTEST_MAIN(TstSameFigures)
#include "tst_same_figures.moc"
