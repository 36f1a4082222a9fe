#include "tests/domain/attacker.h"

#include <cmath>

namespace vejviser::test {

Attacker::Attacker(std::span<const PublishedMonth> versions, const std::vector<Sum>& sums,
                   Unit unit, std::int64_t threshold, bool grows)
    : m_versions(versions), m_grows(grows), m_problem(glp_create_prob(), glp_delete_prob) {
  glp_term_out(GLP_OFF);
  for (std::size_t v = 0; v < versions.size(); ++v) {
    addRoots(v, unit, threshold);
    for (const Sum& sum : sums) {
      for (const Line& part : sum.parts) {
        const Bounds bounds = boundsOf(v, part, sum);
        addColumn(v, part, bounds.isExact ? GLP_FX : GLP_LO, bounds.least, bounds.least);
      }
      if (sum.hasRest) addColumn(v, sum.rest(), GLP_LO, 0, 0);
    }
    for (const Sum& sum : sums) {
      std::map<int, double> factors{{m_columns.at({v, sum.all}), -1}};
      for (const Line& part : sum.parts) factors[m_columns.at({v, part})] = 1;
      if (sum.hasRest) factors[m_columns.at({v, sum.rest()})] = 1;
      addRow(GLP_FX, factors);
    }
  }
  if (grows) {
    for (const auto& [key, column] : m_columns) {
      const auto before = m_columns.find({key.first - 1, key.second});
      if (before != m_columns.end()) addRow(GLP_LO, {{column, 1}, {before->second, -1}});
    }
  }
  glp_adv_basis(m_problem.get(), 0);
}

Attacker::Range Attacker::rangeOf(std::size_t version, const Line& line) const {
  const int column = m_columns.at({version, line});
  return {bound(column, GLP_MIN), bound(column, GLP_MAX)};
}

/// What is neither shown nor withheld is 0. What is withheld by its name is not, unless it became 0
/// after it was withheld.
Attacker::Bounds Attacker::boundsOf(std::size_t version, const Line& line, const Sum& sum) const {
  const PublishedMonth& month = m_versions[version];
  const auto shown = month.shown.find(line);
  if (shown != month.shown.end()) return {static_cast<double>(shown->second), true};
  if (month.withheld.contains(sum.marker)) return {0, false};
  if (!month.withheld.contains(line)) return {0, true};
  const bool canBeZero = !m_grows && version > 0 && m_versions[version - 1].withheld.contains(line);
  return {canBeZero ? 0.0 : 1.0, false};
}

void Attacker::addRoots(std::size_t version, Unit unit, std::int64_t threshold) {
  const PublishedMonth& month = m_versions[version];
  for (const char* name : {"helps", "referrals", "replies"}) {
    const Line line{kByUnit, unit, name};
    const auto shown = month.shown.find(line);
    if (shown != month.shown.end()) {
      addColumn(version, line, GLP_FX, static_cast<double>(shown->second), 0);
    } else if (!month.withheld.contains(line)) {
      addColumn(version, line, GLP_FX, 0, 0);
    } else if (line.item == "replies") {
      addColumn(version, line, GLP_LO, 0, 0);
    } else {
      addColumn(version, line, GLP_DB, 1, static_cast<double>(threshold - 1));
    }
  }
}

void Attacker::addColumn(std::size_t version, const Line& line, int kind, double least,
                         double most) {
  if (m_columns.contains({version, line})) return;
  const int column = glp_add_cols(m_problem.get(), 1);
  glp_set_col_bnds(m_problem.get(), column, kind, least, most);
  m_columns[{version, line}] = column;
}

void Attacker::addRow(int kind, const std::map<int, double>& factors) {
  std::vector<int> columns{0};
  std::vector<double> values{0};
  for (const auto& [column, factor] : factors) {
    columns.push_back(column);
    values.push_back(factor);
  }
  const int row = glp_add_rows(m_problem.get(), 1);
  glp_set_row_bnds(m_problem.get(), row, kind, 0, 0);
  glp_set_mat_row(m_problem.get(), row, static_cast<int>(factors.size()), columns.data(),
                  values.data());
}

double Attacker::bound(int column, int direction) const {
  glp_set_obj_dir(m_problem.get(), direction);
  glp_set_obj_coef(m_problem.get(), column, 1);
  glp_smcp options;
  glp_init_smcp(&options);
  options.msg_lev = GLP_MSG_OFF;
  if (glp_simplex(m_problem.get(), &options) != 0) qFatal("GLPK gave up");
  const int status = glp_get_status(m_problem.get());
  const double found = glp_get_obj_val(m_problem.get());
  glp_set_obj_coef(m_problem.get(), column, 0);
  if (status == GLP_UNBND) return direction == GLP_MAX ? HUGE_VAL : -HUGE_VAL;
  if (status != GLP_OPT) qFatal("GLPK: status %d", status);
  return found;
}

}  // namespace vejviser::test
