#include "src/domain/measure_values.h"

#include "src/domain/week_sums.h"

#include <algorithm>
#include <bitset>
#include <charconv>
#include <utility>
#include <vector>

namespace vejviser {

namespace {

/// A step of a series and where it ends; the last has no end, and says where it begins.
struct Step {
  std::string_view item;
  double end;
};

std::optional<MeasureValue> median(const Sums& sums, Series series, std::span<const Step> steps) {
  std::int64_t all = 0;
  for (const Step& step : steps) all += sums.of(series, step.item);
  std::int64_t below = 0;
  for (const Step& step : steps) {
    below += sums.of(series, step.item);
    if (below == 0 || below * 2 < all) continue;
    const bool last = &step == &steps.back();
    return MeasureValue{step.end, last ? Bound::AtLeast : Bound::AtMost};
  }
  return std::nullopt;
}

}  // namespace

bool Sums::recorded() const {
  const auto any = [this](const auto& sums, auto unitOf) {
    return std::any_of(sums.begin(), sums.end(), [&](const auto& sum) {
      return sum.second != 0 && counts(unitOf(sum.first));
    });
  };
  return any(m_figures.helpsByTopic, [](const auto& key) { return key.second; }) ||
         any(m_figures.referralsTo, [](const auto& key) { return key.first; }) ||
         any(m_figures.others, [](const auto& key) { return std::get<Unit>(key); });
}

std::map<std::string, std::int64_t> Sums::items(Series series) const {
  std::map<std::string, std::int64_t> items;
  if (series == Series::Topic) {
    for (const auto& [key, n] : m_figures.helpsByTopic) {
      if (counts(key.second)) items[key.first] += n;
    }
  } else if (series == Series::Hour) {
    for (const auto& [key, n] : m_figures.helpsByHour) {
      if (counts(key.second)) items[toString(key.first)] += n;
    }
  } else if (series == Series::Referral) {
    for (const auto& [key, n] : m_figures.referralsTo) {
      if (counts(key.first)) items[key.second] += n;
    }
  } else {
    auto it = m_figures.others.lower_bound({series, Unit{}, {}});
    for (; it != m_figures.others.end() && std::get<Series>(it->first) == series; ++it) {
      if (counts(std::get<Unit>(it->first))) items[std::get<std::string>(it->first)] += it->second;
    }
  }
  return items;
}

std::int64_t Sums::of(Series series) const {
  std::int64_t sum = 0;
  for (const auto& [item, n] : items(series)) sum += n;
  return sum;
}

std::int64_t Sums::of(Series series, std::string_view item) const {
  const auto all = items(series);
  const auto it = all.find(std::string{item});
  return it == all.end() ? 0 : it->second;
}

std::map<std::string, std::int64_t> Sums::byDay() const {
  std::map<std::string, std::int64_t> days;
  for (const auto& [key, n] : m_figures.helpsByDay) {
    if (counts(key.second)) days[toString(key.first)] += n;
  }
  return days;
}

std::map<std::string, std::int64_t> Sums::byBranch() const {
  std::map<std::string, std::int64_t> branches;
  for (const auto& [key, n] : m_figures.helpsByBranch) {
    if (counts(key.second)) branches[key.first] += n;
  }
  return branches;
}

std::optional<MeasureValue> Sums::number(std::int64_t n) const {
  if (!recorded()) return std::nullopt;
  return MeasureValue{static_cast<double>(n)};
}

MeasureValues Sums::numbers(const std::map<std::string, std::int64_t>& items) const {
  MeasureValues values;
  for (const auto& [item, n] : items) values[item] = number(n);
  return values;
}

std::optional<MeasureValue> share(std::int64_t part, std::int64_t whole) {
  if (whole <= 0) return std::nullopt;
  return MeasureValue{static_cast<double>(part) / static_cast<double>(whole)};
}

namespace formula {

MeasureValues contacts(const MeasureSource& source, Asked unit) {
  const Sums sums{source.figures, unit};
  return {{"", sums.number(sums.of(Series::Topic) - sums.of(Series::Followup))}};
}

MeasureValues people(const MeasureSource& source, Asked unit) {
  return {{"", Sums{source.figures, unit}.number(source.figures.people)}};
}

MeasureValues helpsByCurrentTopic(const MeasureSource& source, Asked unit) {
  const Sums sums{source.figures, unit};
  std::map<std::string, std::int64_t> topics;
  for (const auto& [id, n] : sums.items(Series::Topic)) {
    const Topic* heir = source.catalogue.heir(id);
    topics[heir != nullptr ? heir->id : id] += n;
  }
  return sums.numbers(topics);
}

MeasureValues helpsByDay(const MeasureSource& source, Asked unit) {
  const Sums sums{source.figures, unit};
  return sums.numbers(sums.byDay());
}

MeasureValues helpsByBranch(const MeasureSource& source, Asked unit) {
  const Sums sums{source.figures, unit};
  return sums.numbers(sums.byBranch());
}

MeasureValues helpsByLanguage(const MeasureSource& source, Asked unit) {
  const Sums sums{source.figures, unit};
  MeasureValues values = sums.numbers(sums.items(Series::Language));
  values[""] = sums.number(sums.of(Series::Topic) - sums.of(Series::Language));
  return values;
}

namespace {

/// Of what is withheld from a class, the class is known.
std::string isoClassOf(const std::string& topic, const Catalogue& catalogue) {
  if (topic.size() > 1 && topic.front() == kPool) return topic.substr(1);
  return std::string{iso2789Class(catalogue.find(topic))};
}

}  // namespace

MeasureValues helpsByIsoClass(const MeasureSource& source, Asked unit) {
  const Sums sums{source.figures, unit};
  std::map<std::string, std::int64_t> classes = {{"authority", 0},
                                                 {"digital_guidance", 0},
                                                 {"directional", 0},
                                                 {"reference", 0},
                                                 {"unknown", 0}};
  for (const auto& [topic, n] : sums.items(Series::Topic)) {
    classes[isoClassOf(topic, source.catalogue)] += n;
  }
  return sums.numbers(classes);
}

MeasureValues helpsByKle(const MeasureSource& source, Asked unit) {
  const Sums sums{source.figures, unit};
  std::map<std::string, std::int64_t> numbers;
  for (const auto& [id, n] : sums.items(Series::Topic)) {
    const Topic* topic = source.catalogue.find(id);
    numbers[topic != nullptr ? topic->kle : std::string{}] += n;
  }
  return sums.numbers(numbers);
}

MeasureValues independence(const MeasureSource& source, Asked unit) {
  const Sums sums{source.figures, unit};
  const std::int64_t independent = sums.of(Series::Outcome, code(Outcome::Alone)) +
                                   sums.of(Series::Outcome, code(Outcome::Guided));
  return {{"", share(independent, sums.of(Series::Topic))}};
}

MeasureValues duration(const MeasureSource& source, Asked unit) {
  const Step steps[] = {{code(Band::Under5), 5},
                        {code(Band::To15), 15},
                        {code(Band::To30), 30},
                        {code(Band::To60), 60},
                        {code(Band::Over60), 60}};
  return {{"", median(Sums{source.figures, unit}, Series::Band, steps)}};
}

MeasureValues turnedAway(const MeasureSource& source, Asked unit) {
  MeasureValues values = byWord<Series::Refusal, Refusal::Closing, Refusal::Other>(source, unit);
  const Sums sums{source.figures, unit};
  values[""] =
      sums.number(sums.of(Series::Outcome, code(Outcome::TurnedAway)) - sums.of(Series::Refusal));
  return values;
}

MeasureValues kept(const MeasureSource& source, Asked unit) {
  const Sums sums{source.figures, unit};
  const std::int64_t acts = sums.of(Series::Act);
  return {{"", share(acts - sums.of(Series::Act, code(Act::Decide)), acts)}};
}

MeasureValues handedOver(const MeasureSource& source, Asked unit) {
  const Sums sums{source.figures, unit};
  return {{"", share(sums.of(Series::Act, code(Act::HandOver)), sums.of(Series::Act))}};
}

MeasureValues balance(const MeasureSource& source, Asked unit) {
  const auto sent = [&source](Unit from) {
    return Sums{source.figures, from}.of(Series::Referral, code(otherUnit(from)));
  };
  const std::int64_t n = sent(Unit::Library) - sent(Unit::CitizenService);
  return {{"", Sums{source.figures, unit}.number(n)}};
}

namespace {

/// The part of the referrals to each unit that came to one of `words`.
MeasureValues receptionShare(const MeasureSource& source, Asked unit,
                             std::initializer_list<std::string_view> words) {
  const Sums sums{source.figures, unit};
  MeasureValues values;
  for (const Unit to : kAllUnits) {
    const std::string destination{code(to)};
    std::int64_t part = 0;
    for (const std::string_view word : words) {
      part += sums.of(Series::Reception, destination + ":" + std::string{word});
    }
    values[destination] = share(part, sums.of(Series::Referral, destination));
  }
  return values;
}

}  // namespace

MeasureValues redeemed(const MeasureSource& source, Asked unit) {
  return receptionShare(source, unit, {"accepted", "declined", "wrong_door", "done"});
}

MeasureValues completed(const MeasureSource& source, Asked unit) {
  return receptionShare(source, unit, {"done"});
}

MeasureValues wrongDoors(const MeasureSource& source, Asked unit) {
  const Sums sums{source.figures, unit};
  MeasureValues values;
  for (const Unit to : kAllUnits) {
    const std::string destination{code(to)};
    values[destination] = sums.number(sums.of(Series::Reception, destination + ":wrong_door"));
  }
  return values;
}

MeasureValues timeToAccept(const MeasureSource& source, Asked unit) {
  constexpr Step kSteps[] = {{"1h", 1},  {"4h", 4},   {"1d", 24},
                             {"3d", 72}, {"7d", 168}, {"more", 168}};
  return {{"", median(Sums{source.figures, unit}, Series::Accepting, kSteps)}};
}

MeasureValues jointEvents(const MeasureSource& source, Asked unit) {
  const Sums sums{source.figures, unit};
  return {{"", sums.number(sums.of(Series::Credit) - sums.of(Series::Event))}};
}

namespace {

using Minutes = std::bitset<kMinutesADay>;

const Minutes kFirstHour{(1ULL << 60) - 1};

/// The minutes of `day` in which `unit` is staffed: at one branch, or anywhere.
Minutes staffed(const std::map<PlaceKey, OpeningHours>& calendars, Unit unit, Day day) {
  Minutes minutes;
  for (const auto& [key, hours] : calendars) {
    if (key.unit != code(unit)) continue;
    for (const Span& span : hours.on(day)) {
      const auto length = static_cast<std::size_t>(span.to - span.from);
      const Minutes held = ~Minutes{} >> (kMinutesADay - length)
                                             << static_cast<std::size_t>(span.from);
      if (span.kind == SpanKind::Staffed) minutes |= held;
    }
  }
  return minutes;
}

bool knows(const std::map<PlaceKey, OpeningHours>& calendars, Unit unit) {
  return std::any_of(calendars.begin(), calendars.end(),
                     [unit](const auto& place) { return place.first.unit == code(unit); });
}

/// Helps, by whether citizen service was closed.
struct ByClosing {
  std::int64_t all = 0;
  std::int64_t closed = 0;
  std::int64_t unclear = 0;
};

/// How many minutes of an hour citizen service is staffed.
class Staffed {
 public:
  explicit Staffed(const std::map<PlaceKey, OpeningHours>& calendars) : m_calendars(calendars) {}

  std::size_t minutes(Day day, int hour) {
    const auto [it, isNew] = m_days.try_emplace(day);
    if (isNew) it->second = staffed(m_calendars, Unit::CitizenService, day);
    return (it->second >> static_cast<std::size_t>(hour) * 60 & kFirstHour).count();
  }

 private:
  const std::map<PlaceKey, OpeningHours>& m_calendars;
  std::map<Day, Minutes> m_days;
};

ByClosing byCells(const MeasureSource& source, Asked unit) {
  Staffed hours{source.calendars};
  ByClosing helps;
  for (const auto& [key, n] : source.cells) {
    if (key.series != Series::Hour || key.unit != unit || !isPossible(n)) continue;
    int hour = 0;
    std::from_chars(key.item.data(), key.item.data() + key.item.size(), hour);
    const std::size_t open = hours.minutes(key.day, hour);
    helps.all += n;
    if (open == 0) helps.closed += n;
    if (open > 0 && open < 60) helps.unclear += n;
  }
  return helps;
}

/// By hours of the week: those that are always closed count, the others perhaps.
ByClosing byWeek(const MeasureSource& source, Asked unit) {
  Staffed hours{source.calendars};
  ByClosing helps;
  helps.all = Sums{source.figures, unit}.of(Series::Topic);
  std::int64_t open = 0;
  for (const auto& [key, n] : source.figures.helpsByHour) {
    if (key.second != unit) continue;
    const auto& [isoDay, hour] = key.first;
    bool always = true;
    bool never = true;
    for (Day day = source.period.from; day <= source.period.to; day += std::chrono::days{1}) {
      if (weekday(day) != isoDay) continue;
      const std::size_t minutes = hours.minutes(day, hour);
      always = always && minutes == 60;
      never = never && minutes == 0;
    }
    if (never) helps.closed += n;
    if (always) open += n;
  }
  helps.unclear = helps.all - helps.closed - open;
  return helps;
}

}  // namespace

MeasureValues whileClosed(const MeasureSource& source, Asked unit) {
  if (!knows(source.calendars, Unit::CitizenService)) return {{"", std::nullopt}};
  const ByClosing helps = source.cells.empty() ? byWeek(source, unit) : byCells(source, unit);
  auto value = share(helps.closed, helps.all);
  if (value && helps.unclear != 0) value->bound = Bound::AtLeast;
  return {{"", value}};
}

MeasureValues hoursAlone(const MeasureSource& source, Asked) {
  const auto& calendars = source.calendars;
  if (!knows(calendars, Unit::Library) || !knows(calendars, Unit::CitizenService)) {
    return {{"", std::nullopt}};
  }
  std::size_t minutes = 0;
  for (Day day = source.period.from; day <= source.period.to; day += std::chrono::days{1}) {
    const Minutes library = staffed(calendars, Unit::Library, day);
    minutes += (library & ~staffed(calendars, Unit::CitizenService, day)).count();
  }
  return {{"", MeasureValue{static_cast<double>(minutes) / 60}}};
}

}  // namespace formula

}  // namespace vejviser
