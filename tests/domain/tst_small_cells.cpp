// Goal: of a group of counts, shown once or twice, nobody can tell a small one.
// Method: every group of three small numbers, and every way in which it may have grown; all that
// shows the same is tried.
#include "src/domain/small_cells.h"

#include <QTest>
#include <algorithm>
#include <array>
#include <map>

using namespace vejviser;

namespace {

constexpr std::int64_t kThreshold = 3;

/// Two counts and a third, or what is in neither: the rest.
using Numbers = std::array<std::int64_t, 3>;
constexpr std::size_t kNumbers = 3;

std::int64_t totalOf(const Numbers& numbers) {
  return numbers[0] + numbers[1] + numbers[2];
}

bool isSmall(std::int64_t n) {
  return n > 0 && n < kThreshold;
}

/// A group as it is shown.
struct Seen {
  Numbers numbers{};
  std::vector<bool> withheld;  ///< by cell: one fewer than the numbers where there is a rest

  bool isCell(std::size_t i) const { return i < withheld.size(); }
  bool tells(std::size_t i) const { return isCell(i) && !withheld[i]; }
  bool isNew(std::size_t i, const Seen& before) const {
    return isCell(i) && withheld[i] && !before.withheld[i];
  }

  bool canBe(const Numbers& other) const {
    if (totalOf(other) != totalOf(numbers)) return false;
    const bool all = std::find(withheld.begin(), withheld.end(), false) == withheld.end();
    for (std::size_t i = 0; i < kNumbers; ++i) {
      if (tells(i) && other[i] != numbers[i]) return false;
      if (isCell(i) && withheld[i] && !all && other[i] == 0) return false;
    }
    return true;
  }

  /// All that it can be.
  std::vector<Numbers> possible() const {
    std::vector<Numbers> found;
    const std::int64_t total = totalOf(numbers);
    for (std::int64_t a = 0; a <= total; ++a) {
      for (std::int64_t b = 0; a + b <= total; ++b) {
        const Numbers other{a, b, total - a - b};
        if (canBe(other)) found.push_back(other);
      }
    }
    return found;
  }
};

/// Nothing: it waits, or is no group that is shown.
std::optional<Seen> show(const Numbers& numbers, bool hasRest, bool must, const Seen* before) {
  CountGroup group{{}, totalOf(numbers), hasRest, std::nullopt};
  if (isSmall(group.total)) return std::nullopt;
  if (before != nullptr) group.totalBefore = totalOf(before->numbers);
  for (std::size_t i = 0; i < (hasRest ? kNumbers - 1 : kNumbers); ++i) {
    const bool was = before != nullptr && before->withheld[i];
    const bool wasShown = before != nullptr && !was;
    group.cells.push_back({numbers[i], must && i == 0 && numbers[i] >= kThreshold, was,
                           wasShown ? before->numbers[i] : 0});
  }
  const auto withheld = withhold(group, kThreshold);
  if (!withheld) return std::nullopt;
  return Seen{numbers, *withheld};
}

struct Range {
  std::int64_t least = 1'000;
  std::int64_t most = 0;

  void add(std::int64_t n) {
    least = std::min(least, n);
    most = std::max(most, n);
  }
  bool hides() const { return least <= 1 && most >= kThreshold; }
};

using Ranges = std::array<Range, kNumbers>;

template <class Act>
void forAll(std::int64_t most, const Act& act) {
  Numbers n{};
  for (n[0] = 0; n[0] <= most; ++n[0]) {
    for (n[1] = 0; n[1] <= most; ++n[1]) {
      for (n[2] = 0; n[2] <= most; ++n[2]) act(n);
    }
  }
}

/// The small numbers that their ranges give away.
int foundIn(const Numbers& numbers, const Ranges& ranges) {
  int found = 0;
  for (std::size_t i = 0; i < kNumbers; ++i) {
    if (isSmall(numbers[i]) && !ranges[i].hides()) ++found;
  }
  return found;
}

/// What is given away by two versions together, to who knows that counts only grew: small numbers
/// of either, and by how little what is newly withheld grew.
int foundIn(const Seen& before, const Seen& after) {
  Ranges first;
  Ranges second;
  Ranges growth;
  const auto nows = after.possible();
  for (const Numbers& then : before.possible()) {
    for (const Numbers& now : nows) {
      if (then[0] > now[0] || then[1] > now[1] || then[2] > now[2]) continue;
      for (std::size_t i = 0; i < kNumbers; ++i) {
        first[i].add(then[i]);
        second[i].add(now[i]);
        growth[i].add(now[i] - then[i]);
      }
    }
  }
  int found = foundIn(before.numbers, first) + foundIn(after.numbers, second);
  for (std::size_t i = 0; i < kNumbers; ++i) {
    const bool grewLittle = isSmall(after.numbers[i] - before.numbers[i]);
    if (after.isNew(i, before) && grewLittle && !growth[i].hides()) ++found;
  }
  return found;
}

}  // namespace

class TstSmallCells : public QObject {
  Q_OBJECT

 private slots:
  void everyGroup_data() {
    QTest::addColumn<bool>("hasRest");
    QTest::addColumn<bool>("must");
    QTest::newRow("all in cells") << false << false;
    QTest::newRow("up to a rest") << true << false;
    QTest::newRow("all in cells, the first withheld") << false << true;
    QTest::newRow("up to a rest, the first withheld") << true << true;
  }
  void everyGroup() {
    QFETCH(bool, hasRest);
    QFETCH(bool, must);
    int groups = 0;
    int found = 0;
    forAll(9, [&](const Numbers& numbers) {
      const auto seen = show(numbers, hasRest, must, nullptr);
      if (!seen) return;
      ++groups;
      Ranges ranges;
      for (const Numbers& other : seen->possible()) {
        for (std::size_t i = 0; i < kNumbers; ++i) ranges[i].add(other[i]);
      }
      found += foundIn(numbers, ranges);
      for (std::size_t i = 0; i < seen->withheld.size(); ++i) {
        if (seen->withheld[i] && ranges[i].least == ranges[i].most) ++found;
      }
    });
    QVERIFY(groups > 500);
    QCOMPARE(found, 0);
  }

  void everyGroupThatGrew_data() { everyGroup_data(); }
  void everyGroupThatGrew() {
    QFETCH(bool, hasRest);
    QFETCH(bool, must);
    int histories = 0;
    int waits = 0;
    int found = 0;
    forAll(5, [&](const Numbers& then) {
      const auto before = show(then, hasRest, false, nullptr);
      if (!before) return;
      forAll(4, [&](const Numbers& more) {
        const Numbers now{then[0] + more[0], then[1] + more[1], then[2] + more[2]};
        const auto after = show(now, hasRest, must, &*before);
        ++(after ? histories : waits);
        if (after) found += foundIn(*before, *after);
      });
    });
    qInfo("%d histories, %d that wait, %d found", histories, waits, found);
    QVERIFY(histories > waits);
    QCOMPARE(found, 0);
  }

  void aGroupWithoutSmallCounts_isShown() {
    const CountGroup group{{{0}, {5}, {9}}, 14};
    QVERIFY(withhold(group, 5) == std::vector<bool>(3, false));
  }
};

QTEST_GUILESS_MAIN(TstSmallCells)
#include "tst_small_cells.moc"
