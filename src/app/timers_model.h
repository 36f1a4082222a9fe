// The timers that run, in the order they were started. They are stored at once, so they outlive
// the program.
#pragma once

#include "src/app/running_timer.h"
#include "src/app/tablet_session.h"

#include <QAbstractListModel>
#include <QQmlEngine>
#include <QTimer>
#include <vector>

namespace vejviser::app {

class TimersModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by AppContext")
  Q_PROPERTY(int count READ count NOTIFY countChanged)

 public:
  enum Role { NameRole = Qt::UserRole + 1, MinutesRole, ForgottenRole };

  explicit TimersModel(TabletSession& session, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  int count() const { return static_cast<int>(m_timers.size()); }
  bool isFull() const { return m_timers.size() >= kMostTimers; }
  /// Nothing for a row that there is not.
  std::optional<RunningTimer> at(int row) const;
  /// Adds a timer that runs. On failure nothing has changed; so for remove().
  Status add(const RunningTimer& timer);
  Status remove(int row);
  /// Minutes and names again.
  void refresh();

 signals:
  void countChanged();

 private:
  Status save(const std::vector<RunningTimer>& timers);
  bool wasStopped(const RunningTimer& timer) const;

  TabletSession& m_session;
  std::vector<RunningTimer> m_timers;
  QTimer m_tick;
};

}  // namespace vejviser::app
