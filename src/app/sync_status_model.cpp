#include "src/app/sync_status_model.h"

#include "src/app/labels.h"

#include <chrono>

namespace vejviser::app {

using engine::Phase;
using engine::Trouble;

namespace {
constexpr int kMostCounted = 1000;  // beyond it the number says no more, and takes time to count
}

SyncStatusModel::SyncStatusModel(TabletSession& session, QObject* parent)
    : QObject(parent), m_session(session) {
  connect(&session, &TabletSession::statusChanged, this, &SyncStatusModel::recount);
  connect(&session, &TabletSession::recorded, this, &SyncStatusModel::recount);
  recount();
}

void SyncStatusModel::recount() {
  m_counts = m_session.queries().counts();
  m_waiting = static_cast<int>(m_session.queries().waitingSubjects(kMostCounted));
  emit changed();
}

/// In the unit that a person would use.
QString SyncStatusModel::amountOf(milliseconds time) {
  constexpr int kMostMinutes = 120;
  constexpr int kMostHours = 48;
  const auto minutes = std::chrono::round<std::chrono::minutes>(time);
  const auto hours = std::chrono::round<std::chrono::hours>(time);
  if (minutes.count() <= kMostMinutes)
    return tr("%n minutes", "", static_cast<int>(minutes.count()));
  if (hours.count() <= kMostHours) return tr("%n hours", "", static_cast<int>(hours.count()));
  return tr("%n days", "", static_cast<int>(std::chrono::round<std::chrono::days>(time).count()));
}

QString SyncStatusModel::moment(Instant instant) const {
  return momentLabel(instant, m_session.clock().now());
}

SyncStatusModel::State SyncStatusModel::state() const {
  const engine::SyncStatus& status = m_session.syncStatus();
  if (m_session.queries().broken()) return State::Trouble;
  if (status.trouble == Trouble::TokenMissing) return State::Trouble;
  if (status.phase == Phase::Unenrolled) return State::Unenrolled;
  if (status.phase == Phase::Refused) return State::Trouble;
  if (status.phase == Phase::Sending) return State::Sending;
  switch (status.trouble) {
    case Trouble::None:
    case Trouble::TokenMissing:
      break;
    case Trouble::NoNetwork:
    case Trouble::Unreachable:
    case Trouble::NotTheHub:
      return State::Offline;
    case Trouble::NearlyFull:
      return m_counts.quarantined > 0 ? State::Trouble : State::Attention;
    default:
      return State::Trouble;
  }
  if (m_counts.quarantined > 0) return State::Trouble;
  return m_waiting > 0 ? State::Waiting : State::Sent;
}

QString SyncStatusModel::waitingLabel() const {
  if (m_waiting >= kMostCounted) return tr("Over %1 waiting").arg(kMostCounted - 1);
  return tr("%n waiting", "", m_waiting);
}

QString SyncStatusModel::badge() const {
  const engine::SyncStatus& status = m_session.syncStatus();
  switch (state()) {
    case State::Unenrolled:
      return m_waiting > 0 ? waitingLabel() : tr("Not connected");
    case State::Sending:
      return tr("Sending");
    case State::Waiting:
      return waitingLabel();
    case State::Sent:
      return status.lastSent ? tr("Sent %1").arg(moment(*status.lastSent)) : tr("Connected");
    case State::Attention:
    case State::Trouble:
      return m_waiting > 0 ? waitingLabel() : tr("Needs attention");
    case State::Offline:
      if (m_waiting > 0) return waitingLabel();
      return status.troubleSince ? tr("Offline since %1").arg(moment(*status.troubleSince))
                                 : tr("Offline");
  }
  return {};
}

QString SyncStatusModel::waitingText() const {
  if (m_waiting == 0) return tr("Nothing is waiting to be sent.");
  const QString text = m_waiting >= kMostCounted
                           ? tr("Over %1 records are waiting to be sent.").arg(kMostCounted - 1)
                           : tr("%n records are waiting to be sent.", "", m_waiting);
  if (!m_counts.oldestWaiting) return text;
  return text + QLatin1Char(' ') +
         tr("The oldest is from %1.").arg(moment(*m_counts.oldestWaiting));
}

QString SyncStatusModel::lastSentText() const {
  const auto last = m_session.syncStatus().lastSent;
  return last ? tr("Last contact with the hub: %1.").arg(moment(*last))
              : tr("There has been no contact with the hub yet.");
}

QString SyncStatusModel::troubleText() const {
  if (m_session.queries().broken()) return tr("The tablet's data cannot all be read. Tell IT.");
  switch (m_session.syncStatus().trouble) {
    case Trouble::None:
      return state() == State::Unenrolled ? tr("This tablet is not connected to a hub. What you "
                                               "log is kept here until it is.")
                                          : QString{};
    case Trouble::NoNetwork:
      return tr("There is no network. Everything is saved here and is sent when there is one.");
    case Trouble::Unreachable:
      return tr("The hub does not answer. Everything is saved here; it is tried again by itself.");
    case Trouble::NotTheHub:
      return tr("Another page answers instead of the hub. A guest network may want you to log in.");
    case Trouble::Untrusted:
      return tr("The hub's certificate cannot be trusted. Nothing is sent. Tell IT.");
    case Trouble::Denied:
      return tr(
          "The hub does not let this tablet in. Ask your supervisor for a new code and connect "
          "again under Settings. Nothing is lost.");
    case Trouble::HubBusy:
      return tr("The hub is busy. It is tried again by itself.");
    case Trouble::HubFailed:
      return tr("The hub has a fault. Everything is saved here; it is tried again by itself.");
    case Trouble::Storage:
      return tr("The tablet cannot store the hub's answer. Is the disk full?");
    case Trouble::NearlyFull:
      return tr(
          "The tablet's disk is nearly full. What you log is saved and sent, but no new figures "
          "are fetched. Tell IT.");
    case Trouble::KeyStore:
      return tr("The tablet's key store cannot be opened. Nothing is lost. Tell IT.");
    case Trouble::TokenMissing:
      return tr(
          "These data were moved here from another tablet. Connect again under Settings. "
          "Nothing is lost.");
    case Trouble::BadAddress:
      return tr("The hub's address cannot be used. Connect again under Settings.");
  }
  return {};
}

QString SyncStatusModel::asideText() const {
  QString text;
  if (m_counts.held > 0) {
    text = tr("%n records are with the hub but not counted.", "", static_cast<int>(m_counts.held));
  }
  if (m_counts.quarantined > 0) {
    if (!text.isEmpty()) text += QLatin1Char(' ');
    text += tr("%n records cannot be read by the hub and are kept here.", "",
               static_cast<int>(m_counts.quarantined));
  }
  return text;
}

QString SyncStatusModel::clockText() const {
  const auto offset = m_session.syncStatus().clockOffset;
  return offset ? clockTextFor(*offset) : QString{};
}

QString SyncStatusModel::clockTextFor(milliseconds offset) {
  const QString off = amountOf(std::chrono::abs(offset));
  const QString text = offset.count() > 0 ? tr("This tablet's clock is %1 behind.").arg(off)
                                          : tr("This tablet's clock is %1 ahead.").arg(off);
  return text + QLatin1Char(' ') +
         tr("Enquiries are counted at the time the tablet shows. Set its clock, or tell IT.");
}

bool SyncStatusModel::canSend() const {
  const State now = state();
  return now != State::Unenrolled && now != State::Sending;
}

}  // namespace vejviser::app
