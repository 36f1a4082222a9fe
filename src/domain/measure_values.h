// How the values of measures come from figures: the formulas that measures.cpp names.
#pragma once

#include "src/domain/measures.h"

#include <cstdint>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace vejviser {

/// The figures of one unit, or of both together.
class Sums {
 public:
  Sums(const Figures& figures, std::optional<Unit> unit) : m_figures(figures), m_unit(unit) {}

  /// Whether the unit recorded anything.
  bool recorded() const;
  /// Of any series but People, which knows no unit.
  std::map<std::string, std::int64_t> items(Series series) const;
  std::int64_t of(Series series) const;
  std::int64_t of(Series series, std::string_view item) const;
  std::map<std::string, std::int64_t> byDay() const;
  std::map<std::string, std::int64_t> byBranch() const;

  /// A number, or nothing if nothing was recorded.
  std::optional<MeasureValue> number(std::int64_t n) const;
  /// By the items that there are.
  MeasureValues numbers(const std::map<std::string, std::int64_t>& items) const;

 private:
  bool counts(Unit unit) const { return !m_unit || *m_unit == unit; }

  const Figures& m_figures;
  std::optional<Unit> m_unit;
};

/// Nothing for a share of nothing.
std::optional<MeasureValue> share(std::int64_t part, std::int64_t whole);

namespace formula {

using Asked = std::optional<Unit>;

template <Series series>
MeasureValues total(const MeasureSource& source, Asked unit) {
  const Sums sums{source.figures, unit};
  return {{"", sums.number(sums.of(series))}};
}

template <Series series>
MeasureValues byItem(const MeasureSource& source, Asked unit) {
  const Sums sums{source.figures, unit};
  return sums.numbers(sums.items(series));
}

/// By all words of a closed list, `last` included.
template <Series series, auto first, decltype(first) last>
MeasureValues byWord(const MeasureSource& source, Asked unit) {
  const Sums sums{source.figures, unit};
  MeasureValues values;
  for (int i = static_cast<int>(first); i <= static_cast<int>(last); ++i) {
    const std::string word{code(static_cast<decltype(first)>(i))};
    values[word] = sums.number(sums.of(series, word));
  }
  return values;
}

/// The part that one series is of another.
template <Series part, Series whole>
MeasureValues shareOf(const MeasureSource& source, Asked unit) {
  const Sums sums{source.figures, unit};
  return {{"", share(sums.of(part), sums.of(whole))}};
}

MeasureValues contacts(const MeasureSource& source, Asked unit);
MeasureValues people(const MeasureSource& source, Asked unit);
MeasureValues helpsByCurrentTopic(const MeasureSource& source, Asked unit);
MeasureValues helpsByDay(const MeasureSource& source, Asked unit);
MeasureValues helpsByBranch(const MeasureSource& source, Asked unit);
MeasureValues helpsByLanguage(const MeasureSource& source, Asked unit);
MeasureValues helpsByIsoClass(const MeasureSource& source, Asked unit);
MeasureValues helpsByKle(const MeasureSource& source, Asked unit);
MeasureValues independence(const MeasureSource& source, Asked unit);
MeasureValues duration(const MeasureSource& source, Asked unit);
MeasureValues turnedAway(const MeasureSource& source, Asked unit);
MeasureValues kept(const MeasureSource& source, Asked unit);
MeasureValues handedOver(const MeasureSource& source, Asked unit);
MeasureValues balance(const MeasureSource& source, Asked unit);
MeasureValues redeemed(const MeasureSource& source, Asked unit);
MeasureValues completed(const MeasureSource& source, Asked unit);
MeasureValues wrongDoors(const MeasureSource& source, Asked unit);
MeasureValues timeToAccept(const MeasureSource& source, Asked unit);
MeasureValues jointEvents(const MeasureSource& source, Asked unit);
MeasureValues whileClosed(const MeasureSource& source, Asked unit);
MeasureValues hoursAlone(const MeasureSource& source, Asked unit);

}  // namespace formula

}  // namespace vejviser
