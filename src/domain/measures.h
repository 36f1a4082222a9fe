// The definitions of all measures: what a dashboard, report or export may say, what it counts and
// what not. Each is a pure function of figures (statistics.h); those that ask when a unit was open,
// or what a topic belongs to, also of the calendars and the catalogue.
//
// Nothing was recorded is not zero: a value is absent where the unit recorded nothing at all in the
// period, and where a share or a median would be one of nothing.
#pragma once

#include "src/domain/catalogue.h"
#include "src/domain/opening_hours_file.h"
#include "src/domain/statistics.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace vejviser {

enum class MeasureUnit : std::uint8_t {
  Helps,
  Contacts,
  People,
  Referrals,
  Events,
  Questions,
  Hours,
  Minutes,
  Share,  ///< 0 to 1
};
std::string_view code(MeasureUnit unit);  ///< "helps", "contacts", ...

/// No measure is a mean: figures come in steps, and one long wait would speak for all.
enum class Average : std::uint8_t {
  None,
  Median,  ///< the lower one of an even number
};
std::string_view code(Average average);  ///< "none", "median"

/// Whom a measure has values of.
enum class MeasureOf : std::uint8_t {
  Units,     ///< each unit, and both together
  Library,   ///< the library alone
  Together,  ///< both together alone
};
std::string_view code(MeasureOf of);  ///< "units", "library", "together"

/// Whether the value is `n`, or what is recorded only says on which side of `n` it lies.
enum class Bound : std::uint8_t { Exact, AtLeast, AtMost };

struct MeasureValue {
  double n = 0;
  Bound bound = Bound::Exact;

  bool operator==(const MeasureValue&) const = default;
};

/// By item: one that is empty for a measure that is not divided. Items of a closed word list are
/// all there; of open ones (topics, branches, languages ...) those that were recorded.
using MeasureValues = std::map<std::string, std::optional<MeasureValue>>;

struct MeasureSource {
  const Figures& figures;
  const Catalogue& catalogue;
  const std::map<PlaceKey, OpeningHours>& calendars;
  Period period;  ///< that the figures are of
  /// Beneath the figures; those of Series::Hour are enough. None: as far as hours of the week tell.
  std::span<const Cell> cells = {};
};

struct Measure {
  std::string_view id;  ///< a code; never changes its meaning
  std::string_view nameDa;
  std::string_view nameEn;
  MeasureUnit unit = MeasureUnit::Helps;
  Average average = Average::None;
  MeasureOf of = MeasureOf::Units;
  std::string_view item;      ///< what it is divided by, e.g. "topic"; empty: by nothing
  std::string_view counts;    ///< in English, as in sync/PROTOCOL.md
  std::string_view excludes;  ///< what one might think it counts; empty: nothing
  /// valuesOf() without its check.
  MeasureValues (*values)(const MeasureSource& source, std::optional<Unit> unit) = nullptr;
};

/// All of them, in the order of sync/PROTOCOL.md. Withdrawn entries, and those in doubt or held,
/// are in no figure and so in no measure; of corrected ones it is the correction.
std::span<const Measure> measures();

/// Null if there is no such measure.
const Measure* findMeasure(std::string_view id);
/// One of which the program knows that it is there; asserts so.
const Measure& measureOf(std::string_view id);

/// The values of `unit`, or of both together. Empty where the measure is not about those asked for.
MeasureValues valuesOf(const Measure& measure, const MeasureSource& source,
                       std::optional<Unit> unit);

/// What a help about a topic is to ISO 2789 (library statistics): "directional" (directional and
/// administrative, which the standard counts apart: the groups orientation and equipment),
/// "authority" (tasks that only an authority may do), "digital_guidance" (the groups digital-id,
/// digital-guidance, digital-post and it-help), else "reference"; "unknown" for no topic.
/// Source: ISO 2789, "reference question"; the groups that stand for each class are ours.
std::string_view iso2789Class(const Topic* topic);

}  // namespace vejviser
