// The sync badge: what waits, what was sent, and why if it does not go.
#pragma once

#include "src/app/tablet_session.h"

#include <QObject>
#include <QQmlEngine>
#include <QString>

namespace vejviser::app {

class SyncStatusModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by AppContext")
  Q_PROPERTY(State state READ state NOTIFY changed)
  Q_PROPERTY(QString badge READ badge NOTIFY changed)
  Q_PROPERTY(QString waitingText READ waitingText NOTIFY changed)
  Q_PROPERTY(QString lastSentText READ lastSentText NOTIFY changed)
  Q_PROPERTY(QString troubleText READ troubleText NOTIFY changed)
  Q_PROPERTY(QString asideText READ asideText NOTIFY changed)
  Q_PROPERTY(QString clockText READ clockText NOTIFY changed)
  Q_PROPERTY(bool canSend READ canSend NOTIFY changed)

 public:
  /// Attention: what is logged is sent, but something must be looked at.
  enum class State { Unenrolled, Sent, Waiting, Sending, Offline, Attention, Trouble };
  Q_ENUM(State)

  explicit SyncStatusModel(TabletSession& session, QObject* parent = nullptr);

  State state() const;
  QString badge() const;         ///< "3 waiting", "Sent 14.30", "Offline since 13.05"
  QString waitingText() const;   ///< how many wait, and since when
  QString lastSentText() const;  ///< when the hub last answered
  QString troubleText() const;   ///< why not, and what to do; empty when all is well
  QString asideText() const;     ///< what is held or quarantined; empty when nothing is
  QString clockText() const;     ///< that the tablet's clock is wrong; empty when it is right
  /// The same for an offset, hub minus tablet.
  static QString clockTextFor(milliseconds offset);
  bool canSend() const;

  Q_INVOKABLE void sendNow() { m_session.sendNow(); }

 signals:
  void changed();

 private:
  QString moment(Instant instant) const;
  QString waitingLabel() const;
  static QString amountOf(milliseconds time);
  void recount();

  TabletSession& m_session;
  store::QueueCounts m_counts;
  int m_waiting = 0;  ///< helps and referrals, not entries; kMostCounted means: so many or more
};

}  // namespace vejviser::app
