#include "tests/domain/attack.h"

#include <cstdio>
#include <cstdlib>

namespace vejviser::test {

namespace {

constexpr double kAlmost = 1e-6;

bool isOfReferrals(const Line& line) {
  const std::set<Table> tables = {of(Series::Referral), of(Series::Reception),
                                  of(Series::Accepting)};
  return tables.contains(line.table) || (line.table == kByUnit && line.item != "helps");
}

/// Whether two versions show the same of a unit's helps or referrals.
bool isSame(const PublishedMonth& one, const PublishedMonth& two, Unit unit, bool ofReferrals) {
  const auto shownOf = [&](const PublishedMonth& month) {
    Counts shown = month.shown;
    std::erase_if(shown, [&](const auto& each) {
      return each.first.unit != unit || isOfReferrals(each.first) != ofReferrals;
    });
    return shown;
  };
  const Line root{kByUnit, unit, ofReferrals ? "referrals" : "helps"};
  return one.withheld.contains(root) == two.withheld.contains(root) && shownOf(one) == shownOf(two);
}

/// One version of one unit, as the attacker sees it among all.
class Attack {
 public:
  Attack(const History& history, const Attacker& attacker, std::size_t version, Unit unit,
         Findings& findings)
      : m_history(history),
        m_attacker(attacker),
        m_version(version),
        m_unit(unit),
        m_findings(findings) {}

  void on(const Sum& sum) {
    const Line root{kByUnit, m_unit, isOfReferrals(sum.marker) ? "referrals" : "helps"};
    const bool isWhole = its().month.withheld.contains(root);
    std::int64_t rest = count(sum.all);
    const bool isOpen = its().month.shown.contains(sum.all);
    for (const Line& part : sum.parts) {
      const std::int64_t n = count(part);
      rest -= n;
      if (n == 0) continue;
      Shares& shares = m_findings.shares[part.table];
      if (its().month.shown.contains(part)) {
        ++shares.shown;
      } else if (isWhole) {
        ++shares.whole;
      } else if (!isSmall(n, m_history.threshold)) {
        ++shares.complementary;
      } else {
        ++shares.small;
      }
      if (isSmall(n, m_history.threshold) && !isWhole) aim(part);
    }
    if (sum.hasRest && isOpen && isSmall(rest, m_history.threshold)) aim(sum.rest());
  }

  /// What two versions differ by is all that is said of those who came between them.
  void onDifference(const char* name) {
    if (m_version == 0) return;
    const Line root{kByUnit, m_unit, name};
    const auto& before = m_history.versions[m_version - 1].month.shown;
    const auto& now = its().month.shown;
    if (!before.contains(root) || !now.contains(root)) return;
    const auto difference = std::abs(now.at(root) - before.at(root));
    if (isSmall(difference, m_history.threshold)) m_findings.find(m_history, m_version, root);
  }

  /// That it is small is known of what is withheld whole; nothing more.
  void onWhole(const char* name) {
    const Line root{kByUnit, m_unit, name};
    if (!its().month.withheld.contains(root)) return;
    const auto range = m_attacker.rangeOf(m_version, root);
    const bool isKnown = range.least > 1 + kAlmost ||
                         range.most < static_cast<double>(m_history.threshold - 1) - kAlmost;
    if (isKnown) m_findings.find(m_history, m_version, root);
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
    if (!isHidden) m_findings.find(m_history, m_version, line);
  }

  const History& m_history;
  const Attacker& m_attacker;
  std::size_t m_version;
  Unit m_unit;
  Findings& m_findings;
};

}  // namespace

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

void History::add(PublishedMonth month, Counts counts) {
  if (!versions.empty()) {
    const Version& before = versions.back();
    for (const Unit unit : kAllUnits) {
      for (const bool ofReferrals : {false, true}) {
        if (!isSame(month, before.month, unit, ofReferrals)) continue;
        const auto is = [&](const auto& each) {
          return each.first.unit == unit && isOfReferrals(each.first) == ofReferrals;
        };
        std::erase_if(counts, is);
        for (const auto& each : before.counts) {
          if (is(each)) counts.insert(each);
        }
      }
    }
  }
  versions.push_back({std::move(month), std::move(counts)});
}

std::string Shares::text() const {
  char text[160];
  std::snprintf(text, sizeof text,
                "%d cells that are not 0, %.1f %% withheld as small, %.1f %% with them, %.1f %% in"
                " what is withheld whole",
                all(), 100.0 * small / all(), 100.0 * complementary / all(), 100.0 * whole / all());
  return text;
}

void Findings::find(const History& history, std::size_t version, const Line& line) {
  if (found++ > 0) return;
  const auto it = history.versions[version].counts.find(line);
  first = "version " + std::to_string(version + 1) + ": table " + std::to_string(line.table) +
          ", unit " + std::to_string(static_cast<int>(line.unit)) + ", '" + line.item + "', n " +
          std::to_string(it == history.versions[version].counts.end() ? -1 : it->second);
}

void Findings::print(const std::string& what) const {
  Shares sum;
  for (const auto& [table, its] : shares) {
    sum.shown += its.shown;
    sum.small += its.small;
    sum.complementary += its.complementary;
    sum.whole += its.whole;
  }
  qInfo("%s: %zu versions, %d waited; %s; %d found", what.c_str(), versions, waits,
        sum.text().c_str(), found);
}

void attack(const History& history, bool grows, Findings& findings) {
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
      Attack its{history, attacker, version, unit, findings};
      for (const char* root : {"helps", "referrals", "replies"}) its.onDifference(root);
      for (const char* root : {"helps", "referrals"}) its.onWhole(root);
      for (const Sum& sum : sums) {
        if (sum.marker.table != kByUnit) its.on(sum);
      }
    }
  }
  findings.versions += published.size();
  findings.waits += history.waits;
}

}  // namespace vejviser::test
