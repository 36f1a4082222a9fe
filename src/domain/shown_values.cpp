#include "src/domain/shown_values.h"

namespace vejviser {

namespace {

/// Other than any real count, and other for each line.
constexpr std::int64_t kFarOff = 1'000'003;

/// The line that holds what is withheld of this line's table, if such a pool is there.
std::optional<Line> poolOf(const Figures& figures, const Catalogue& catalogue, const Line& line) {
  std::string item(1, kPool);
  if (line.table == static_cast<Table>(Series::Topic)) {
    const std::string ofClass = item + std::string{iso2789Class(catalogue.find(line.item))};
    for (const std::string& pool : {ofClass, item}) {
      if (figures.helpsByTopic.contains({pool, line.unit}))
        return Line{line.table, line.unit, pool};
    }
  }
  if (line.table == static_cast<Table>(Series::Referral) &&
      figures.referralsTo.contains({line.unit, item})) {
    return Line{line.table, line.unit, item};
  }
  return std::nullopt;
}

/// Figures that show the same, with the withheld lines far from what they can be.
Figures disturbed(const MeasureSource& source, const std::set<Line>& withheld) {
  Figures figures = source.figures;
  std::int64_t n = 0;
  for (const Line& line : withheld) {
    n += kFarOff;
    addLine(figures, line, n);
    if (const auto pool = poolOf(source.figures, source.catalogue, line)) {
      addLine(figures, *pool, -n);
    }
  }
  return figures;
}

bool isCount(MeasureUnit unit) {
  return unit != MeasureUnit::Share && unit != MeasureUnit::Minutes;
}

/// What two equally possible values say together.
ShownValue together(const Measure& measure, const std::optional<MeasureValue>& least,
                    const std::optional<MeasureValue>& other) {
  if (least == other) return {least, false};
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
  const Figures other = disturbed(source, withheld);
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

}  // namespace vejviser
