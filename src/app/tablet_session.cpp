#include "src/app/tablet_session.h"

#include <QGuiApplication>
#include <QMetaObject>
#include <utility>

namespace vejviser::app {

namespace {
constexpr std::chrono::seconds kDayLook{20};
}

Result<std::unique_ptr<TabletSession>> TabletSession::open(const engine::TabletOptions& options) {
  auto tablet = engine::Tablet::open(options);
  if (!tablet) return tablet.error();
  return std::unique_ptr<TabletSession>(new TabletSession(std::move(*tablet)));
}

TabletSession::TabletSession(std::unique_ptr<engine::Tablet> tablet)
    : m_tablet(std::move(tablet)),
      m_municipality(m_tablet->municipality()),
      m_status(m_tablet->sync().status()),
      m_day(toLocal(m_tablet->clock().now()).day) {
  connect(&m_dayWatch, &QTimer::timeout, this, &TabletSession::lookAtDay);
  m_dayWatch.start(kDayLook);
  connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, &TabletSession::lookAtDay);
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

void TabletSession::lookAtDay() {
  const Day day = toLocal(m_tablet->clock().now()).day;
  if (std::exchange(m_day, day) != day) emit dayChanged();
}

TabletSession::~TabletSession() {
  m_thread.reset();
}

void TabletSession::sendNow() {
  m_thread->asked();
}

void TabletSession::retry(const Id& entry) {
  m_thread->asked(entry);
}

void TabletSession::enrol(const QString& address, const QString& code) {
  m_thread->post([this, address = address.toStdString(), code = code.toStdString()] {
    const auto answer = m_tablet->enrol(address, code);
    const Status status = answer ? Status{} : Status{answer.error()};
    QMetaObject::invokeMethod(
        this,
        [this, status] {
          if (status) emit workplaceChanged();
          emit enrolFinished(status);
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
  const bool complete = status.pulledAt != m_status.pulledAt;
  m_status = status;
  if (complete) {
    m_municipality = m_tablet->municipality();
    emit pulled();
  }
  emit statusChanged();
}

}  // namespace vejviser::app
