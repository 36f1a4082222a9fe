#include "src/app/guide_card.h"

#include "src/app/labels.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace vejviser::app {

/// A unit at a branch whose hours are known.
struct GuideCard::Place {
  QString name;
  Unit unit = Unit::Library;
  bool here = false;
  OpenState state;

  /// Open before closed; of the open ones this one, of the closed ones the next to open.
  auto order() const {
    return std::tuple{!state.open, state.open ? Instant{} : state.until, !here, name, unit};
  }
};

GuideCard::GuideCard(TabletSession& session, QObject* parent)
    : QObject(parent), m_session(session) {}

void GuideCard::show(const std::string& topic) {
  const Topic* found = m_session.catalogue().find(topic);
  m_topic = found == nullptr ? std::nullopt : std::optional{*found};
  reload();
}

void GuideCard::reload() {
  m_guide.reset();
  if (m_topic) {
    const Topic* topic = m_session.catalogue().find(m_topic->id);
    if (topic != nullptr) m_topic = *topic;
    const Guide* guide = m_session.municipality().guideFor(m_topic->id);
    if (guide != nullptr) m_guide = *guide;
    m_routine = readRoutine(m_session);
  }
  emit changed();
  lookAtHours();
}

QString GuideCard::topicId() const {
  return m_topic ? QString::fromStdString(m_topic->id) : QString{};
}

QString GuideCard::topicName() const {
  return m_topic ? app::topicName(*m_topic) : QString{};
}

QString GuideCard::group() const {
  return m_topic ? QString::fromStdString(m_topic->group) : QString{};
}

QString GuideCard::lastDoneText(std::optional<int> daysAgo) {
  if (!daysAgo) return tr("Never recorded here");
  if (*daysAgo == 0) return tr("Done here today");
  return tr("Last done here %n days ago", "", *daysAgo);
}

QString GuideCard::lastDone() const {
  return m_topic ? lastDoneText(m_routine.since(m_routine.here, m_topic->id)) : QString{};
}

QString GuideCard::ownLastDone() const {
  if (!m_topic || !m_routine.placed) return {};
  const auto daysAgo = m_routine.since(m_routine.own, m_topic->id);
  if (!daysAgo) return tr("Never on this tablet. Only shown here.");
  if (*daysAgo == 0) return tr("On this tablet today. Only shown here.");
  return tr("On this tablet %n days ago. Only shown here.", "", *daysAgo);
}

QString GuideCard::text(const GuideText& text) const {
  return inLanguage(text.da, text.en);
}

QStringList GuideCard::texts(std::vector<GuideText> Guide::*part) const {
  QStringList list;
  if (!m_guide) return list;
  for (const GuideText& one : (*m_guide).*part) list << text(one);
  return list;
}

QString GuideCard::line() const {
  return m_guide ? text(m_guide->line) : QString{};
}

QStringList GuideCard::steps() const {
  return texts(&Guide::steps);
}

QStringList GuideCard::bring() const {
  return texts(&Guide::bring);
}

QStringList GuideCard::notes() const {
  return texts(&Guide::notes);
}

QString GuideCard::owner() const {
  return m_guide ? text(m_guide->owner) : QString{};
}

QString GuideCard::checked() const {
  return m_guide && m_guide->checkedOn ? dayLabel(*m_guide->checkedOn) : QString{};
}

/// The one place that decides it: the catalogue says which unit helps with the topic, but who may
/// take a decision follows the person's role, in whichever unit.
bool GuideCard::canDo(Unit unit) const {
  if (!m_topic->authority) return m_topic->offeredBy(unit);
  return !m_session.municipality().line.ableTo(*m_topic, unit).empty();
}

/// The unit; where only some of its people can, what these are.
QString GuideCard::whoIn(Unit unit) const {
  const AuthorityLine& line = m_session.municipality().line;
  const std::vector<Role> able = line.ableTo(*m_topic, unit);
  const auto ofUnit = [unit](const Role& role) { return role.unit == unit; };
  const auto all = std::count_if(line.roles().begin(), line.roles().end(), ofUnit);
  if (static_cast<std::size_t>(all) == able.size()) return unitLabel(unit);
  QStringList names;
  for (const Role& role : able) names << inLanguage(role.nameDa, role.nameEn);
  return names.join(QStringLiteral(", "));
}

/// A unit that nobody has told the hours of may not be at that branch at all, so it is not named.
std::vector<GuideCard::Place> GuideCard::places(Instant now) const {
  const store::Municipality& municipality = m_session.municipality();
  const store::Workplace workplace = m_session.store().workplace();
  std::vector<Place> places;
  for (const auto& [key, hours] : municipality.hours) {
    const auto unit = unitFromCode(key.unit);
    const Branch* branch = municipality.branch(key.place);
    if (!unit || branch == nullptr || !canDo(*unit)) continue;
    const bool here = key.place == workplace.branch && unit == workplace.unit;
    places.push_back({QString::fromStdString(branch->name), *unit, here, hours.at(now)});
  }
  std::sort(places.begin(), places.end(),
            [](const Place& a, const Place& b) { return a.order() < b.order(); });
  return places;
}

void GuideCard::lookAtHours() {
  QVariantList rows;
  const Instant now = m_session.clock().now();
  for (const Place& place : m_topic ? places(now) : std::vector<Place>{}) {
    rows << QVariantMap{{"place", place.name},
                        {"unit", whoIn(place.unit)},
                        {"open", place.state.open},
                        {"hours", openLabel(place.state, now)},
                        {"here", place.here}};
  }
  if (std::exchange(m_whoCan, rows) != rows) emit whoCanChanged();
}

}  // namespace vejviser::app
