#include "src/app/guides_model.h"

#include "src/app/labels.h"
#include "src/domain/search.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace vejviser::app {

namespace {
constexpr std::chrono::minutes kHoursLook{1};  // opening hours are told by the minute
}

GuidesModel::GuidesModel(TabletSession& session, QObject* parent)
    : QAbstractListModel(parent), m_session(session), m_card(session) {
  for (const auto signal : {&TabletSession::recorded, &TabletSession::pulled,
                            &TabletSession::dayChanged, &TabletSession::workplaceChanged}) {
    connect(&session, signal, this, &GuidesModel::reload);
  }
  m_minute.setInterval(kHoursLook);
  connect(&m_minute, &QTimer::timeout, &m_card, &GuideCard::lookAtHours);
}

int GuidesModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : count();
}

QVariant GuidesModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= count()) return {};
  const Row& row = m_rows[static_cast<std::size_t>(index.row())];
  switch (role) {
    case TopicIdRole:
      return QString::fromStdString(row.topic.id);
    case NameRole:
      return topicName(row.topic);
    case GroupRole:
      return QString::fromStdString(row.topic.group);
    case AuthorityRole:
      return row.topic.authority;
    case LastDoneRole:
      return GuideCard::lastDoneText(row.daysAgo);
    case GapRole:
      return row.gap;
    case HasCardRole:
      return row.hasCard;
    default:
      return {};
  }
}

QHash<int, QByteArray> GuidesModel::roleNames() const {
  return {{TopicIdRole, "topicId"},     {NameRole, "name"},         {GroupRole, "group"},
          {AuthorityRole, "authority"}, {LastDoneRole, "lastDone"}, {GapRole, "gap"},
          {HasCardRole, "hasCard"}};
}

void GuidesModel::setShown(bool shown) {
  if (std::exchange(m_shown, shown) == shown) return;
  emit shownChanged();
  if (!shown) return m_minute.stop();
  m_minute.start();
  reload();
}

void GuidesModel::setSearch(const QString& search) {
  if (std::exchange(m_search, search) == search) return;
  emit searchChanged();
  filter();
}

void GuidesModel::setGapsOnly(bool gapsOnly) {
  if (std::exchange(m_gapsOnly, gapsOnly) == gapsOnly) return;
  emit gapsOnlyChanged();
  filter();
}

void GuidesModel::open(const QString& topic) {
  m_card.show(topic.toStdString());
}

void GuidesModel::close() {
  m_card.show({});
}

int GuidesModel::placeOf(const QString& topic) const {
  const auto it = std::find_if(m_rows.begin(), m_rows.end(), [id = topic.toStdString()](auto& row) {
    return row.topic.id == id;
  });
  return it == m_rows.end() ? -1 : static_cast<int>(it - m_rows.begin());
}

void GuidesModel::retranslate() {
  if (count() > 0) emit dataChanged(index(0), index(count() - 1));
  m_card.reload();
}

void GuidesModel::reload() {
  if (!m_shown) return;
  m_all = read();
  filter();
  m_card.reload();
}

/// What has a gap comes first. Of that, what this unit helps with, and what one once knew here
/// before what nobody has met; the longest ago first.
std::vector<GuidesModel::Row> GuidesModel::read() const {
  const Routine routine = readRoutine(m_session);
  const Unit unit = m_session.store().workplace().unit.value_or(Unit::Library);
  std::vector<Row> rows;
  const Day today = toLocal(m_session.clock().now()).day;
  for (const Topic& topic : m_session.catalogue().topics()) {
    if (!topic.validOn(today)) continue;
    const bool hasCard = m_session.municipality().guideFor(topic.id) != nullptr;
    const auto daysAgo = routine.since(routine.here, topic.id);
    if (hasCard || daysAgo) rows.push_back({topic, daysAgo, routine.hasGap(topic.id), hasCard});
  }
  std::stable_sort(rows.begin(), rows.end(), [unit](const Row& a, const Row& b) {
    const auto order = [unit](const Row& row) {
      return std::tuple{!row.gap, !row.topic.offeredBy(unit), !row.daysAgo,
                        -row.daysAgo.value_or(0)};
    };
    return order(a) < order(b);
  });
  return rows;
}

std::vector<GuidesModel::Row> GuidesModel::found() const {
  const std::string query = foldForSearch(m_search.toStdString());
  std::vector<std::pair<int, const Row*>> ranked;
  for (const Row& row : m_all) {
    const Topic& topic = row.topic;
    const std::string text = topic.nameDa + " " + topic.nameEn + " " + topic.selfService;
    const auto rank = searchRank(query, foldForSearch(text));
    if (rank && (row.gap || !m_gapsOnly)) ranked.emplace_back(*rank, &row);
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Row> rows;
  for (const auto& [rank, row] : ranked) rows.push_back(*row);
  return rows;
}

/// A list that has not changed stays where it is.
void GuidesModel::filter() {
  std::vector<Row> rows = found();
  if (rows == m_rows) return;
  beginResetModel();
  m_rows = std::move(rows);
  endResetModel();
  emit countChanged();
}

}  // namespace vejviser::app
