// One help under the finger: shown in the bar after a tap, or opened from today's list. Every
// change is committed at once; there is nothing to save.
#pragma once

#include "src/app/tablet_session.h"

#include <QObject>
#include <QQmlEngine>
#include <QString>
#include <QStringList>
#include <QVariantList>
#include <functional>

namespace vejviser::app {

class HelpEditor : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by AppContext")
  Q_PROPERTY(bool active READ active NOTIFY changed)
  Q_PROPERTY(bool quiet READ quiet NOTIFY changed)
  Q_PROPERTY(bool discreet READ discreet NOTIFY changed)
  Q_PROPERTY(QString title READ title NOTIFY changed)
  Q_PROPERTY(QString topicName READ topicName NOTIFY changed)
  Q_PROPERTY(bool authority READ authority NOTIFY changed)
  Q_PROPERTY(QString time READ time NOTIFY changed)
  Q_PROPERTY(QString outcome READ outcome NOTIFY changed)
  Q_PROPERTY(QString band READ band NOTIFY changed)
  Q_PROPERTY(int people READ people NOTIFY changed)
  Q_PROPERTY(QString room READ room NOTIFY changed)
  Q_PROPERTY(QString channel READ channel NOTIFY changed)
  Q_PROPERTY(QString spoken READ spoken NOTIFY changed)
  Q_PROPERTY(QString refusal READ refusal NOTIFY changed)
  Q_PROPERTY(bool followup READ followup NOTIFY changed)
  Q_PROPERTY(bool late READ late NOTIFY changed)
  Q_PROPERTY(bool forgotten READ forgotten NOTIFY changed)
  Q_PROPERTY(QVariantList rooms READ rooms NOTIFY wordsChanged)
  Q_PROPERTY(QVariantList channels READ channels NOTIFY wordsChanged)
  Q_PROPERTY(QVariantList languages READ languages NOTIFY wordsChanged)
  Q_PROPERTY(QVariantList refusals READ refusals NOTIFY wordsChanged)
  Q_PROPERTY(QString otherUnit READ otherUnit NOTIFY changed)
  Q_PROPERTY(QString referredTo READ referredTo NOTIFY changed)
  Q_PROPERTY(QString slip READ slip NOTIFY changed)
  Q_PROPERTY(QString fault READ fault NOTIFY changed)

 public:
  explicit HelpEditor(TabletSession& session, QObject* parent = nullptr);

  bool active() const { return m_state.has_value(); }
  bool quiet() const;     ///< it is no help but an hour in which nobody came
  bool discreet() const;  ///< a private room was used: somebody else may look at the screen now
  QString title() const;  ///< the topic's name, or what may be shown in its place
  QString topicName() const;
  bool authority() const;  ///< the topic is an authority task
  QString time() const;
  QString outcome() const;  ///< code
  QString band() const;     ///< code; empty when a forgotten timer says nothing about it
  int people() const;
  QString room() const;  ///< code; so are the next three
  QString channel() const;
  QString spoken() const;  ///< the language of the help; empty: Danish
  QString refusal() const;
  bool followup() const;       ///< the same citizen as another help
  bool late() const;           ///< logged later than it was given
  bool forgotten() const;      ///< its timer was
  QVariantList rooms() const;  ///< choices, as {code, label}; so are the next three
  QVariantList channels() const;
  QVariantList languages() const;
  QVariantList refusals() const;
  QString otherUnit() const;   ///< the unit that this help can be referred to, as a name
  QString referredTo() const;  ///< where it has been referred to, as a name; else empty
  QString slip() const;        ///< the code of its referral; empty: it has none
  QString fault() const { return m_fault; }

  Q_INVOKABLE void open(const QString& subject);
  /// Any outcome but SentOn takes the referral back.
  Q_INVOKABLE void setOutcome(const QString& code);
  /// Said by hand: whatever a timer said does not count any more.
  Q_INVOKABLE void setBand(const QString& code);
  Q_INVOKABLE void setPeople(int people);
  Q_INVOKABLE void setRoom(const QString& code);
  Q_INVOKABLE void setChannel(const QString& code);
  Q_INVOKABLE void setSpoken(const QString& code);
  Q_INVOKABLE void setRefusal(const QString& code);
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
  /// What is open, as it stands.
  const std::optional<store::SubjectState>& state() const { return m_state; }
  /// Words again, in another language.
  void retranslate();

 signals:
  void changed();
  void referWanted(const QString& help);
  void slipWanted(const QString& referral);
  void wordsChanged();
  /// What was open has been withdrawn here, and is about to close.
  void withdrawn();

 private:
  const Topic* topic() const;
  Fields fields() const { return m_state ? m_state->standing.fields : Fields{}; }
  void amend(const std::function<void(Fields&)>& change);
  void finish(const Status& status);
  void reload();

  TabletSession& m_session;
  std::optional<store::SubjectState> m_state;
  std::optional<store::SubjectState> m_referral;
  QString m_fault;
};

}  // namespace vejviser::app
