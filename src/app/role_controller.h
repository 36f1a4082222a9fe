// Who has a shared tablet now, where a role has a PIN on it (role_lock.h): the PIN is asked for
// when the role is taken, and the role ends when nobody has touched the tablet for a while and with
// the program. Then the role that was there before goes on: nothing of this keeps anybody from
// logging.
#pragma once

#include "src/app/role_lock.h"
#include "src/app/tablet_session.h"

#include <QObject>
#include <QQmlEngine>
#include <QString>
#include <QTimer>
#include <chrono>
#include <optional>

namespace vejviser::app {

class RoleController : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by AppContext")
  Q_PROPERTY(bool active READ active NOTIFY changed)
  Q_PROPERTY(bool choosing READ choosing NOTIFY changed)
  Q_PROPERTY(QString roleName READ roleName NOTIFY changed)
  Q_PROPERTY(QString fault READ fault NOTIFY changed)
  Q_PROPERTY(bool hasPin READ hasPin NOTIFY changed)
  Q_PROPERTY(bool canHavePin READ canHavePin NOTIFY changed)
  Q_PROPERTY(QString ended READ ended NOTIFY changed)
  Q_PROPERTY(int minutes READ minutes CONSTANT)

 public:
  /// A role with a PIN lasts so long after the last touch; time that the tablet slept counts. The
  /// touch that finds it over is still the role's, as the screen said: it ends right after.
  static constexpr std::chrono::minutes kLasts{15};

  RoleController(TabletSession& session, const Clock& clock, QObject* parent = nullptr);

  /// Works at `workplace` from now on; asks for the PIN first when its role has one that is not had
  /// now. Error Storage: nothing has changed.
  Status take(const store::Workplace& workplace);

  bool active() const {
    return choosing() || m_wanted.has_value();
  }                                             ///< there is something to type
  bool choosing() const { return m_choosing; }  ///< a new PIN, not the one there is
  QString roleName() const;                     ///< whose PIN it is about
  QString fault() const { return m_fault; }     ///< why it was not taken, and what to do
  bool hasPin() const;                          ///< the role that is had now
  bool canHavePin() const;                      ///< there is another role without one to go back to
  QString ended() const;                        ///< that a role has ended, and which goes on
  int minutes() const { return static_cast<int>(kLasts.count()); }

  Q_INVOKABLE void answer(const QString& pin);
  Q_INVOKABLE void beginChoosing();
  Q_INVOKABLE void choose(const QString& pin, const QString& again);
  Q_INVOKABLE void removePin();
  Q_INVOKABLE void cancel();
  /// Asks for the PIN of the role that has ended.
  Q_INVOKABLE void takeAgain();
  Q_INVOKABLE void dismiss();

  /// The role with a PIN ends now, as it does by itself.
  void end();

  bool eventFilter(QObject* watched, QEvent* event) override;

 signals:
  void changed();

 private:
  std::string held() const;
  store::Workplace hereAs(const Role& role) const;
  const Role* fallback() const;
  void watch(bool on);
  bool isOver() const;
  void lookAtTime();
  void forgetAll();
  void fail(const QString& fault);
  QString waitText() const;

  TabletSession& m_session;
  const Clock& m_clock;
  RoleLock m_lock;
  std::optional<store::Workplace> m_wanted;  ///< once its PIN is given
  bool m_choosing = false;
  QString m_fault;
  std::optional<std::string> m_ended;  ///< the role that did
  milliseconds m_touchedAt{};          ///< since boot
  QTimer m_watch;
};

}  // namespace vejviser::app
