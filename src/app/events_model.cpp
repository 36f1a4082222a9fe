#include "src/app/events_model.h"

#include "src/app/labels.h"
#include "src/app/places.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace vejviser::app {

namespace {

/// Cards made at once: some screens full, and quick to make.
constexpr int kStep = 40;

int sum(const std::vector<store::SharedSubject>& events, int Fields::*member) {
  return std::accumulate(events.begin(), events.end(), 0, [&](int n, const auto& event) {
    return n + event.standing.fields.*member;
  });
}

QString dateText(Day day) {
  const std::chrono::year_month_day date{day};
  return QStringLiteral("%1-%2-%3")
      .arg(static_cast<unsigned>(date.day()))
      .arg(static_cast<unsigned>(date.month()))
      .arg(static_cast<int>(date.year()));
}

bool sameRow(const store::SharedSubject& a, const store::SharedSubject& b) {
  return a.subject == b.subject && a.own == b.own && a.standing == b.standing;
}

}  // namespace

EventsModel::EventsModel(TabletSession& session, QObject* parent)
    : QAbstractListModel(parent), m_session(session), m_most(kStep) {
  connect(&session, &TabletSession::recorded, this, &EventsModel::reload);
  connect(&session, &TabletSession::pulled, this, &EventsModel::reload);
  connect(&session, &TabletSession::dayChanged, this, &EventsModel::reload);
}

int EventsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : std::min(count(), m_most);
}

QVariant EventsModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) return {};
  const store::SharedSubject& event = m_events[static_cast<std::size_t>(index.row())];
  const Fields& fields = event.standing.fields;
  switch (role) {
    case SubjectRole:
      return toQString(toString(event.subject));
    case NameRole:
      return topicName(m_session.catalogue(), fields.topic);
    case GroupRole:
      return topicGroup(m_session.catalogue(), fields.topic);
    case OwnRole:
      return event.own;
    case PeopleRole:
      return peopleText(fields);
    case HoursRole:
      return hoursText(fields);
    case WhenRole:
      return whenText(event.standing);
    case LoggedByRole:
      return event.own ? QString{} : tr("Logged by %1").arg(unitInText(fields.unit));
    default:
      return {};
  }
}

QHash<int, QByteArray> EventsModel::roleNames() const {
  return {{SubjectRole, "subject"}, {NameRole, "name"},        {GroupRole, "group"},
          {OwnRole, "own"},         {PeopleRole, "people"},    {HoursRole, "hours"},
          {WhenRole, "when"},       {LoggedByRole, "loggedBy"}};
}

QString EventsModel::peopleText(const Fields& fields) const {
  const QString people = tr("%Ln took part", "", fields.attendance);
  return people + QStringLiteral(" · ") + audienceLabel(fields.audience);
}

QString EventsModel::hoursText(const Fields& fields) const {
  const QString library = app::hoursText(fields.library_min);
  const QString citizenService = app::hoursText(fields.citizenService_min);
  if (fields.citizenService_min == 0) {
    return fields.library_min == 0 ? QString{} : tr("Library %1 h").arg(library);
  }
  if (fields.library_min == 0) return tr("Citizen service %1 h").arg(citizenService);
  return tr("Library %1 h, citizen service %2 h").arg(library, citizenService);
}

QString EventsModel::whenText(const Standing& event) const {
  const QString when = tr("%1 at %2").arg(dateText(toLocal(event.at).day), timeLabel(event.at));
  if (event.fields.branch.empty()) return when;
  return when + QStringLiteral(" · ") + branchName(m_session.municipality(), event.fields.branch);
}

int EventsModel::people() const {
  return sum(m_events, &Fields::attendance);
}

QString EventsModel::libraryHours() const {
  return app::hoursText(sum(m_events, &Fields::library_min));
}

QString EventsModel::citizenServiceHours() const {
  return app::hoursText(sum(m_events, &Fields::citizenService_min));
}

void EventsModel::setShown(bool shown) {
  if (std::exchange(m_shown, shown) == shown) return;
  reload();
  emit totalsChanged();
}

void EventsModel::setDays(int days) {
  if (days < 1 || days > longest() || std::exchange(m_days, days) == days) return;
  reload();
  emit totalsChanged();
}

void EventsModel::showMore() {
  const int listed = rowCount();
  if (left() == 0) return;
  beginInsertRows({}, listed, std::min(count(), listed + kStep) - 1);
  m_most = listed + kStep;
  endInsertRows();
  emit totalsChanged();
}

void EventsModel::retranslate() {
  if (count() > 0) emit dataChanged(index(0), index(rowCount() - 1));
  emit totalsChanged();
}

void EventsModel::reload() {
  if (!m_shown) return;
  const Day first = toLocal(m_session.clock().now()).day - std::chrono::days{m_days};
  become(m_session.shared().events(fromLocal({first, 0, 0})));
}

/// What came of a pull that brought nothing new keeps the list where it is.
void EventsModel::become(std::vector<store::SharedSubject> events) {
  const bool same =
      std::equal(events.begin(), events.end(), m_events.begin(), m_events.end(), sameRow);
  if (same) return retranslate();  // a topic or a branch may have another name
  beginResetModel();
  m_events = std::move(events);
  endResetModel();
  emit totalsChanged();
}

}  // namespace vejviser::app
