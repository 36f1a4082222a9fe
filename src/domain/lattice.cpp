#include "src/domain/lattice.h"

#include "src/domain/measures.h"

#include <algorithm>
#include <utility>

namespace vejviser::lattice {

namespace {

/// Desks are staffed within these hours; a help outside them tells.
constexpr int kFirstHour = 7;
constexpr int kLastHour = 20;

Table tableOf(Series series) {
  return static_cast<Table>(series);
}

template <auto first, decltype(first) last>
std::set<std::string> words() {
  std::set<std::string> all;
  for (int i = static_cast<int>(first); i <= static_cast<int>(last); ++i) {
    all.emplace(code(static_cast<decltype(first)>(i)));
  }
  return all;
}

std::int64_t sumOf(const Group& group) {
  std::int64_t sum = 0;
  for (const Node& cell : group.cells) sum += cell.n;
  return sum;
}

}  // namespace

Node Lattice::helps() const {
  Node node = sum("helps", tableOf(Series::Topic));
  node.parts = {classes(),
                weekdays(),
                divided(kByBranch, {}, false),
                outcomes(),
                divided(Series::Channel, words<Channel::InPerson, Channel::Screen>(), false),
                divided(Series::Role, {}, true),
                divided(Series::Room, words<Room::Used, Room::NoneHere>(), true),
                divided(Series::Language, {}, true),
                divided(Series::Followup, {""}, true),
                bands()};
  return node;
}

Node Lattice::referrals() const {
  const Table table = tableOf(Series::Referral);
  Node node = sum("referrals", table);
  std::set<std::string> units;
  for (const Unit unit : kAllUnits) units.emplace(code(unit));
  Group destinations = divided(Series::Referral, units, false);
  destinations.pool = Line{table, m_unit, std::string(1, kPool)};
  for (Node& destination : destinations.cells) {
    std::set<std::string> receptions;
    for (const char* word : {"accepted", "declined", "wrong_door", "done"}) {
      receptions.insert(destination.line.item + ":" + word);
    }
    destination.parts = {group(tableOf(Series::Reception), destination.line.item, receptions)};
    destination.parts[0].hasRest = true;
  }
  node.parts = {destinations};
  return node;
}

Node Lattice::replies() const {
  Node node = sum("replies", tableOf(Series::Reception));
  const std::set<std::string> steps = {"1h", "4h", "1d", "3d", "7d", "more"};
  node.parts = {group(tableOf(Series::Accepting), "", steps)};
  return node;
}

std::int64_t Lattice::total(Series series) const {
  return sum("", tableOf(series)).n;
}
Line Lattice::line(Series series) const {
  return {tableOf(series), m_unit, ""};
}

Node Lattice::leaf(Table table, const std::string& item) const {
  const Line line{table, m_unit, item};
  const auto it = m_counts.find(line);
  return {line, it == m_counts.end() ? 0 : it->second};
}
Node Lattice::sum(const std::string& item, Table of) const {
  Node node{{kByUnit, m_unit, item}};
  for (auto it = m_counts.lower_bound({of, m_unit, ""});
       it != m_counts.end() && it->first.table == of && it->first.unit == m_unit; ++it) {
    node.n += it->second;
  }
  return node;
}
std::set<std::string> Lattice::items(Table table) const {
  std::set<std::string> found;
  for (auto it = m_counts.lower_bound({table, m_unit, ""});
       it != m_counts.end() && it->first.table == table && it->first.unit == m_unit; ++it) {
    found.insert(it->first.item);
  }
  return found;
}

Group Lattice::group(Table table, const std::string& name,
                     const std::set<std::string>& known) const {
  Group group{{table, m_unit, kAllWithheld + name}};
  for (const std::string& item : known) group.cells.push_back(leaf(table, item));
  return group;
}
void Lattice::addTelling(Group& group, const std::string& item) const {
  const bool isThere = std::any_of(group.cells.begin(), group.cells.end(),
                                   [&](const Node& cell) { return cell.line.item == item; });
  if (isThere) return;
  group.cells.push_back(leaf(group.all.table, item));
  group.cells.back().tells = true;
}
Group Lattice::divided(Table table, const std::set<std::string>& known, bool hasRest) const {
  Group all = group(table, "", known);
  all.hasRest = hasRest;
  for (const std::string& item : items(table)) addTelling(all, item);
  return all;
}
Group Lattice::divided(Series series, const std::set<std::string>& known, bool hasRest) const {
  return divided(tableOf(series), known, hasRest);
}

Group Lattice::classes() const {
  const Table table = tableOf(Series::Topic);
  std::map<std::string, std::set<std::string>> topics;
  const std::string unknown{iso2789Class(nullptr)};
  topics[unknown] = {};
  for (const Topic& topic : m_catalogue.topics()) {
    topics[std::string{iso2789Class(&topic)}].insert(topic.id);
  }
  Group classes = group(kByClass, "", {});
  classes.pool = Line{table, m_unit, std::string(1, kPool)};
  for (const auto& [name, ids] : topics) {
    Group its = group(table, name, ids);
    its.pool = Line{table, m_unit, kPool + name};
    if (name == unknown) {
      for (const std::string& item : items(table)) {
        if (m_catalogue.find(item) == nullptr) addTelling(its, item);
      }
    }
    Node node{{kByClass, m_unit, name}, sumOf(its), {its}};
    if (name == "authority") {
      node.parts.push_back(divided(Series::Act, words<Act::Guide, Act::HandOver>(), true));
    }
    classes.cells.push_back(std::move(node));
  }
  return classes;
}

Group Lattice::weekdays() const {
  Group weekdays = group(kByWeekday, "", {});
  for (int isoDay = 1; isoDay <= 7; ++isoDay) {
    const std::string name = std::to_string(isoDay);
    std::set<std::string> days;
    const Day last{m_month / std::chrono::last};
    for (Day day{m_month / 1}; day <= last; day += std::chrono::days{1}) {
      if (weekday(day) == isoDay) days.insert(toString(day));
    }
    std::set<std::string> hours;
    for (int hour = kFirstHour; hour <= kLastHour; ++hour) {
      hours.insert(toString(WeekdayHour{isoDay, hour}));
    }
    const Group its = group(kByDay, name, days);
    Group byHour = group(kByHour, name, hours);
    for (const std::string& item : items(kByHour)) {
      if (item.starts_with(name)) addTelling(byHour, item);
    }
    weekdays.cells.push_back({{kByWeekday, m_unit, name}, sumOf(its), {its, byHour}});
  }
  return weekdays;
}

Group Lattice::outcomes() const {
  Group outcomes = divided(Series::Outcome, words<Outcome::Alone, Outcome::TurnedAway>(), false);
  for (Node& outcome : outcomes.cells) {
    if (outcome.line.item != code(Outcome::TurnedAway)) continue;
    outcome.parts = {divided(Series::Refusal, words<Refusal::Closing, Refusal::Other>(), true)};
  }
  return outcomes;
}

/// The rest of the bands are forgotten timers, that of a band what no timer measured.
Group Lattice::bands() const {
  Group bands = divided(Series::Band, words<Band::Under5, Band::Over60>(), true);
  for (Node& band : bands.cells) {
    band.parts = {group(tableOf(Series::Timed), band.line.item, {band.line.item})};
    band.parts[0].hasRest = true;
  }
  return bands;
}

Line groupOf(const Line& line, Unit unit, const Catalogue& catalogue) {
  std::string name;
  if (line.table == tableOf(Series::Topic)) name = iso2789Class(catalogue.find(line.item));
  if (line.table == kByHour) name = line.item.substr(0, 1);
  return {line.table, unit, kAllWithheld + name};
}

}  // namespace vejviser::lattice
