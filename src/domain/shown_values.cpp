#include "src/domain/shown_values.h"

#include <algorithm>

namespace vejviser {

namespace {

/// Other than any real count, and other for each line.
constexpr std::int64_t kFarOff = 1'000'003;

constexpr auto kTopics = static_cast<Table>(Series::Topic);
constexpr auto kReferrals = static_cast<Table>(Series::Referral);

bool isShown(const Figures& figures, const Line& line) {
  return line.table == kTopics ? figures.helpsByTopic.contains({line.item, line.unit})
                               : figures.referralsTo.contains({line.unit, line.item});
}

/// Changes lines, and with them the pools that hold what is withheld of their tables.
class Disturbing {
 public:
  Disturbing(const MeasureSource& source, const std::set<Line>& withheld)
      : m_source(source), m_withheld(withheld), m_figures(source.figures) {}

  Figures result() {
    for (const Line& line : m_withheld) {
      m_n += kFarOff;
      if (line.table == kByUnit) {
        addTotal(line);
      } else if (line.table != kTopics || line.item.front() != kPool) {
        addLine(m_figures, line, m_n);
        if (const auto pool = poolOf(line)) addLine(m_figures, *pool, -m_n);
      }
    }
    return std::move(m_figures);
  }

 private:
  /// A total that is withheld itself is in no pool.
  void addTotal(const Line& line) {
    const Line pool{line.item == "helps" ? kTopics : kReferrals, line.unit, std::string(1, kPool)};
    if (line.item != "replies") addLine(m_figures, pool, m_n);
  }

  std::optional<Line> poolOf(const Line& line) const {
    if (line.table != kTopics && line.table != kReferrals) return std::nullopt;
    Line pool{line.table, line.unit, std::string(1, kPool)};
    if (line.table == kTopics) {
      const std::string name{iso2789Class(m_source.catalogue.find(line.item))};
      if (!m_withheld.contains({kByClass, line.unit, name})) pool.item += name;
    }
    if (!isShown(m_source.figures, pool)) return std::nullopt;
    return pool;
  }

  const MeasureSource& m_source;
  const std::set<Line>& m_withheld;
  Figures m_figures;
  std::int64_t m_n = 0;
};

bool isCount(MeasureUnit unit) {
  return unit != MeasureUnit::Share && unit != MeasureUnit::Minutes;
}

/// What two equally possible values say together.
ShownValue together(const Measure& measure, const std::optional<MeasureValue>& least,
                    const std::optional<MeasureValue>& other) {
  if (least == other) return {least, false};
  const auto isBound = [](const auto& value) { return value && value->bound == Bound::AtLeast; };
  if (isBound(least) && isBound(other) && least->n <= other->n) return {least, true};
  const bool bounds = isCount(measure.unit) && least && other && least->n > 0 &&
                      least->n < other->n && least->bound == Bound::Exact;
  if (!bounds) return {std::nullopt, true};
  return {MeasureValue{least->n, Bound::AtLeast}, true};
}

}  // namespace

ShownValues shownValues(const Measure& measure, const MeasureSource& source,
                        const std::set<Line>& withheld, std::optional<Unit> unit) {
  const MeasureValues least = valuesOf(measure, source, unit);
  ShownValues shown;
  if (withheld.empty()) {
    for (const auto& [item, value] : least) shown[item] = {value, false};
    return shown;
  }
  const Figures other = Disturbing{source, withheld}.result();
  const MeasureSource elsewhere{other, source.catalogue, source.calendars, source.period,
                                source.cells};
  const MeasureValues far = valuesOf(measure, elsewhere, unit);
  const auto in = [](const MeasureValues& values, const std::string& item) {
    const auto it = values.find(item);
    return it == values.end() ? std::optional<MeasureValue>{} : it->second;
  };
  for (const auto* values : {&least, &far}) {
    for (const auto& [item, value] : *values) {
      if (item.starts_with(kPool)) continue;
      shown[item] = together(measure, in(least, item), in(far, item));
    }
  }
  return shown;
}

bool isRecorded(const MeasureSource& source, const std::set<Line>& withheld,
                std::optional<Unit> unit) {
  const ShownValue helps = shownValues(measureOf("helps"), source, withheld, unit).at("");
  return helps.value || helps.withheld;
}

double known(const std::optional<ShownValue>& shown) {
  return shown && shown->value ? shown->value->n : 0;
}

std::vector<std::pair<std::string, ShownRow>> mostFirst(const ShownTable& table) {
  std::vector<std::pair<std::string, ShownRow>> rows{table.begin(), table.end()};
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
    return known(a.second.back()) > known(b.second.back());
  });
  return rows;
}

ShownTable shownTable(const Measure& measure, const MeasureSource& source,
                      const std::set<Line>& withheld) {
  ShownTable table;
  for (std::size_t i = 0; i < kWhose.size(); ++i) {
    for (auto& [item, value] : shownValues(measure, source, withheld, kWhose[i])) {
      table[item][i] = std::move(value);
    }
  }
  if (measure.of != MeasureOf::Units) return table;
  for (std::size_t i = 0; i < kWhose.size(); ++i) {
    const bool complete = std::all_of(table.begin(), table.end(),
                                      [i](const auto& row) { return row.second[i].has_value(); });
    if (complete) continue;
    ShownValue none;
    const bool counts = measure.unit != MeasureUnit::Share;
    if (counts && isRecorded(source, withheld, kWhose[i])) none.value = MeasureValue{0};
    for (auto& [item, row] : table) {
      if (!row[i]) row[i] = none;
    }
  }
  return table;
}

}  // namespace vejviser
