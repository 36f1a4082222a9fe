// Goal: no small count can be computed from what a table shows.
// Method: an attacker who solves for the least and the most that each withheld cell can be: GLPK on
// seeded tables, every possible table for tiny ones. Without complementary cells he must succeed.
#include "src/domain/hiding.h"

#include <QTest>
#include <algorithm>
#include <array>
#include <glpk.h>
#include <memory>
#include <random>

using namespace vejviser;

namespace {

constexpr std::int64_t kThreshold = 5;

bool isSmall(std::int64_t n, std::int64_t threshold = kThreshold) {
  return n > 0 && n < threshold;
}

std::vector<bool> smallOnly(const CountTable& table) {
  std::vector<bool> hidden;
  for (const std::int64_t n : table.counts) hidden.push_back(isSmall(n));
  return hidden;
}

/// What an attacker learns of one table from what it shows.
class Attacker {
 public:
  Attacker(const CountTable& table, const std::vector<bool>& hidden)
      : m_problem(glp_create_prob(), glp_delete_prob) {
    glp_term_out(GLP_OFF);
    const int cells = static_cast<int>(table.counts.size());
    glp_add_cols(m_problem.get(), cells);
    for (int column = 1; column <= cells; ++column) {
      const auto i = static_cast<std::size_t>(column) - 1;
      const auto n = static_cast<double>(table.counts[i]);
      glp_set_col_bnds(m_problem.get(), column, hidden[i] ? GLP_LO : GLP_FX, hidden[i] ? 0 : n, n);
    }
    for (const auto& [cell, parts] : table.totals) {
      std::vector<int> columns = {0, static_cast<int>(cell) + 1};
      std::vector<double> factors = {0, -1};
      for (const std::size_t part : parts) {
        columns.push_back(static_cast<int>(part) + 1);
        factors.push_back(1);
      }
      const int row = glp_add_rows(m_problem.get(), 1);
      glp_set_row_bnds(m_problem.get(), row, GLP_FX, 0, 0);
      glp_set_mat_row(m_problem.get(), row, static_cast<int>(parts.size()) + 1, columns.data(),
                      factors.data());
    }
  }

  bool finds(std::size_t cell) const {
    return bound(cell, GLP_MIN) > 1e-6 || bound(cell, GLP_MAX) < kThreshold - 1e-6;
  }

 private:
  double bound(std::size_t cell, int direction) const {
    const int column = static_cast<int>(cell) + 1;
    glp_set_obj_dir(m_problem.get(), direction);
    glp_set_obj_coef(m_problem.get(), column, 1);
    glp_std_basis(m_problem.get());
    glp_smcp options;
    glp_init_smcp(&options);
    options.msg_lev = GLP_MSG_OFF;
    if (glp_simplex(m_problem.get(), &options) != 0) qFatal("GLPK gave up");
    const int status = glp_get_status(m_problem.get());
    const double found = glp_get_obj_val(m_problem.get());
    glp_set_obj_coef(m_problem.get(), column, 0);
    if (status == GLP_UNBND) return direction == GLP_MAX ? 1e9 : -1e9;
    if (status != GLP_OPT) qFatal("GLPK: status %d", status);
    return found;
  }

  std::unique_ptr<glp_prob, decltype(&glp_delete_prob)> m_problem;
};

/// Small cells that the attacker finds to within the threshold.
int found(const CountTable& table, const std::vector<bool>& hidden) {
  const Attacker attacker{table, hidden};
  int cells = 0;
  for (std::size_t i = 0; i < table.counts.size(); ++i) {
    if (isSmall(table.counts[i]) && (!hidden[i] || attacker.finds(i))) ++cells;
  }
  return cells;
}

/// A month: topics in groups by two units, branches by two units, all sums; both tables share the
/// units' totals.
CountTable month(int groups, int topicsInGroup, std::size_t branches, std::mt19937& random) {
  CountTable table;
  const auto add = [&](std::int64_t n) {
    table.counts.push_back(n);
    return table.counts.size() - 1;
  };
  const auto total = [&](std::vector<std::size_t> parts) {
    std::int64_t sum = 0;
    for (const std::size_t part : parts) sum += table.counts[part];
    const std::size_t cell = add(sum);
    table.totals.push_back({cell, std::move(parts)});
    return cell;
  };
  std::geometric_distribution<int> few{0.3};
  std::geometric_distribution<int> many{0.02};
  const auto count = [&] { return random() % 3 == 0 ? many(random) : few(random); };
  std::array<std::vector<std::size_t>, 2> groupCells;
  for (int g = 0; g < groups; ++g) {
    std::array<std::vector<std::size_t>, 2> cells;
    for (int t = 0; t < topicsInGroup; ++t) {
      for (auto& unit : cells) unit.push_back(add(count()));
      total({cells[0].back(), cells[1].back()});
    }
    for (std::size_t u = 0; u < 2; ++u) groupCells[u].push_back(total(cells[u]));
    total({groupCells[0].back(), groupCells[1].back()});
  }
  std::array<std::size_t, 2> units{};
  for (std::size_t u = 0; u < 2; ++u) units[u] = total(groupCells[u]);
  std::array<std::vector<std::size_t>, 2> places;
  for (std::size_t u = 0; u < 2; ++u) {
    std::int64_t left = table.counts[units[u]];
    for (std::size_t b = 0; b < branches; ++b) {
      const auto n =
          b + 1 == branches ? left : static_cast<std::int64_t>(random()) % (left + 1) / 2;
      left -= n;
      places[u].push_back(add(n));
    }
    table.totals.push_back({units[u], places[u]});
  }
  for (std::size_t b = 0; b < branches; ++b) total({places[0][b], places[1][b]});
  total({units[0], units[1]});
  return table;
}

/// Entries that come late: a topic's cell and a branch of the same unit grow, and all their totals.
void addLate(CountTable& table, std::mt19937& random) {
  const auto n = static_cast<std::int64_t>(1 + random() % 3);
  std::vector<bool> grown(table.counts.size(), false);
  const auto grow = [&](std::size_t cell) {
    table.counts[cell] += grown[cell] ? 0 : n;
    grown[cell] = true;
  };
  grow(random() % 2);
  for (const auto& [cell, parts] : table.totals) {
    if (std::any_of(parts.begin(), parts.end(), [&](auto part) { return grown[part]; })) {
      grow(cell);
    } else if (grown[cell]) {
      grow(parts[0]);
    }
  }
}

}  // namespace

class TstHiding : public QObject {
  Q_OBJECT

 private slots:
  void hide_ofSeededMonths_leavesTheSolverNothing_whichItFindsWithoutComplementaryCells() {
    int without = 0;
    std::size_t hiddenCells = 0;
    std::size_t cells = 0;
    for (unsigned seed = 0; seed < 200; ++seed) {
      std::mt19937 random{seed};
      const CountTable table = month(1 + static_cast<int>(seed % 4), 2 + static_cast<int>(seed % 5),
                                     2 + seed % 3, random);
      const auto hidden = hide(table, kThreshold);
      QVERIFY2(found(table, hidden) == 0, qPrintable(QString{"seed %1"}.arg(seed)));
      QVERIFY(hide(table, kThreshold) == hidden);
      without += found(table, smallOnly(table));
      hiddenCells += static_cast<std::size_t>(std::count(hidden.begin(), hidden.end(), true));
      cells += table.counts.size();
    }
    QVERIFY(without > 0);
    qInfo("%zu of %zu cells withheld; %d small ones found where only they are", hiddenCells, cells,
          without);
  }

  void hide_ofAWholeMonth_leavesTheSolverNothing() {
    std::mt19937 random{1};
    const CountTable table = month(15, 6, 12, random);
    const auto hidden = hide(table, kThreshold);
    QCOMPARE(found(table, hidden), 0);
    qInfo("%td of %zu cells withheld", std::count(hidden.begin(), hidden.end(), true),
          hidden.size());
  }

  void hide_afterLateEntries_keepsWhatWasHidden_andLeavesTheSolverNothing() {
    for (unsigned seed = 0; seed < 40; ++seed) {
      std::mt19937 random{seed};
      CountTable table = month(2, 4, 3, random);
      std::vector<bool> before(table.counts.size(), false);
      for (int update = 0; update < 4; ++update) {
        const auto hidden = hide(table, kThreshold, before);
        for (std::size_t i = 0; i < hidden.size(); ++i) QVERIFY(hidden[i] || !before[i]);
        QVERIFY2(found(table, hidden) == 0, qPrintable(QString{"seed %1"}.arg(seed)));
        before = hidden;
        addLate(table, random);
      }
    }
  }

  void hide_ofEveryTinyTable_allowsZeroAndTheThreshold_inTablesThatShowTheSame() {
    constexpr std::int64_t kLow = 3;
    constexpr int kMost = 8;
    const auto filled = [](int a, int b, int c, int d) {
      CountTable table;
      table.counts = {a, b, c, d, a + b, c + d, a + c, b + d, a + b + c + d};
      table.totals = {{4, {0, 1}}, {5, {2, 3}}, {6, {0, 2}}, {7, {1, 3}}, {8, {4, 5}}};
      return table;
    };
    const auto forAll = [](int most, const auto& act) {
      for (int i = 0; i < most * most * most * most; ++i) {
        act(i % most, i / most % most, i / most / most % most, i / most / most / most);
      }
    };
    std::vector<CountTable> possible;
    forAll(kMost, [&](auto... n) { possible.push_back(filled(n...)); });
    int small = 0;
    int found = 0;
    forAll(5, [&](auto... n) {
      const CountTable table = filled(n...);
      const auto hidden = hide(table, kLow);
      std::vector<std::int64_t> least = table.counts;
      std::vector<std::int64_t> most = table.counts;
      for (const CountTable& other : possible) {
        bool same = true;
        for (std::size_t i = 0; i < 9 && same; ++i) {
          same = hidden[i] || other.counts[i] == table.counts[i];
        }
        for (std::size_t i = 0; i < 9 && same; ++i) {
          least[i] = std::min(least[i], other.counts[i]);
          most[i] = std::max(most[i], other.counts[i]);
        }
      }
      for (std::size_t i = 0; i < 9; ++i) {
        if (!isSmall(table.counts[i], kLow)) continue;
        ++small;
        if (!hidden[i] || least[i] > 0 || most[i] < kLow) ++found;
      }
    });
    QVERIFY(small > 0);
    QCOMPARE(found, 0);
  }

  void hideYear_withholdsWhatAMonthWithholds() {
    const std::vector<std::vector<bool>> months = {{true, false, false}, {false, true, false}};
    QVERIFY((hideYear(months) == std::vector<bool>{true, true, false}));
  }

  void hide_ofATableWithoutSmallCells_hidesNothing() {
    const CountTable table{{0, 5, 9, 14}, {{3, {0, 1, 2}}}};
    QVERIFY(hide(table, kThreshold) == std::vector<bool>(4, false));
  }
};

QTEST_GUILESS_MAIN(TstHiding)
#include "tst_hiding.moc"
