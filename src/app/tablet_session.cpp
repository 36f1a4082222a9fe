#include "src/app/tablet_session.h"

#include <QMetaObject>

namespace vejviser::app {

Result<std::unique_ptr<TabletSession>> TabletSession::open(const engine::TabletOptions& options) {
  auto tablet = engine::Tablet::open(options);
  if (!tablet) return tablet.error();
  return std::unique_ptr<TabletSession>(new TabletSession(std::move(*tablet)));
}

TabletSession::TabletSession(std::unique_ptr<engine::Tablet> tablet)
    : m_tablet(std::move(tablet)),
      m_catalogue(m_tablet->catalogue()),
      m_status(m_tablet->sync().status()) {
  m_thread = std::make_unique<engine::SyncThread>(
      m_tablet->sync(), m_tablet->http(), [this](const engine::SyncStatus& status) {
        QMetaObject::invokeMethod(
            this, [this, status] { takeStatus(status); }, Qt::QueuedConnection);
      });
  m_tablet->recorder().onRecorded([this] {
    m_thread->recorded();
    emit recorded();
  });
}

TabletSession::~TabletSession() {
  m_thread.reset();
}

void TabletSession::sendNow() {
  m_thread->asked();
}

void TabletSession::enrol(const QString& address, const QString& code) {
  m_thread->post([this, address = address.toStdString(), code = code.toStdString()] {
    const auto answer = m_tablet->enrol(address, code);
    const QString fault = answer ? QString{} : QString::fromStdString(answer.error().where);
    const QString detail = answer ? QString{} : QString::fromStdString(answer.error().detail);
    QMetaObject::invokeMethod(
        this,
        [this, ok = answer.ok(), fault, detail] {
          if (ok) emit workplaceChanged();
          emit enrolFinished(ok, fault, detail);
        },
        Qt::QueuedConnection);
  });
}

Status TabletSession::setWorkplace(const store::Workplace& workplace) {
  const Status status = m_tablet->store().setWorkplace(workplace);
  if (status) emit workplaceChanged();
  return status;
}

void TabletSession::takeStatus(const engine::SyncStatus& status) {
  const bool answered = status.lastSent != m_status.lastSent;
  m_status = status;
  if (answered) {
    m_catalogue = m_tablet->catalogue();
    emit pulled();
  }
  emit statusChanged();
}

}  // namespace vejviser::app
