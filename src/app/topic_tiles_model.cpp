#include "src/app/topic_tiles_model.h"

#include "src/app/labels.h"
#include "src/domain/calendar.h"
#include "src/domain/search.h"

#include <algorithm>

namespace vejviser::app {

namespace {
constexpr std::chrono::days kUseWindow{28};  // four whole weeks: every weekday counts alike
}

TopicTilesModel::TopicTilesModel(TabletSession& session, QObject* parent)
    : QAbstractListModel(parent), m_session(session) {
  connect(&session, &TabletSession::recorded, this, &TopicTilesModel::countToday);
  connect(&session, &TabletSession::workplaceChanged, this, &TopicTilesModel::reorder);
  connect(&session, &TabletSession::dayChanged, this, &TopicTilesModel::reorder);
  connect(&session, &TabletSession::pulled, this, [this] {
    if (m_session.catalogue().topics() != m_topics) reorder();
  });
  reorder();
}

int TopicTilesModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : count();
}

QVariant TopicTilesModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= count()) return {};
  const Tile& tile = m_tiles[m_shown[static_cast<std::size_t>(index.row())]];
  switch (role) {
    case TopicIdRole:
      return QString::fromStdString(tile.topic.id);
    case NameRole:
      return topicName(tile.topic);
    case GroupRole:
      return QString::fromStdString(tile.topic.group);
    case AuthorityRole:
      return tile.topic.authority;
    case OfferedRole:
      return tile.offered;
    case TodayRole: {
      const auto it = m_today.find(tile.topic.id);
      return it == m_today.end() ? 0 : static_cast<int>(it->second);
    }
    default:
      return {};
  }
}

QHash<int, QByteArray> TopicTilesModel::roleNames() const {
  return {{TopicIdRole, "topicId"},     {NameRole, "name"},       {GroupRole, "group"},
          {AuthorityRole, "authority"}, {OfferedRole, "offered"}, {TodayRole, "today"}};
}

void TopicTilesModel::setSearch(const QString& search) {
  if (search == m_search) return;
  m_search = search;
  emit searchChanged();
  filter();
}

void TopicTilesModel::setDaysBack(int daysBack) {
  if (daysBack == m_daysBack) return;
  m_daysBack = daysBack;
  emit daysBackChanged();
  filter();
}

QString TopicTilesModel::firstTopic() const {
  return m_shown.empty() ? QString{} : QString::fromStdString(m_tiles[m_shown.front()].topic.id);
}

void TopicTilesModel::retranslate() {
  if (count() > 0) emit dataChanged(index(0), index(count() - 1), {NameRole});
}

void TopicTilesModel::reorder() {
  m_orderedOn = toLocal(m_session.clock().now()).day;
  const Unit unit = m_session.store().workplace().unit.value_or(Unit::Library);
  auto use = m_session.queries().topicUse(m_orderedOn - kUseWindow);
  const auto today = m_session.queries().topicUse(m_orderedOn);
  for (const auto& [topic, n] : today) use[topic] -= n;  // today must not move a tile
  m_topics = m_session.catalogue().topics();
  m_tiles.clear();
  for (const Topic& topic : m_topics) {
    const std::string text = topic.nameDa + " " + topic.nameEn + " " + topic.selfService;
    m_tiles.push_back({topic, foldForSearch(text), topic.offeredBy(unit), use[topic.id]});
  }
  std::stable_sort(m_tiles.begin(), m_tiles.end(), [](const Tile& a, const Tile& b) {
    if (a.used != b.used) return a.used > b.used;
    return a.offered && !b.offered;
  });
  m_today = today;
  filter();
}

void TopicTilesModel::filter() {
  const std::string query = foldForSearch(m_search.toStdString());
  const Day day = m_orderedOn - std::chrono::days{m_daysBack};
  std::vector<std::pair<int, std::size_t>> found;
  for (std::size_t i = 0; i < m_tiles.size(); ++i) {
    if (!m_tiles[i].topic.validOn(day)) continue;
    const auto rank = searchRank(query, m_tiles[i].searchText);
    if (rank) found.emplace_back(*rank, i);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  beginResetModel();
  m_shown.clear();
  for (const auto& [rank, place] : found) m_shown.push_back(place);
  endResetModel();
  emit countChanged();
}

void TopicTilesModel::countToday() {
  const Day day = toLocal(m_session.clock().now()).day;
  if (day != m_orderedOn) return reorder();
  m_today = m_session.queries().topicUse(day);
  if (count() > 0) emit dataChanged(index(0), index(count() - 1), {TodayRole});
}

}  // namespace vejviser::app
