// Goal: what is published of a month says what can be said and nothing else.
// Method: months made of whole helps, so that all tables are about the same ones; what is shown is
// read as every door reads it.
#include "src/domain/published_file.h"
#include "src/domain/shown_values.h"

#include <QTest>
#include <random>

using namespace vejviser;

namespace {

using std::chrono::October;
constexpr std::chrono::year_month kMonth = std::chrono::year{2026} / October;
const Day kMade{std::chrono::year{2026} / std::chrono::November / 4};

Catalogue catalogue() {
  Topic pass{"pass", "Pas", "Passport", "id", true};
  Topic mitid{"mitid", "MitID", "MitID", "digital-id"};
  Topic print{"print", "Print", "Printing", "equipment"};
  Topic tax{"tax", "Skat", "Tax", "digital-guidance"};
  Topic post{"post", "Digital Post", "Digital Post", "digital-post"};
  return Catalogue{{pass, mitid, print, tax, post}};
}

/// Cells of helps that are alike.
void add(std::vector<Cell>& cells, std::int64_t n, const std::string& topic,
         Unit unit = Unit::Library, const std::string& branch = "gram") {
  const Day day{kMonth / 5};
  const auto put = [&](Series series, const std::string& item) {
    cells.push_back({{day, series, branch, unit, item}, n});
  };
  put(Series::Topic, topic);
  put(Series::Hour, "10");
  put(Series::People, "");
  put(Series::Outcome, "guided");
  put(Series::Band, "5-15");
  put(Series::Channel, "in_person");
}

PublishedMonth published(const std::vector<Cell>& cells, const PublishedMonth* before = nullptr) {
  const Publication next = publish(kMonth, cells, catalogue(), 5, before, kMade);
  if (!next.month) qFatal("nothing was published");
  return *next.month;
}

ShownValue valueOf(const PublishedMonth& month, const char* measure, const std::string& item,
                   std::optional<Unit> unit) {
  const PublishedFigures published = figuresOf(std::span{&month, 1}, catalogue());
  const Catalogue topics = catalogue();
  const MeasureSource source{published.figures, topics, {}, daysOf(month.month)};
  const auto values = shownValues(measureOf(measure), source, published.withheld, unit);
  const auto it = values.find(item);
  return it == values.end() ? ShownValue{} : it->second;
}

ShownValue number(double n) {
  return {MeasureValue{n}, false};
}
const ShownValue kWithheld{std::nullopt, true};
constexpr auto kLibrary = Unit::Library;

}  // namespace

class TstPublication : public QObject {
  Q_OBJECT

 private slots:
  void aSmallCount_isWithheldWithAnother_andTheTotalStands() {
    std::vector<Cell> cells;
    add(cells, 20, "mitid");
    add(cells, 9, "tax");
    add(cells, 3, "post");
    const PublishedMonth month = published(cells);
    QCOMPARE(valueOf(month, "helps_by_topic", "mitid", kLibrary), number(20));
    QCOMPARE(valueOf(month, "helps_by_topic", "tax", kLibrary), kWithheld);
    QCOMPARE(valueOf(month, "helps_by_topic", "post", kLibrary), kWithheld);
    QCOMPARE(valueOf(month, "iso_2789", "digital_guidance", kLibrary), number(32));
    QCOMPARE(valueOf(month, "helps", "", kLibrary), number(32));
    QCOMPARE(valueOf(month, "helps", "", std::nullopt), number(32));
  }

  void aUnitWithFewHelps_isWithheldWhole_andSoIsTheSumOfBoth() {
    std::vector<Cell> cells;
    add(cells, 40, "mitid");
    add(cells, 4, "pass", Unit::CitizenService);
    const PublishedMonth month = published(cells);
    QCOMPARE(valueOf(month, "helps", "", kLibrary), number(40));
    QCOMPARE(valueOf(month, "helps", "", Unit::CitizenService), kWithheld);
    QVERIFY(valueOf(month, "helps", "", std::nullopt).withheld);
    QVERIFY(valueOf(month, "helps_by_outcome", "guided", Unit::CitizenService).withheld);
    QVERIFY(valueOf(month, "helps_by_outcome", "alone", std::nullopt).withheld);
    QVERIFY(valueOf(month, "independence", "", Unit::CitizenService).withheld);
    QVERIFY(valueOf(month, "people", "", std::nullopt).withheld);
  }

  void aTableThatOneUnitWithholdsWhole_withholdsTheSumOfBoth_andTheBranch() {
    std::vector<Cell> cells;
    add(cells, 40, "mitid");
    add(cells, 3, "pass", Unit::CitizenService, "gram");
    add(cells, 3, "pass", Unit::CitizenService, "toftlund");
    const PublishedMonth month = published(cells);
    QCOMPARE(valueOf(month, "helps_by_branch", "gram", kLibrary), number(40));
    QCOMPARE(valueOf(month, "helps_by_branch", "gram", Unit::CitizenService), kWithheld);
    QVERIFY(valueOf(month, "helps_by_branch", "gram", std::nullopt).withheld);
    const Line toftlund{kByBranch, Unit::CitizenService, "toftlund"};
    QVERIFY(!month.withheld.contains(toftlund));
    const auto ofBranch = figuresOf({&month, 1}, catalogue(), "toftlund");
    QVERIFY(ofBranch.withheld.contains(toftlund));
    QVERIFY(ofBranch.withheld.contains({kByUnit, Unit::CitizenService, "helps"}));
  }

  void nothingSmall_nothingWithheldButOpenQuestions() {
    std::vector<Cell> cells;
    add(cells, 40, "mitid");
    add(cells, 40, "pass", Unit::CitizenService);
    const PublishedMonth month = published(cells);
    for (const Line& line : month.withheld) {
      QVERIFY2(line.table >= static_cast<Table>(Series::Wanted) &&
                   line.table <= static_cast<Table>(Series::Open),
               line.item.c_str());
    }
    QCOMPARE(valueOf(month, "helps_by_topic", "mitid", std::nullopt), number(40));
    QCOMPARE(valueOf(month, "independence", "", kLibrary), number(1));
  }

  void lateEntries_waitUntilTheyTellOfNobody() {
    std::vector<Cell> cells;
    add(cells, 20, "mitid");
    add(cells, 9, "tax");
    const PublishedMonth first = published(cells);
    add(cells, 2, "post");
    const Publication two = publish(kMonth, cells, catalogue(), 5, &first, kMade);
    QVERIFY(!two.month);
    QVERIFY(two.waits);
    add(cells, 6, "tax");
    const PublishedMonth second = published(cells, &first);
    QCOMPARE(second.version, 2);
    QCOMPARE(valueOf(second, "helps", "", kLibrary), number(37));
    QCOMPARE(valueOf(second, "helps_by_topic", "post", kLibrary), kWithheld);
    QCOMPARE(valueOf(second, "helps_by_topic", "tax", kLibrary), kWithheld);
  }

  void lateEntriesOfLargeCells_areShownOnceTheyAreNotFew() {
    std::vector<Cell> cells;
    add(cells, 20, "mitid");
    const PublishedMonth first = published(cells);
    add(cells, 4, "mitid");
    QVERIFY(publish(kMonth, cells, catalogue(), 5, &first, kMade).waits);
    add(cells, 1, "mitid");
    QCOMPARE(valueOf(published(cells, &first), "helps_by_topic", "mitid", kLibrary), number(25));
  }

  void whileOneUnitWaits_theOthersLateEntriesAreShown() {
    std::vector<Cell> cells;
    add(cells, 20, "mitid");
    add(cells, 20, "pass", Unit::CitizenService);
    const PublishedMonth first = published(cells);
    add(cells, 1, "mitid");
    add(cells, 9, "pass", Unit::CitizenService);
    const Publication next = publish(kMonth, cells, catalogue(), 5, &first, kMade);
    QVERIFY(next.waits);
    QVERIFY(next.month.has_value());
    QCOMPARE(valueOf(*next.month, "helps", "", kLibrary), number(20));
    QCOMPARE(valueOf(*next.month, "helps", "", Unit::CitizenService), number(29));
    add(cells, 4, "mitid");
    QCOMPARE(valueOf(published(cells, &*next.month), "helps", "", kLibrary), number(25));
  }

  void whatWasWithheldOnce_staysSo() {
    std::vector<Cell> cells;
    add(cells, 20, "mitid");
    add(cells, 9, "tax");
    add(cells, 3, "post");
    const PublishedMonth first = published(cells);
    add(cells, 30, "post");
    const PublishedMonth second = published(cells, &first);
    QCOMPARE(valueOf(second, "helps_by_topic", "post", kLibrary), kWithheld);
    QCOMPARE(valueOf(second, "iso_2789", "digital_guidance", kLibrary), number(62));
  }

  void theSameFigures_areNoNewVersion() {
    std::vector<Cell> cells;
    add(cells, 20, "mitid");
    const PublishedMonth first = published(cells);
    const Publication next = publish(kMonth, cells, catalogue(), 5, &first, kMade);
    QVERIFY(!next.month);
    QVERIFY(!next.waits);
    QVERIFY(!publish(kMonth, {}, catalogue(), 5, nullptr, kMade).month);
  }

  void severalMonths_sayAtLeastWhatIsShown() {
    std::vector<Cell> cells;
    add(cells, 20, "mitid");
    add(cells, 9, "tax");
    const PublishedMonth october = published(cells);
    add(cells, 3, "post");
    PublishedMonth november = published(cells);
    november.month = std::chrono::year{2026} / std::chrono::November;
    const PublishedMonth months[] = {october, november};
    const Catalogue topics = catalogue();
    const PublishedFigures both = figuresOf(months, topics);
    const MeasureSource source{both.figures, topics, {}, daysOf(kMonth)};
    const auto values = shownValues(measureOf("helps_by_topic"), source, both.withheld, kLibrary);
    const ShownValue atLeast{MeasureValue{9, Bound::AtLeast}, true};
    QCOMPARE(values.at("tax"), atLeast);
    QCOMPARE(values.at("mitid"), number(40));
    QCOMPARE(values.at("post"), kWithheld);
  }

  void aTableWithheldWholeInOneMonth_makesABoundOfWhatAnotherMonthTells() {
    std::vector<Cell> few;
    add(few, 4, "mitid", kLibrary, "gram");
    add(few, 4, "mitid", kLibrary, "toftlund");
    std::vector<Cell> many;
    add(many, 40, "mitid", kLibrary, "gram");
    PublishedMonth november = published(many);
    november.month = std::chrono::year{2026} / std::chrono::November;
    const PublishedMonth months[] = {published(few), november};
    QVERIFY(!months[0].withheld.contains({kByBranch, kLibrary, "gram"}));
    const Catalogue topics = catalogue();
    const PublishedFigures both = figuresOf(months, topics);
    const MeasureSource source{both.figures, topics, {}, daysOf(kMonth)};
    const Measure& measure = measureOf("helps_by_branch");
    const ShownValue atLeast{MeasureValue{40, Bound::AtLeast}, true};
    QCOMPARE(shownValues(measure, source, both.withheld, kLibrary).at("gram"), atLeast);
    const ShownValue notSaid =
        shownValues(measure, source, both.withheld, Unit::CitizenService)["gram"];
    QCOMPARE(notSaid, ShownValue{});
    const Measure& topic = measureOf("helps_by_topic");
    QCOMPARE(shownValues(topic, source, both.withheld, kLibrary).at("mitid"), number(48));
  }

  void helpWhileCitizenServiceIsClosed_isAtLeastWhatTheHoursOfTheWeekTell() {
    std::vector<Cell> cells;
    add(cells, 30, "mitid");
    const auto at = [&](const char* hour, std::int64_t n) {
      cells.push_back({{Day{kMonth / 5}, Series::Hour, "gram", kLibrary, hour}, n});
      cells.push_back({{Day{kMonth / 5}, Series::Topic, "gram", kLibrary, "mitid"}, n});
    };
    at("17", 8);
    at("18", 2);
    const auto hours =
        readOpeningHours({{"place", "unit", "days", "from", "to", "kind", "note"},
                          {"gram", "citizen_service", "mon-fri", "10:00", "16:00", "staffed", ""}});
    QVERIFY2(hours.ok(), hours.ok() ? "" : hours.error().text().c_str());
    const PublishedMonth month = published(cells);
    const PublishedFigures shown = figuresOf(std::span{&month, 1}, catalogue());
    const Catalogue topics = catalogue();
    const MeasureSource source{shown.figures, topics, *hours, daysOf(kMonth)};
    const Measure& measure = measureOf("citizen_service_closed");
    const auto value = shownValues(measure, source, shown.withheld, kLibrary).at("");
    QVERIFY(value.withheld);
    QVERIFY(value.value && value.value->bound == Bound::AtLeast);
    QVERIFY(value.value->n <= 10.0 / 40);
  }

  void aLaterVersion_keepsTheThresholdOfTheFirst() {
    std::vector<Cell> cells;
    add(cells, 40, "mitid");
    add(cells, 8, "tax");
    add(cells, 4, "post");
    add(cells, 40, "pass", Unit::CitizenService);
    const auto next = [&](std::int64_t threshold, const PublishedMonth* before) {
      const Day made{kMonth / 20};
      return publish(kMonth, cells, catalogue(), threshold, before, made).month.value();
    };
    const PublishedMonth first = next(10, nullptr);
    QVERIFY(first.withheld != next(3, nullptr).withheld);
    add(cells, 30, "mitid");
    const PublishedMonth second = next(3, &first);
    QCOMPARE(second.threshold, std::int64_t{10});
    QVERIFY(second == next(10, &first));
    QVERIFY(readPublished(publishedRows(second)).value() == second);
  }

  void aPublishedMonth_isReadBackFromItsFile() {
    std::vector<Cell> cells;
    add(cells, 20, "mitid");
    add(cells, 9, "tax");
    add(cells, 3, "post");
    add(cells, 2, "pass", Unit::CitizenService);
    const PublishedMonth month = published(cells);
    const auto read = readPublished(publishedRows(month));
    QVERIFY(read.ok());
    QVERIFY(*read == month);
    QCOMPARE(publishedName(kMonth), std::string{"figures-2026-10"});
    QVERIFY(publishedMonth("figures-2026-10") == kMonth);
    QVERIFY(!publishedMonth("guides"));
    QVERIFY(!publishedMonth("figures-2026-13"));
  }

  void theRuleOnSmallCells_isRead() {
    const SmallCells rule{3, ExactFor::Supervisors};
    QVERIFY(readSmallCells({{"threshold", "exact_for"}, {"3", "supervisors"}}).value() == rule);
    for (const char* threshold : {"2", "11", "five", ""}) {
      const auto read = readSmallCells({{"threshold", "exact_for"}, {threshold, "all"}});
      QVERIFY(!read.ok());
      QCOMPARE(read.error().where, std::string{"small-cells line 2"});
    }
    QVERIFY(!readSmallCells({{"threshold", "exact_for"}, {"5", "me"}}).ok());
  }
};

QTEST_GUILESS_MAIN(TstPublication)
#include "tst_publication.moc"
