// Goal: a tablet shows of the shared figures what the municipality's rule lets it show.
// Method: the real store, told cells and documents as a hub tells them.
#include "platform/csv.h"
#include "src/domain/published_file.h"
#include "src/store/shown_figures.h"
#include "src/store/tablet_store.h"
#include "tests/support/worlds.h"

#include <QTemporaryDir>
#include <QTest>

using namespace vejviser;
using namespace vejviser::store;
using std::chrono::year_month;

namespace {

constexpr year_month kOctober = std::chrono::year{2026} / std::chrono::October;
constexpr year_month kSeptember = std::chrono::year{2026} / std::chrono::September;

Cell cell(year_month month, const std::string& topic, std::int64_t n) {
  return {{Day{month / 5}, Series::Topic, "hb", Unit::Library, topic}, n};
}

PublishedMonth publishedOf(year_month month, const std::vector<Cell>& cells) {
  const Day made{std::chrono::year{2026} / std::chrono::November / 4};
  return publish(month, cells, Catalogue{std::vector<Topic>{}}, 5, nullptr, made).month.value();
}

std::string textOf(const PublishedMonth& month) {
  std::string text;
  for (const auto& row : publishedRows(month)) text += platform::csvLine(row);
  return text;
}

Period year2026() {
  return {*parseDay("2026-01-01"), *parseDay("2026-12-31")};
}

/// A tablet that has met a hub, if `told` holds anything.
struct World {
  explicit World(const std::vector<FeedRow>& told) {
    auto opened = TabletStore::open(dir.path().toStdString(), random);
    if (!opened) qFatal("%s", opened.error().text().c_str());
    tablet = std::move(*opened);
    if (!told.empty()) tell(told);
  }
  void tell(const std::vector<FeedRow>& rows) {
    if (!tablet->enrolment() && !tablet->enrol({"http://127.0.0.1", {}, {}, "T"}, {}, fromMs(1))) {
      qFatal("not enrolled");
    }
    Settlement settlement;
    settlement.stamp = "s";
    settlement.rows = rows;
    if (!tablet->settle(settlement)) qFatal("not settled");
  }
  ShownFigures shown(const Period& period = year2026()) const {
    return readShared(tablet->queries(), tablet->shared(), period);
  }

  test::SeededRandom random;
  QTemporaryDir dir;
  std::unique_ptr<TabletStore> tablet;
};

DocumentRow rule(const std::string& exactFor) {
  return {"small-cells", "threshold,exact_for\n5," + exactFor + "\n"};
}

DocumentRow documentOf(const PublishedMonth& month) {
  return {publishedName(month.month), textOf(month)};
}

}  // namespace

class TstShownFigures : public QObject {
  Q_OBJECT

 private slots:
  void whatIsExact_isShown_byTheRuleAlone_data() {
    QTest::addColumn<QString>("exactFor");
    QTest::addColumn<bool>("exact");
    QTest::newRow("nobody") << "nobody" << false;
    QTest::newRow("supervisors on the web") << "supervisors" << false;
    QTest::newRow("all") << "all" << true;
    QTest::newRow("a rule this program cannot read") << "friends" << false;
  }

  void whatIsExact_isShown_byTheRuleAlone() {
    QFETCH(const QString, exactFor);
    QFETCH(const bool, exact);
    const World world{
        {MunicipalityRow{"By"}, CellRow{cell(kOctober, "loan", 3)}, rule(exactFor.toStdString())}};
    QCOMPARE(showsExact(world.tablet->queries(), world.tablet->shared()), exact);
    QCOMPARE(world.shown().figures.helps, exact ? 3 : 0);
  }

  void aHubThatHasToldNoRule_showsNothingExact_andNoHubAtAllHasNothingToHide() {
    const World met{{MunicipalityRow{"By"}, CellRow{cell(kOctober, "loan", 3)}}};
    QCOMPARE(met.shown().figures.helps, 0);
    const World alone{{}};
    QVERIFY(showsExact(alone.tablet->queries(), alone.tablet->shared()));
  }

  void publishedMonths_areKept_andReadWhole() {
    const auto october = publishedOf(kOctober, {cell(kOctober, "loan", 40)});
    const auto september = publishedOf(kSeptember, {cell(kSeptember, "loan", 300)});
    const World world{{MunicipalityRow{"By"}, rule("nobody"), documentOf(october),
                       documentOf(september), CellRow{cell(kOctober, "loan", 41)}}};
    QCOMPARE(publishedMonths(world.tablet->shared()),
             (std::vector<year_month>{kSeptember, kOctober}));
    const ShownFigures both = world.shown();
    QCOMPARE(both.months, (std::vector<PublishedMonth>{september, october}));
    QCOMPARE(both.figures.helps, 340);
    QCOMPARE(toString(both.period.from), std::string{"2026-09-01"});
    QCOMPARE(toString(both.period.to), std::string{"2026-10-31"});
    const ShownFigures one = world.shown({*parseDay("2026-10-31"), *parseDay("2026-11-02")});
    QCOMPARE(one.figures.helps, 40);
    QCOMPARE(toString(one.period.from), std::string{"2026-10-01"});
  }

  void whatIsWithheld_isNamed() {
    const std::vector<Cell> cells = {cell(kOctober, "loan", 40), cell(kOctober, "print", 2)};
    const auto october = publishedOf(kOctober, cells);
    QVERIFY(!october.withheld.empty());
    const World world{{MunicipalityRow{"By"}, rule("nobody"), documentOf(october)}};
    QCOMPARE(world.shown().withheld, october.withheld);
    QVERIFY(!world.shown().figures.helpsByTopic.contains({"print", Unit::Library}));
  }

  void aMonthThatCannotBeRead_isLeftOut() {
    const auto october = publishedOf(kOctober, {cell(kOctober, "loan", 40)});
    const World world{{MunicipalityRow{"By"}, rule("nobody"), documentOf(october),
                       DocumentRow{"figures-2026-09", "a,newer,form\n1,2,3\n"}}};
    QCOMPARE(world.shown().months, std::vector<PublishedMonth>{october});
  }

  void aRuleThatChanges_changesWhatIsShown() {
    const auto october = publishedOf(kOctober, {cell(kOctober, "loan", 40)});
    World world{{MunicipalityRow{"By"}, rule("nobody"), documentOf(october),
                 CellRow{cell(kOctober, "loan", 41)}}};
    QCOMPARE(world.shown().figures.helps, 40);
    world.tell({rule("all")});
    QCOMPARE(world.shown().figures.helps, 41);
    world.tell({rule("nobody")});
    QCOMPARE(world.shown().figures.helps, 40);
  }
};

QTEST_APPLESS_MAIN(TstShownFigures)
#include "tst_shown_figures.moc"
