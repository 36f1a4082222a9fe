// The tablet as the app's models use it: they ask it and hear from it on the screen's thread,
// while sync runs on its own.
#pragma once

#include "src/domain/calendar.h"
#include "sync/engine/sync_thread.h"
#include "sync/engine/tablet.h"

#include <QObject>
#include <QString>
#include <QTimer>
#include <memory>

namespace vejviser::app {

class TabletSession : public QObject {
  Q_OBJECT

 public:
  static Result<std::unique_ptr<TabletSession>> open(const engine::TabletOptions& options);
  ~TabletSession() override;

  const store::Queries& queries() const { return m_tablet->queries(); }
  engine::Recorder& recorder() { return m_tablet->recorder(); }
  store::TabletStore& store() { return m_tablet->store(); }
  const Clock& clock() const { return m_tablet->clock(); }
  const store::SharedQueries& shared() const { return m_tablet->store().shared(); }
  const store::Municipality& municipality() const { return m_municipality; }
  const Catalogue& catalogue() const { return m_municipality.catalogue; }
  const engine::SyncStatus& syncStatus() const { return m_status; }
  Fields fieldsFor(const Topic& topic) const {
    return engine::fieldsFor(topic, m_municipality.line, m_tablet->store().workplace());
  }

  /// Sends what waits, and what the hub could not read once more.
  void sendNow();
  /// Sends an entry that the hub could not read once more, and what waits.
  void retry(const Id& entry);
  /// Ends with enrolFinished().
  void enrol(const QString& address, const QString& code);
  Status setWorkplace(const store::Workplace& workplace);

 signals:
  void recorded();          ///< the journal has grown
  void pulled();            ///< shared figures, catalogue or branches may have changed
  void statusChanged();     ///< of sync
  void workplaceChanged();  ///< unit, branch or hub
  void dayChanged();        ///< a new local day has begun
  void enrolFinished(const Status& status);

 private:
  explicit TabletSession(std::unique_ptr<engine::Tablet> tablet);
  void takeStatus(const engine::SyncStatus& status);
  void lookAtDay();

  std::unique_ptr<engine::Tablet> m_tablet;
  store::Municipality m_municipality;
  engine::SyncStatus m_status;
  QTimer m_dayWatch;
  Day m_day;
  std::unique_ptr<engine::SyncThread> m_thread;  ///< stops before what it uses goes
};

}  // namespace vejviser::app
