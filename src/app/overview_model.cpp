#include "src/app/overview_model.h"

#include "src/app/labels.h"
#include "src/domain/calendar.h"

#include <algorithm>
#include <map>

namespace vejviser::app {

namespace {
constexpr int kFirstHour = 8;  // shown even when nobody came
constexpr int kLastHour = 18;
}  // namespace

OverviewModel::OverviewModel(TabletSession& session, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_ownTopics(new UnitRowsModel(this)),
      m_topics(new UnitRowsModel(this)) {
  connect(&session, &TabletSession::recorded, this, &OverviewModel::reload);
  connect(&session, &TabletSession::pulled, this, &OverviewModel::reload);
  connect(&session, &TabletSession::dayChanged, this, &OverviewModel::reload);
}

void OverviewModel::setShown(bool shown) {
  if (shown == m_shown) return;
  m_shown = shown;
  reload();
}

void OverviewModel::setDays(int days) {
  if (days == m_days || days < 1) return;
  m_days = days;
  reload();
}

bool OverviewModel::hasShared() const {
  return m_session.syncStatus().pulledAt.has_value();
}

QString OverviewModel::sharedAsOf() const {
  const auto last = m_session.syncStatus().pulledAt;
  return last ? momentLabel(*last, m_session.clock().now()) : QString{};
}

std::int64_t OverviewModel::referrals(Unit from, Unit to) const {
  const auto it = m_shared.referralsTo.find({from, std::string{code(to)}});
  return it == m_shared.referralsTo.end() ? 0 : it->second;
}

int OverviewModel::libraryToCitizenService() const {
  return static_cast<int>(referrals(Unit::Library, Unit::CitizenService));
}

int OverviewModel::citizenServiceToLibrary() const {
  return static_cast<int>(referrals(Unit::CitizenService, Unit::Library));
}

std::int64_t OverviewModel::helpsAt(int weekday, int hour) const {
  std::int64_t helps = 0;
  for (Unit unit : kAllUnits) {
    const auto it = m_shared.helpsByHour.find({{weekday, hour}, unit});
    if (it != m_shared.helpsByHour.end()) helps += it->second;
  }
  return helps;
}

QVariantList OverviewModel::hours() const {
  int first = kFirstHour;
  int last = kLastHour;
  for (const auto& [key, n] : m_shared.helpsByHour) {
    first = std::min(first, key.first.second);
    last = std::max(last, key.first.second);
  }
  QVariantList rows;
  for (int hour = first; hour <= last; ++hour) {
    QVariantList cells;
    for (int weekday = 1; weekday <= 7; ++weekday) {
      cells.append(static_cast<int>(helpsAt(weekday, hour)));
    }
    rows.append(QVariantMap{{"hour", hour}, {"cells", cells}});
  }
  return rows;
}

int OverviewModel::highestHour() const {
  std::int64_t most = 1;
  for (const auto& [key, n] : m_shared.helpsByHour) {
    most = std::max(most, helpsAt(key.first.first, key.first.second));
  }
  return static_cast<int>(most);
}

std::vector<UnitRow> OverviewModel::topicRows(const Figures& figures) const {
  std::map<std::string, UnitRow> rows;
  for (const auto& [key, n] : figures.helpsByTopic) {
    UnitRow& row = rows[key.first];
    row.name = topicName(m_session.catalogue(), key.first);
    (key.second == Unit::Library ? row.library : row.citizenService) += n;
  }
  std::vector<UnitRow> list;
  for (const auto& [id, row] : rows) list.push_back(row);
  return list;
}

void OverviewModel::reload() {
  if (!m_shown) return;
  const Day today = toLocal(m_session.clock().now()).day;
  m_own = m_session.queries().ownFigures({today, today});
  m_shared = m_session.queries().sharedFigures({today - std::chrono::days{m_days - 1}, today});
  m_ownTopics->setRows(topicRows(m_own));
  m_topics->setRows(topicRows(m_shared));
  emit changed();
}

}  // namespace vejviser::app
