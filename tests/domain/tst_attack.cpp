// Goal: nobody can tell a small count from what is published of a month, in one version or many.
// Method: an attacker who knows every version, how figures add up and that they only grow, solves
// for the least and the most that each withheld count can be: GLPK on seeded months of whole
// entries. Without complementary cells, and without regard to what was shown before, he must
// succeed.
#include "tests/domain/attack.h"
#include "tests/domain/seeded_month.h"

#include <algorithm>
#include <functional>

using namespace vejviser;
using namespace vejviser::test;

namespace {

constexpr auto kMonth = SeededMonth::kMonth;

using Publishing = std::function<Publication(const SeededMonth&, std::int64_t threshold,
                                             const PublishedMonth* before)>;

Publication asItIs(const SeededMonth& month, std::int64_t threshold, const PublishedMonth* before) {
  return publish(kMonth, month.cells(), month.catalogue(), threshold, before, Day{kMonth / 1});
}

using Late = void (SeededMonth::*)(int entries);

/// Of a small municipality up to a large one.
SeededMonth seededMonth(unsigned seed) {
  SeededMonth month{seed};
  const int sizes[] = {30, 60, 150, 400, 1500};
  month.add(10 + month.below(sizes[seed % 5]));
  return month;
}

History history(unsigned seed, std::int64_t threshold, const Publishing& publishing = asItIs,
                Late late = &SeededMonth::addLate) {
  SeededMonth month = seededMonth(seed);
  History history{{}, month.catalogue(), threshold};
  for (int batch = 0; batch < 6; ++batch) {
    const PublishedMonth* before =
        history.versions.empty() ? nullptr : &history.versions.back().month;
    auto next = publishing(month, threshold, before);
    if (next.month) {
      history.add(std::move(*next.month), countsOf(month.cells(), month.catalogue()));
    }
    history.waits += next.waits ? 1 : 0;
    (month.*late)(1 + month.below(batch % 2 == 0 ? 6 : 60));
  }
  return history;
}

/// Only the small ones withheld.
Publication withoutComplementary(const SeededMonth& month, std::int64_t threshold,
                                 const PublishedMonth* before) {
  Publication next = asItIs(month, threshold, before);
  if (!next.month) return next;
  PublishedMonth& published = *next.month;
  const Counts counts = countsOf(month.cells(), month.catalogue());
  std::erase_if(published.withheld, [&](const Line& line) {
    const auto it = counts.find(line);
    return it == counts.end() || !isSmall(it->second, threshold);
  });
  for (const auto& [line, n] : counts) {
    if (isSmall(n, threshold)) {
      published.withheld.insert(line);
    } else {
      published.shown[line] = n;
    }
  }
  return next;
}

/// Each version by itself.
Publication withoutRegardToBefore(const SeededMonth& month, std::int64_t threshold,
                                  const PublishedMonth*) {
  return asItIs(month, threshold, nullptr);
}

/// The same month, with other items in the tables that a unit's publication withholds whole.
std::vector<Cell> renamed(std::vector<Cell> cells, const PublishedMonth& month, Unit unit) {
  const auto isWhole = [&](Table table, const std::string& name = {}) {
    return month.withheld.contains({table, unit, std::string{kPool, '*'} + name});
  };
  const auto isOpen = [](std::string_view item) {
    return !unitFromCode(item.substr(0, item.find(':')));
  };
  for (auto& [key, n] : cells) {
    if (key.unit != unit) continue;
    if (isWhole(kByBranch)) key.branch += "-x";
    const bool rename =
        key.series == Series::Topic
            ? key.item == SeededMonth::unknownTopic() && isWhole(of(Series::Topic), "unknown")
        : key.series == Series::Role || key.series == Series::Language ? isWhole(of(key.series))
        : key.series == Series::Referral || key.series == Series::Reception
            ? isOpen(key.item) && isWhole(of(Series::Referral))
            : false;
    if (rename) key.item = "x-" + key.item;
    if (key.series != Series::Hour || !isWhole(kByHour, std::to_string(weekday(key.day)))) continue;
    if (key.item == "08") key.item = "07";
    if (key.item == "19") key.item = "22";
  }
  return cells;
}

}  // namespace

class TstAttack : public QObject {
  Q_OBJECT

 private slots:
  void whoKnowsAllVersions_findsNoSmallCount_data() {
    QTest::addColumn<int>("threshold");
    QTest::addColumn<unsigned>("histories");
    QTest::newRow("threshold 5") << 5 << 60U;
    QTest::newRow("threshold 3") << 3 << 20U;
    QTest::newRow("threshold 10") << 10 << 20U;
  }
  void whoKnowsAllVersions_findsNoSmallCount() {
    QFETCH(int, threshold);
    QFETCH(unsigned, histories);
    Findings findings;
    for (unsigned seed = 0; seed < histories; ++seed) {
      attack(history(seed, threshold), true, findings);
      QVERIFY2(findings.found == 0,
               qPrintable(QString{"seed %1: "}.arg(seed) + findings.first.c_str()));
    }
    findings.print(std::string{"growing, "} + QTest::currentDataTag());
    QVERIFY(!findings.shares.empty());
  }

  void whoReadsAMonthFromWhichSomeWasWithdrawn_findsNoSmallCount() {
    Findings findings;
    constexpr unsigned kHistories = 20;
    for (unsigned seed = 0; seed < kHistories; ++seed) {
      attack(history(seed, 5, asItIs, &SeededMonth::withdraw), false, findings);
      QVERIFY2(findings.found == 0,
               qPrintable(QString{"seed %1: "}.arg(seed) + findings.first.c_str()));
    }
    findings.print("withdrawn");
  }

  void aTableWithheldWhole_doesNotSayWhichOfItsCellsThereAre() {
    int others = 0;
    for (unsigned seed = 0; seed < 100; ++seed) {
      const SeededMonth month = seededMonth(seed);
      const auto published = asItIs(month, 5, nullptr).month;
      QVERIFY(published.has_value());
      const auto cells = month.cells();
      for (const Unit unit : kAllUnits) {
        const auto other = renamed(cells, *published, unit);
        const bool same = std::equal(cells.begin(), cells.end(), other.begin(),
                                     [](auto& a, auto& b) { return a.key == b.key; });
        if (!same) ++others;
        const auto next = publish(kMonth, other, month.catalogue(), 5, nullptr, Day{kMonth / 1});
        QVERIFY2(next.month == published, qPrintable(QString{"seed %1"}.arg(seed)));
      }
    }
    QVERIFY(others > 20);
  }

  void withoutComplementaryCells_heFindsThem() {
    Findings findings;
    for (unsigned seed = 0; seed < 5; ++seed) {
      attack(history(seed, 5, withoutComplementary), false, findings);
    }
    findings.print("without complementary cells");
    QVERIFY(findings.found > 0);
  }

  void withoutRegardToWhatWasShownBefore_heFindsThem() {
    Findings findings;
    for (unsigned seed = 0; seed < 5; ++seed) {
      attack(history(seed, 5, withoutRegardToBefore), true, findings);
    }
    findings.print("each version by itself");
    QVERIFY(findings.found > 0);
  }
};

QTEST_GUILESS_MAIN(TstAttack)
#include "tst_attack.moc"
