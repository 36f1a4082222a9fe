#include "src/app/timers_model.h"

#include "src/app/labels.h"

#include <algorithm>

namespace vejviser::app {

namespace {
constexpr const char* kSetting = "timers";
/// Minutes are shown: often enough that none is shown long after it has passed.
constexpr std::chrono::seconds kTick{10};
}  // namespace

TimersModel::TimersModel(TabletSession& session, QObject* parent)
    : QAbstractListModel(parent), m_session(session) {
  m_timers = timersFromText(session.store().setting(kSetting).value_or(""));
  std::erase_if(m_timers, [this](const RunningTimer& timer) { return wasStopped(timer); });
  connect(&m_tick, &QTimer::timeout, this, &TimersModel::refresh);
  connect(&session, &TabletSession::pulled, this, &TimersModel::refresh);
  m_tick.start(kTick);
}

int TimersModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : count();
}

QVariant TimersModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= count()) return {};
  const RunningTimer& timer = m_timers[static_cast<std::size_t>(index.row())];
  switch (role) {
    case NameRole:
      return topicName(m_session.catalogue(), timer.topic);
    case MinutesRole:
      return static_cast<int>(
          std::chrono::floor<std::chrono::minutes>(runningFor(timer, m_session.clock())).count());
    case ForgottenRole:
      return isForgotten(timer, m_session.clock());
    default:
      return {};
  }
}

QHash<int, QByteArray> TimersModel::roleNames() const {
  return {{NameRole, "name"}, {MinutesRole, "minutes"}, {ForgottenRole, "forgotten"}};
}

std::optional<RunningTimer> TimersModel::at(int row) const {
  if (row < 0 || row >= count()) return std::nullopt;
  return m_timers[static_cast<std::size_t>(row)];
}

Status TimersModel::add(const RunningTimer& timer) {
  std::vector<RunningTimer> timers = m_timers;
  timers.push_back(timer);
  if (const Status status = save(timers); !status) return status;
  beginInsertRows({}, count(), count());
  m_timers = std::move(timers);
  endInsertRows();
  emit countChanged();
  return {};
}

Status TimersModel::remove(int row) {
  if (row < 0 || row >= count()) return {};
  std::vector<RunningTimer> timers = m_timers;
  timers.erase(timers.begin() + row);
  const Status status = save(timers);
  if (!status) return status;
  beginRemoveRows({}, row, row);
  m_timers = std::move(timers);
  endRemoveRows();
  emit countChanged();
  return {};
}

void TimersModel::refresh() {
  if (count() > 0) emit dataChanged(index(0), index(count() - 1));
}

Status TimersModel::save(const std::vector<RunningTimer>& timers) {
  return m_session.store().setSetting(kSetting, toText(timers));
}

/// Its help is stored before the timer goes: a crash between the two must not count it twice.
bool TimersModel::wasStopped(const RunningTimer& timer) const {
  const auto helps = m_session.queries().onDay(toLocal(timer.start).day);
  return std::ranges::any_of(helps, [&](const store::SubjectState& state) {
    const Fields& fields = state.standing.fields;
    return state.standing.kind == EntryKind::Help && fields.topic == timer.topic &&
           fields.when == timer.start;
  });
}

}  // namespace vejviser::app
