// One help under the finger: shown in the bar after a tap, or opened from today's list. Every
// change is committed at once; there is nothing to save.
#pragma once

#include "src/app/tablet_session.h"

#include <QObject>
#include <QQmlEngine>
#include <QString>
#include <QStringList>
#include <functional>

namespace vejviser::app {

class HelpEditor : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by AppContext")
  Q_PROPERTY(bool active READ active NOTIFY changed)
  Q_PROPERTY(QString topicName READ topicName NOTIFY changed)
  Q_PROPERTY(bool authority READ authority NOTIFY changed)
  Q_PROPERTY(QString time READ time NOTIFY changed)
  Q_PROPERTY(QString outcome READ outcome NOTIFY changed)
  Q_PROPERTY(QString band READ band NOTIFY changed)
  Q_PROPERTY(int people READ people NOTIFY changed)
  Q_PROPERTY(QString otherUnit READ otherUnit NOTIFY changed)
  Q_PROPERTY(QString referredTo READ referredTo NOTIFY changed)
  Q_PROPERTY(QString slip READ slip NOTIFY changed)
  Q_PROPERTY(QString fault READ fault NOTIFY changed)

 public:
  explicit HelpEditor(TabletSession& session, QObject* parent = nullptr);

  bool active() const { return m_state.has_value(); }
  QString topicName() const;
  bool authority() const;  ///< the topic is an authority task
  QString time() const;
  QString outcome() const;  ///< code
  QString band() const;     ///< code
  int people() const;
  QString otherUnit() const;   ///< the unit that this help can be referred to, as a name
  QString referredTo() const;  ///< where it has been referred to, as a name; else empty
  QString slip() const;        ///< the code of its referral; empty: it has none
  QString fault() const { return m_fault; }

  Q_INVOKABLE void open(const QString& subject);
  /// Any outcome but SentOn takes the referral back.
  Q_INVOKABLE void setOutcome(const QString& code);
  Q_INVOKABLE void setBand(const QString& code);
  Q_INVOKABLE void setPeople(int people);
  Q_INVOKABLE void refer();
  /// Asks for another place to refer to, and for the slip of the referral there is.
  Q_INVOKABLE void referElsewhere();
  Q_INVOKABLE void showSlip();
  /// Withdraws the help and closes.
  Q_INVOKABLE void withdraw();
  Q_INVOKABLE void close();
  /// What to tell a person when something could not be saved.
  static QString failureText(const Error& error);
  /// What to do about a text that holds personal data, by the code of its kind.
  static QString personalDataText(const std::string& kind);
  /// Shows a failure to save, and keeps what was on the screen.
  void fail(const Error& error);

 signals:
  void changed();
  void referWanted(const QString& help);
  void slipWanted(const QString& referral);

 private:
  const Topic* topic() const;
  void amend(const std::function<void(Fields&)>& change);
  void finish(const Status& status);
  void reload();

  TabletSession& m_session;
  std::optional<store::SubjectState> m_state;
  std::optional<store::SubjectState> m_referral;
  QString m_fault;
};

}  // namespace vejviser::app
