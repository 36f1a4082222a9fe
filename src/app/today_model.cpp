#include "src/app/today_model.h"

#include "src/app/labels.h"
#include "src/domain/calendar.h"

#include <map>

namespace vejviser::app {

TodayModel::TodayModel(TabletSession& session, QObject* parent)
    : QAbstractListModel(parent), m_session(session) {
  connect(&session, &TabletSession::recorded, this, &TodayModel::reload);
  connect(&session, &TabletSession::dayChanged, this, &TodayModel::reload);
  reload();
}

int TodayModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : count();
}

QVariant TodayModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= count()) return {};
  const Row& row = m_rows[static_cast<std::size_t>(index.row())];
  const Fields& fields = row.help.standing.fields;
  const Topic* topic = m_session.catalogue().find(fields.topic);
  switch (role) {
    case SubjectRole:
      return toQString(toString(row.help.subject));
    case TimeRole:
      return timeLabel(row.help.standing.at);
    case NameRole:
      return topic == nullptr ? QString::fromStdString(fields.topic) : topicName(*topic);
    case GroupRole:
      return topic == nullptr ? QString{} : QString::fromStdString(topic->group);
    case DetailsRole:
      return details(fields);
    case ReferredRole:
      return row.referredTo ? unitInText(*row.referredTo) : QString{};
    default:
      return {};
  }
}

QHash<int, QByteArray> TodayModel::roleNames() const {
  return {{SubjectRole, "subject"}, {TimeRole, "time"},       {NameRole, "name"},
          {GroupRole, "group"},     {DetailsRole, "details"}, {ReferredRole, "referredTo"}};
}

QString TodayModel::details(const Fields& fields) const {
  QString text = outcomeLabel(fields.outcome) + QStringLiteral(" · ") + bandLabel(fields.band);
  if (fields.people > 1) text += QStringLiteral(" · ") + tr("%n people", "", fields.people);
  return text;
}

bool TodayModel::Row::sameAs(const Row& other) const {
  return help.subject == other.help.subject && help.standing.top == other.help.standing.top &&
         referredTo == other.referredTo;
}

std::vector<TodayModel::Row> TodayModel::read() const {
  const auto states = m_session.queries().onDay(toLocal(m_session.clock().now()).day);
  std::map<Id, Unit> referred;
  for (const store::SubjectState& state : states) {
    const auto to = unitFromCode(state.standing.fields.to);
    if (state.standing.fields.help && to) referred[*state.standing.fields.help] = *to;
  }
  std::vector<Row> rows;
  for (const store::SubjectState& state : states) {
    if (state.standing.kind != EntryKind::Help) continue;
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
