// Goal: nobody can tell a small count from what is published of a month, in one version or many.
// Method: an attacker who knows every version, how figures add up and that they only grow, solves
// for the least and the most that each withheld count can be: GLPK on seeded months of whole
// entries, every possibility for tiny groups. Without complementary cells, and without regard to
// what was shown before, he must succeed.
#include "src/domain/small_cells.h"
#include "tests/domain/attacker.h"
#include "tests/domain/seeded_month.h"

#include <algorithm>
#include <functional>

using namespace vejviser;
using namespace vejviser::test;

namespace {

constexpr auto kMonth = SeededMonth::kMonth;
constexpr double kAlmost = 1e-6;

bool isSmall(std::int64_t n, std::int64_t threshold) {
  return n > 0 && n < threshold;
}

/// All numbers of a month, those that others add up to included.
Counts countsOf(const std::vector<Cell>& cells, const Catalogue& catalogue) {
  Counts counts;
  for (const Cell& cell : cells) {
    for (const Line& line : linesOf(cell.key)) {
      counts[line] += cell.n;
      const Line whole = wholeOf(line, catalogue).first;
      switch (line.table) {
        case of(Series::Topic):
          counts[{kByUnit, line.unit, "helps"}] += cell.n;
          [[fallthrough]];
        case kByDay:
        case of(Series::Referral):
        case of(Series::Accepting):
          counts[whole] += cell.n;
          break;
        default:
          break;
      }
    }
  }
  return counts;
}

struct Version {
  PublishedMonth month;
  Counts counts;
};

struct History {
  std::vector<Version> versions;
  Catalogue catalogue;
  std::int64_t threshold = 5;
  int waits = 0;
};

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
      history.versions.push_back(
          {std::move(*next.month), countsOf(month.cells(), month.catalogue())});
    }
    history.waits += next.waits ? 1 : 0;
    (month.*late)(1 + month.below(batch % 2 == 0 ? 6 : 60));
  }
  return history;
}

struct Tally {
  std::size_t versions = 0;
  int waits = 0;
  int shown = 0;
  int small = 0;          ///< withheld because they are
  int complementary = 0;  ///< withheld to protect them
  int whole = 0;          ///< in units or referrals that are withheld whole
  int found = 0;
  std::string first;  ///< that was found

  void find(const History& history, std::size_t version, const Line& line) {
    if (found++ > 0) return;
    const auto it = history.versions[version].counts.find(line);
    first = "version " + std::to_string(version + 1) + ": table " + std::to_string(line.table) +
            ", unit " + std::to_string(static_cast<int>(line.unit)) + ", '" + line.item + "', n " +
            std::to_string(it == history.versions[version].counts.end() ? -1 : it->second);
  }
};

bool isOfReferrals(Table table) {
  return table == of(Series::Referral) || table == of(Series::Reception) ||
         table == of(Series::Accepting);
}

/// One version of one unit, as the attacker sees it among all.
class Attack {
 public:
  Attack(const History& history, const Attacker& attacker, std::size_t version, Unit unit,
         Tally& tally)
      : m_history(history),
        m_attacker(attacker),
        m_version(version),
        m_unit(unit),
        m_tally(tally) {}

  void on(const Sum& sum) {
    const Line root{kByUnit, m_unit, isOfReferrals(sum.marker.table) ? "referrals" : "helps"};
    const bool isWhole = its().month.withheld.contains(root);
    std::int64_t rest = count(sum.all);
    const bool isOpen = its().month.shown.contains(sum.all);
    for (const Line& part : sum.parts) {
      const std::int64_t n = count(part);
      rest -= n;
      if (n == 0) continue;
      if (its().month.shown.contains(part)) {
        ++m_tally.shown;
      } else if (isWhole) {
        ++m_tally.whole;
      } else if (!isSmall(n, m_history.threshold)) {
        ++m_tally.complementary;
      } else {
        ++m_tally.small;
      }
      if (isSmall(n, m_history.threshold) && !isWhole) aim(part);
    }
    if (sum.hasRest && isOpen && isSmall(rest, m_history.threshold)) aim(sum.rest());
  }

  /// That it is small is known of what is withheld whole; nothing more.
  void onWhole(const char* name) {
    const Line root{kByUnit, m_unit, name};
    if (!its().month.withheld.contains(root)) return;
    const auto range = m_attacker.rangeOf(m_version, root);
    const bool isKnown = range.least > 1 + kAlmost ||
                         range.most < static_cast<double>(m_history.threshold - 1) - kAlmost;
    if (isKnown) m_tally.find(m_history, m_version, root);
  }

 private:
  const Version& its() const { return m_history.versions[m_version]; }
  std::int64_t count(const Line& line) const {
    const auto it = its().counts.find(line);
    return it == its().counts.end() ? 0 : it->second;
  }

  void aim(const Line& line) {
    const auto [least, most] = m_attacker.rangeOf(m_version, line);
    const bool isHidden =
        least < 1 + kAlmost && most > static_cast<double>(m_history.threshold) - kAlmost;
    if (!isHidden) m_tally.find(m_history, m_version, line);
  }

  const History& m_history;
  const Attacker& m_attacker;
  std::size_t m_version;
  Unit m_unit;
  Tally& m_tally;
};

void attack(const History& history, bool grows, Tally& tally) {
  std::vector<PublishedMonth> published;
  std::set<Line> lines;
  for (const auto& [month, counts] : history.versions) {
    published.push_back(month);
    lines.insert(month.withheld.begin(), month.withheld.end());
    for (const auto& [line, n] : counts) lines.insert(line);
  }
  for (const Unit unit : kAllUnits) {
    const auto sums = sumsOf(lines, unit, history.catalogue);
    const Attacker attacker{published, sums, unit, history.threshold, grows};
    for (std::size_t version = 0; version < published.size(); ++version) {
      Attack its{history, attacker, version, unit, tally};
      its.onWhole("helps");
      its.onWhole("referrals");
      for (const Sum& sum : sums) {
        if (sum.marker.table != kByUnit) its.on(sum);
      }
    }
  }
  tally.versions += published.size();
  tally.waits += history.waits;
}

void print(const char* what, unsigned histories, const Tally& tally) {
  const int all = tally.shown + tally.small + tally.complementary + tally.whole;
  qInfo(
      "%s: %u histories, %zu versions, %d waited; of %d cells that are not 0, %.1f %% withheld as"
      " small, %.1f %% with them, %.1f %% in what is withheld whole; %d found",
      what, histories, tally.versions, tally.waits, all, 100.0 * tally.small / all,
      100.0 * tally.complementary / all, 100.0 * tally.whole / all, tally.found);
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
    Tally tally;
    for (unsigned seed = 0; seed < histories; ++seed) {
      attack(history(seed, threshold), true, tally);
      QVERIFY2(tally.found == 0, qPrintable(QString{"seed %1: "}.arg(seed) + tally.first.c_str()));
    }
    print("growing", histories, tally);
    QVERIFY(tally.small > 0);
  }

  void whoReadsAMonthFromWhichSomeWasWithdrawn_findsNoSmallCount() {
    Tally tally;
    constexpr unsigned kHistories = 20;
    for (unsigned seed = 0; seed < kHistories; ++seed) {
      attack(history(seed, 5, asItIs, &SeededMonth::withdraw), false, tally);
      QVERIFY2(tally.found == 0, qPrintable(QString{"seed %1: "}.arg(seed) + tally.first.c_str()));
    }
    print("withdrawn", kHistories, tally);
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
    Tally tally;
    for (unsigned seed = 0; seed < 5; ++seed) {
      History first = history(seed, 5, withoutComplementary);
      attack(first, false, tally);
    }
    print("without complementary cells", 5, tally);
    QVERIFY(tally.found > 0);
  }

  void withoutRegardToWhatWasShownBefore_heFindsThem() {
    Tally tally;
    for (unsigned seed = 0; seed < 5; ++seed) {
      attack(history(seed, 5, withoutRegardToBefore), true, tally);
    }
    print("each version by itself", 5, tally);
    QVERIFY(tally.found > 0);
  }
};

QTEST_GUILESS_MAIN(TstAttack)
#include "tst_attack.moc"
