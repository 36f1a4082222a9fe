// Goal: every measure says what its definition says, from the entries on.
// Method: one story of entries, with withdrawn, doubtful and corrected ones of each kind; a table
// of the values that each measure's definition makes of it; calendars with every kind of day; the
// list of sync/PROTOCOL.md beside the code's.
#include "platform/csv.h"
#include "src/domain/measures.h"
#include "src/domain/week_sums.h"
#include "tests/support/story.h"

#include <QFile>
#include <QMap>
#include <QSet>
#include <QTest>
#include <vector>

using namespace vejviser;
using namespace vejviser::test;

namespace {

Catalogue builtInCatalogue() {
  return *readCatalogue(*platform::readCsv(std::string{builtInTopicsCsv()}));
}

std::map<PlaceKey, OpeningHours> calendarsOf(const QStringList& lines) {
  const QString text = "place,unit,days,from,to,kind,note\n" + lines.join('\n') + '\n';
  const auto places = readOpeningHours(*platform::readCsv(text.toStdString()));
  if (!places) qFatal("%s", places.error().text().c_str());
  return *places;
}

/// Some cells and all that measures ask beside them.
class World {
 public:
  explicit World(std::vector<Cell> cells, const QStringList& calendars = kStoryHours)
      : m_cells(std::move(cells)),
        m_figures(summarise(m_cells)),
        m_catalogue(builtInCatalogue()),
        m_calendars(calendarsOf(calendars)) {}

  void setPeriod(const char* from, const char* to) { m_period = {*parseDay(from), *parseDay(to)}; }
  void forgetCalendars() { m_calendars.clear(); }

  MeasureValues values(const std::string& id, std::optional<Unit> unit) const {
    const Measure* measure = findMeasure(id);
    if (measure == nullptr) qFatal("no measure %s", id.c_str());
    const MeasureSource source{m_figures, m_catalogue, m_calendars, m_period, m_cells};
    return valuesOf(*measure, source, unit);
  }

  /// "6", ">=60", "<=15", "-" for what was not recorded, "none" where there is no such item.
  QString shown(const std::string& id, std::optional<Unit> unit,
                const std::string& item = "") const {
    const MeasureValues all = values(id, unit);
    const auto it = all.find(item);
    if (it == all.end()) return "none";
    if (!it->second) return "-";
    const QString number = QString::number(it->second->n);
    switch (it->second->bound) {
      case Bound::AtLeast:
        return ">=" + number;
      case Bound::AtMost:
        return "<=" + number;
      case Bound::Exact:
        break;
    }
    return number;
  }

 private:
  std::vector<Cell> m_cells;
  Figures m_figures;
  Catalogue m_catalogue;
  std::map<PlaceKey, OpeningHours> m_calendars;
  Period m_period = kStoryDays;
};

struct Expected {
  const char* measure;
  const char* item;
  const char* library;
  const char* citizenService;
  const char* together;
};

// Written from the definitions and the story, by hand.
constexpr Expected kExpected[] = {
    {"helps", "", "6", "2", "8"},
    {"contacts", "", "5", "2", "7"},
    {"people", "", "none", "none", "10"},
    {"helps_by_topic", "passport-apply", "1", "1", "2"},
    {"helps_by_topic", "find-item", "1", "none", "1"},
    {"helps_by_current_topic", "passport-apply", "1", "1", "2"},
    {"helps_by_current_topic", "no-longer-there", "none", "1", "1"},
    {"helps_by_day", "2026-11-24", "5", "2", "7"},
    {"helps_by_day", "2026-12-24", "1", "none", "1"},
    {"helps_by_hour", "2:10", "2", "none", "2"},
    {"helps_by_hour", "2:11", "none", "2", "2"},
    {"helps_by_hour", "2:16", "2", "none", "2"},
    {"helps_by_hour", "4:11", "1", "none", "1"},
    {"helps_by_branch", "hb", "5", "none", "5"},
    {"helps_by_branch", "bs", "none", "2", "2"},
    {"helps_by_branch", "", "1", "none", "1"},
    {"helps_by_role", "library_staff", "2", "none", "2"},
    {"helps_by_role", "citizen_service_staff", "none", "1", "1"},
    {"helps_by_role", "odd", "none", "none", "none"},
    {"helps_by_channel", "in_person", "5", "1", "6"},
    {"helps_by_channel", "phone", "1", "0", "1"},
    {"helps_by_channel", "mail", "0", "0", "0"},
    {"helps_by_channel", "chat", "0", "0", "0"},
    {"helps_by_channel", "screen", "0", "1", "1"},
    {"helps_by_language", "uk", "2", "none", "2"},
    {"helps_by_language", "ar", "none", "none", "none"},
    {"helps_by_language", "", "4", "2", "6"},
    {"helps_by_outcome", "alone", "1", "0", "1"},
    {"helps_by_outcome", "guided", "2", "1", "3"},
    {"helps_by_outcome", "done_for", "0", "1", "1"},
    {"helps_by_outcome", "sent_on", "1", "0", "1"},
    {"helps_by_outcome", "turned_away", "2", "0", "2"},
    {"independence", "", "0.5", "0.5", "0.5"},
    {"helps_by_duration", "0-5", "1", "0", "1"},
    {"helps_by_duration", "5-15", "2", "0", "2"},
    {"helps_by_duration", "15-30", "1", "1", "2"},
    {"helps_by_duration", "30-60", "0", "0", "0"},
    {"helps_by_duration", "60+", "1", "1", "2"},
    {"duration", "", "<=15", "<=30", "<=30"},
    {"timed", "", "0.166667", "0", "0.125"},
    {"citizen_service_closed", "", ">=0.5", "none", "none"},
    {"hours_alone", "", "63", "none", "none"},
    {"referrals", "citizen_service", "5", "none", "5"},
    {"referrals", "library", "none", "1", "1"},
    {"referrals", "police", "1", "none", "1"},
    {"referral_balance", "", "none", "none", "4"},
    {"redeemed", "citizen_service", "0.6", "-", "0.6"},
    {"redeemed", "library", "-", "1", "1"},
    {"redeemed", "police", "none", "none", "none"},
    {"completed", "citizen_service", "0.2", "-", "0.2"},
    {"completed", "library", "-", "0", "0"},
    {"wrong_doors", "citizen_service", "1", "0", "1"},
    {"wrong_doors", "library", "0", "0", "0"},
    {"time_to_accept", "", "<=24", "<=4", "<=4"},
    {"authority_acts", "guide", "1", "0", "1"},
    {"authority_acts", "decide", "1", "1", "2"},
    {"authority_acts", "hand_over", "1", "0", "1"},
    {"authority_kept", "", "0.666667", "none", "none"},
    {"authority_handed_over", "", "0.333333", "0", "0.25"},
    {"room_needed", "", "0.333333", "0", "0.25"},
    {"rooms", "used", "1", "0", "1"},
    {"rooms", "busy", "1", "0", "1"},
    {"rooms", "none_here", "0", "0", "0"},
    {"turned_away", "closing", "1", "0", "1"},
    {"turned_away", "queue", "0", "0", "0"},
    {"turned_away", "", "1", "0", "1"},
    {"quiet_hours", "", "3", "0", "3"},
    {"quiet_by_hour", "09", "2", "none", "2"},
    {"quiet_by_hour", "13", "1", "none", "1"},
    {"quiet_by_hour", "14", "none", "none", "none"},
    {"events", "", "2", "1", "3"},
    {"events_taken_part", "", "3", "2", "5"},
    {"events_joint", "", "none", "none", "2"},
    {"attendance", "", "66", "0", "66"},
    {"audiences", "grade9", "1", "0", "1"},
    {"audiences", "seniors", "1", "0", "1"},
    {"audiences", "all", "0", "1", "1"},
    {"audiences", "adults", "0", "0", "0"},
    {"staff_minutes", "", "330", "135", "465"},
    {"questions", "", "6", "0", "6"},
    {"questions_wanted", "", "4", "0", "4"},
    {"questions_answered", "", "2", "0", "2"},
    {"questions_open", "", "3", "0", "3"},
    {"iso_2789", "authority", "3", "1", "4"},
    {"iso_2789", "digital_guidance", "1", "0", "1"},
    {"iso_2789", "directional", "1", "0", "1"},
    {"iso_2789", "reference", "1", "0", "1"},
    {"iso_2789", "unknown", "0", "1", "1"},
    {"kle", "23.15.25", "3", "none", "3"},
    {"kle", "23.09.02", "1", "1", "2"},
    {"kle", "21.11.00", "1", "none", "1"},
    {"kle", "", "1", "1", "2"},
};

QString text(std::string_view view) {
  return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

/// The measure's row in the table of sync/PROTOCOL.md.
QString protocolRow(const Measure& measure) {
  QString what = text(measure.counts);
  if (!measure.excludes.empty()) what += ". Not: " + text(measure.excludes);
  const QString unit =
      text(code(measure.unit)) +
      (measure.average == Average::None ? QString{} : ", " + text(code(measure.average)));
  return QString("| `%1` | %2 (%3) | %4 | %5 | %6 | %7 |")
      .arg(text(measure.id), text(measure.nameEn), text(measure.nameDa), unit,
           text(code(measure.of)), text(measure.item), what);
}

/// The share of one library help, at `at`, that was given while citizen service was closed.
QString closedAt(const char* at, const QStringList& calendars) {
  Story story;
  story.help(at, Unit::Library);
  return World{story.cells(), calendars}.shown("citizen_service_closed", Unit::Library);
}

}  // namespace

class TstMeasures : public QObject {
  Q_OBJECT

 private slots:
  void values_ofTheStory_areWhatTheDefinitionsSay_data() {
    QTest::addColumn<int>("row");
    int row = 0;
    for (const Expected& expected : kExpected) {
      QTest::addRow("%s %s", expected.measure, expected.item) << row++;
    }
  }

  void values_ofTheStory_areWhatTheDefinitionsSay() {
    QFETCH(int, row);
    static const World world{wholeStory().cells()};
    const Expected& expected = kExpected[row];
    QCOMPARE(world.shown(expected.measure, Unit::Library, expected.item),
             QString{expected.library});
    QCOMPARE(world.shown(expected.measure, Unit::CitizenService, expected.item),
             QString{expected.citizenService});
    QCOMPARE(world.shown(expected.measure, std::nullopt, expected.item),
             QString{expected.together});
  }

  void everyMeasure_isInTheTable() {
    QSet<QString> tested;
    for (const Expected& expected : kExpected) tested << expected.measure;
    for (const Measure& measure : measures()) {
      QVERIFY2(tested.contains(text(measure.id)), measure.id.data());
    }
  }

  void everyMeasure_hasACodeOfItsOwn_andBothNames() {
    QSet<QString> ids;
    for (const Measure& measure : measures()) {
      QVERIFY2(isCode(measure.id) && !ids.contains(text(measure.id)), measure.id.data());
      ids << text(measure.id);
      QVERIFY2(!measure.nameDa.empty() && !measure.nameEn.empty(), measure.id.data());
      QVERIFY2(!measure.counts.empty() && measure.values != nullptr, measure.id.data());
      QVERIFY(findMeasure(measure.id) == &measure);
    }
    QVERIFY(findMeasure("no-such-measure") == nullptr);
  }

  void protocol_listsEveryMeasure_asTheCodeDefinesIt() {
    QFile file{QStringLiteral(VEJVISER_SOURCE) + "/sync/PROTOCOL.md"};
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString all = QString::fromUtf8(file.readAll());
    const QString section = all.section("\n## Measures\n", 1).section("\n## ", 0, 0);
    QStringList listed;
    for (const QString& line : section.split('\n')) {
      if (line.startsWith("| `")) listed << line;
    }
    QStringList defined;
    for (const Measure& measure : measures()) defined << protocolRow(measure);
    QCOMPARE(listed.join('\n'), defined.join('\n'));
  }

  void values_whereNothingWasRecorded_areAbsent_notZero() {
    const World world{{}};
    for (const Measure& measure : measures()) {
      if (measure.id == "hours_alone") continue;  // of the calendars alone
      for (const auto unit : {std::optional{Unit::Library}, std::optional{Unit::CitizenService},
                              std::optional<Unit>{}}) {
        for (const auto& [item, value] : world.values(std::string{measure.id}, unit)) {
          QVERIFY2(!value, measure.id.data());
        }
      }
    }
  }

  void values_whereTheDeskWasStaffed_andNobodyCame_areZero() {
    Story story;
    story.quiet("2026-11-24 13:10");
    const World world{story.cells()};
    QCOMPARE(world.shown("helps", Unit::Library), "0");
    QCOMPARE(world.shown("helps", Unit::CitizenService), "-");
    QCOMPARE(world.shown("helps", std::nullopt), "0");
    QCOMPARE(world.shown("turned_away", Unit::Library, "queue"), "0");
    QCOMPARE(world.shown("questions_open", Unit::Library), "0");
    QCOMPARE(world.shown("referral_balance", std::nullopt), "0");
    for (const char* share : {"independence", "timed", "room_needed", "citizen_service_closed"}) {
      QCOMPARE(world.shown(share, Unit::Library), "-");
    }
  }

  void values_ofHelpsThatWereAllWithdrawn_areNotRecorded() {
    Story story;
    story.withdraw(story.help("2026-11-24 10:05", Unit::Library));
    QCOMPARE(World{story.cells()}.shown("helps", Unit::Library), "-");
  }

  void medians_inTheOpenStep_sayAtLeast() {
    Story story;
    story.help("2026-11-24 10:05", Unit::Library, [](Fields& f) { f.band = Band::Over60; });
    story.reply(story.referral(Unit::Library, "citizen_service"), std::chrono::hours{24 * 8},
                Reception::Accepted);
    const World world{story.cells()};
    QCOMPARE(world.shown("duration", Unit::Library), ">=60");
    QCOMPARE(world.shown("time_to_accept", Unit::Library), ">=168");
    QCOMPARE(world.shown("duration", Unit::CitizenService), "-");
  }

  void balance_ofMoreReferralsToTheLibrary_isBelowZero() {
    Story story;
    story.referral(Unit::CitizenService, "library");
    story.referral(Unit::CitizenService, "library");
    story.referral(Unit::Library, "citizen_service");
    QCOMPARE(World{story.cells()}.shown("referral_balance", std::nullopt), "-1");
  }

  void citizenServiceClosed_knowsEveryKindOfDay_data() {
    QTest::addColumn<QString>("at");
    QTest::addColumn<QString>("expected");
    QTest::newRow("open") << "2026-11-24 11:00"
                          << "0";
    QTest::newRow("the hour it closes in") << "2026-11-24 15:45"
                                           << ">=0";
    QTest::newRow("the hour before it opens") << "2026-11-24 09:59"
                                              << "1";
    QTest::newRow("evening") << "2026-11-24 18:00"
                             << "1";
    QTest::newRow("last minute of the day") << "2026-11-24 23:59"
                                            << "1";
    QTest::newRow("Saturday, only the other branch") << "2026-11-28 11:00"
                                                     << "0";
    QTest::newRow("Saturday, nobody there") << "2026-11-28 14:00"
                                            << "1";
    QTest::newRow("Sunday") << "2026-11-29 11:00"
                            << "1";
    QTest::newRow("Whit Monday") << "2026-05-25 11:00"
                                 << "1";
    QTest::newRow("Constitution Day") << "2026-06-05 11:00"
                                      << "1";
    QTest::newRow("store bededag, a day like others") << "2026-05-01 11:00"
                                                      << "0";
    QTest::newRow("closed for once") << "2026-12-02 11:00"
                                     << "1";
    QTest::newRow("leap day") << "2028-02-29 11:00"
                              << "0";
    QTest::newRow("first of January in week 53") << "2027-01-01 11:00"
                                                 << "1";
    QTest::newRow("Monday after summer time began") << "2026-03-30 10:00"
                                                    << "0";
    QTest::newRow("Monday after summer time ended") << "2026-10-26 10:00"
                                                    << "0";
  }

  void citizenServiceClosed_knowsEveryKindOfDay() {
    QFETCH(QString, at);
    QFETCH(QString, expected);
    const QStringList calendars = {"bs,citizen_service,mon-fri,10:00,15:30,staffed",
                                   "bs,citizen_service,2026-12-02,closed",
                                   "ribe,citizen_service,sat,10:00,13:00,staffed",
                                   "ribe,citizen_service,sat,13:00,16:00,unstaffed"};
    QCOMPARE(closedAt(qPrintable(at), calendars), expected);
  }

  void citizenServiceClosed_withoutItsCalendar_isNotKnown() {
    QCOMPARE(closedAt("2026-11-24 11:00", {"hb,library,mon-fri,10:00,18:00,staffed"}), "-");
    World world{wholeStory().cells()};
    world.forgetCalendars();
    QCOMPARE(world.shown("hours_alone", Unit::Library), "-");
  }

  void citizenServiceClosed_passesOverCellsThatCannotBe() {
    Story story;
    story.help("2026-11-24 11:00", Unit::Library);
    std::vector<Cell> cells = story.cells();
    const CellKey evening{kStoryDays.from, Series::Hour, "hb", Unit::Library, "20"};
    cells.push_back({evening, kMostInACell + 1});
    QCOMPARE(World{cells}.shown("citizen_service_closed", Unit::Library), "0");
  }

  void hoursAlone_followBothCalendars_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("hours");
    QTest::newRow("a weekday") << "2026-11-24"
                               << "2026-11-24"
                               << "2.5";
    QTest::newRow("a weekend") << "2026-11-28"
                               << "2026-11-29"
                               << "0";
    QTest::newRow("Easter, all four days and the Saturday between") << "2026-04-02"
                                                                    << "2026-04-06"
                                                                    << "0";
    QTest::newRow("Constitution Day, library open") << "2026-06-05"
                                                    << "2026-06-05"
                                                    << "8";
    QTest::newRow("week with a leap day") << "2028-02-28"
                                          << "2028-03-05"
                                          << "12.5";
    QTest::newRow("week 53 with New Year's Day") << "2026-12-28"
                                                 << "2027-01-03"
                                                 << "15.5";
    QTest::newRow("both changes of the clock") << "2026-03-29"
                                               << "2026-03-29"
                                               << "0";
  }

  void hoursAlone_followBothCalendars() {
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, hours);
    World world{{}};
    world.setPeriod(qPrintable(from), qPrintable(to));
    QCOMPARE(world.shown("hours_alone", Unit::Library), hours);
  }

  void iso2789Class_ofEveryBuiltInTopic_isOneOfTheFour() {
    QMap<QString, int> classes;
    const Catalogue catalogue = builtInCatalogue();
    for (const Topic& topic : catalogue.topics()) ++classes[text(iso2789Class(&topic))];
    QCOMPARE(classes.keys().join(' '), "authority digital_guidance directional reference");
    QCOMPARE(text(iso2789Class(nullptr)), "unknown");
  }

  void iso2789Class_isByGroup_andTheAuthorityLine_data() {
    QTest::addColumn<QString>("topic");
    QTest::addColumn<QString>("expected");
    const std::pair<const char*, const char*> rows[] = {{"wayfinding", "directional"},
                                                        {"print", "directional"},
                                                        {"passport-apply", "authority"},
                                                        {"selfservice-exemption", "authority"},
                                                        {"mitid-help", "digital_guidance"},
                                                        {"letter-understand", "digital_guidance"},
                                                        {"digital-poa", "digital_guidance"},
                                                        {"it-cafe", "digital_guidance"},
                                                        {"ebooks", "reference"},
                                                        {"genealogy", "reference"}};
    for (const auto& [topic, expected] : rows) QTest::newRow(topic) << topic << expected;
  }

  void iso2789Class_isByGroup_andTheAuthorityLine() {
    QFETCH(QString, topic);
    QFETCH(QString, expected);
    const Catalogue catalogue = builtInCatalogue();
    QCOMPARE(text(iso2789Class(catalogue.find(topic.toStdString()))), expected);
  }

  void figures_fromWeeks_giveTheSameValues() {
    const std::vector<Cell> cells = wholeStory().cells();
    Figures figures;
    for (const WeekSum& sum : weekSums(cells)) {
      if (sum.key.scope == kAllBranches) addLine(figures, sum.key.line, sum.n);
    }
    const Catalogue catalogue = builtInCatalogue();
    const auto calendars = calendarsOf(kStoryHours);
    const Figures direct = summarise(cells);
    const Period period = kStoryDays;
    for (const Measure& measure : measures()) {
      QVERIFY2(valuesOf(measure, {figures, catalogue, calendars, period, cells}, Unit::Library) ==
                   valuesOf(measure, {direct, catalogue, calendars, period, cells}, Unit::Library),
               measure.id.data());
    }
  }
};

QTEST_APPLESS_MAIN(TstMeasures)
#include "tst_measures.moc"
