#include "src/app/today_model.h"

#include "src/app/help_words.h"
#include "src/app/labels.h"
#include "src/domain/calendar.h"

#include <map>

namespace vejviser::app {

namespace {

QString mark(const Standing& standing) {
  if (standing.kind == EntryKind::Quiet) return QStringLiteral("hourglass_empty");
  return isDiscreet(standing.fields) ? QStringLiteral("lock") : QString{};
}

}  // namespace

TodayModel::TodayModel(TabletSession& session, QObject* parent)
    : QAbstractListModel(parent), m_session(session) {
  connect(&session, &TabletSession::recorded, this, &TodayModel::reload);
  connect(&session, &TabletSession::dayChanged, this, &TodayModel::reload);
}

void TodayModel::setShown(bool shown) {
  if (shown == m_shown) return;
  m_shown = shown;
  emit shownChanged();
  reload();
}

int TodayModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : count();
}

QVariant TodayModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= count()) return {};
  const Row& row = m_rows[static_cast<std::size_t>(index.row())];
  const Standing& standing = row.help.standing;
  const bool hidden = isDiscreet(standing.fields);
  switch (role) {
    case SubjectRole:
      return toQString(toString(row.help.subject));
    case TimeRole:
      return time(standing);
    case NameRole:
      return name(standing);
    case GroupRole:
      return hidden ? QString{} : topicGroup(m_session.catalogue(), standing.fields.topic);
    case DetailsRole:
      return hidden ? QString{} : details(standing);
    case ReferredRole:
      return row.referredTo && !hidden ? unitInText(*row.referredTo) : QString{};
    case MarkRole:
      return mark(standing);
    case LateRole:
      return standing.kind == EntryKind::Help && isLate(standing.fields);
    default:
      return {};
  }
}

QHash<int, QByteArray> TodayModel::roleNames() const {
  return {{SubjectRole, "subject"}, {TimeRole, "time"},       {NameRole, "name"},
          {GroupRole, "group"},     {DetailsRole, "details"}, {ReferredRole, "referredTo"},
          {MarkRole, "mark"},       {LateRole, "late"}};
}

QString TodayModel::time(const Standing& standing) const {
  if (standing.kind == EntryKind::Quiet) return hourLabel(standing.at);
  return momentLabel(standing.at, m_session.clock().now());
}

QString TodayModel::name(const Standing& standing) const {
  if (standing.kind == EntryKind::Quiet) return quietLabel();
  if (isDiscreet(standing.fields)) return privateRoomLabel();
  return topicName(m_session.catalogue(), standing.fields.topic);
}

QString TodayModel::details(const Standing& standing) const {
  if (standing.kind == EntryKind::Quiet) return {};
  const Fields& fields = standing.fields;
  QStringList said{outcomeLabel(fields.outcome)};
  if (fields.timing == Timing::Forgotten) {
    said << tr("Time not known");
  } else {
    said << bandLabel(fields.band);
  }
  if (fields.timing == Timing::Timed) said << tr("Timed");
  if (fields.people > 1) said << tr("%n people", "", fields.people);
  said << saidBeside(fields);
  return said.join(QStringLiteral(" · "));
}

bool TodayModel::Row::sameAs(const Row& other) const {
  return help.subject == other.help.subject && help.standing.top == other.help.standing.top &&
         referredTo == other.referredTo;
}

std::vector<TodayModel::Row> TodayModel::read() const {
  const Day today = toLocal(m_session.clock().now()).day;
  auto states = m_session.queries().onDay(today);
  const auto late = m_session.queries().loggedLateOn(today);
  states.insert(states.end(), late.begin(), late.end());
  std::map<Id, Unit> referred;
  for (const store::SubjectState& state : states) {
    const auto to = unitFromCode(state.standing.fields.to);
    if (state.standing.fields.help && to) referred[*state.standing.fields.help] = *to;
  }
  std::vector<Row> rows;
  for (const store::SubjectState& state : states) {
    const EntryKind kind = state.standing.kind;
    if (kind != EntryKind::Help && kind != EntryKind::Quiet) continue;
    const auto it = referred.find(state.subject);
    rows.push_back({state, it == referred.end() ? std::nullopt : std::optional{it->second}});
  }
  return rows;
}

void TodayModel::retranslate() {
  if (count() > 0) emit dataChanged(index(0), index(count() - 1));
}

/// The usual changes, a new row on top or a changed one, keep the list where it is.
void TodayModel::reload() {
  if (!m_shown) return;
  std::vector<Row> rows = read();
  const std::size_t before = m_rows.size();
  if (rows.size() == before + 1 && (before == 0 || rows[1].sameAs(m_rows[0]))) {
    beginInsertRows({}, 0, 0);
    m_rows = std::move(rows);
    endInsertRows();
  } else if (rows.size() == before) {
    std::swap(m_rows, rows);
    for (std::size_t i = 0; i < before; ++i) {
      if (m_rows[i].sameAs(rows[i])) continue;
      const QModelIndex changed = index(static_cast<int>(i));
      emit dataChanged(changed, changed);
    }
  } else {
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
  }
  emit countChanged();
}

}  // namespace vejviser::app
