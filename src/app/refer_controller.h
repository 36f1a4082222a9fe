// Sending a citizen on: where to, what to bring, and the slip that goes along. The slip is a code
// and nothing else.
#pragma once

#include "src/app/places.h"
#include "src/app/tablet_session.h"

#include <QObject>
#include <QQmlEngine>
#include <QString>
#include <QStringList>
#include <QVariantList>
#include <optional>

namespace vejviser::app {

class ReferController : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by AppContext")
  Q_PROPERTY(bool active READ active NOTIFY changed)
  Q_PROPERTY(bool choosing READ choosing NOTIFY changed)
  Q_PROPERTY(QString topicId READ topicId NOTIFY changed)
  Q_PROPERTY(bool isNew READ isNew NOTIFY changed)
  Q_PROPERTY(QString topicName READ topicName NOTIFY changed)
  Q_PROPERTY(QString line READ line NOTIFY changed)
  Q_PROPERTY(bool mustHandOver READ mustHandOver NOTIFY changed)
  Q_PROPERTY(QStringList bring READ bring NOTIFY changed)
  Q_PROPERTY(QVariantList places READ places NOTIFY changed)
  Q_PROPERTY(QString slip READ slip NOTIFY changed)
  Q_PROPERTY(QString slipPicture READ slipPicture NOTIFY changed)
  Q_PROPERTY(QString slipSpoken READ slipSpoken NOTIFY changed)
  Q_PROPERTY(QString slipTo READ slipTo NOTIFY changed)
  Q_PROPERTY(QString slipUntil READ slipUntil NOTIFY changed)
  Q_PROPERTY(QString fault READ fault NOTIFY changed)
  Q_PROPERTY(QString savedTo READ savedTo NOTIFY changed)

 public:
  explicit ReferController(TabletSession& session, QObject* parent = nullptr);

  bool active() const { return choosing() || !m_slip.isEmpty(); }
  bool choosing() const { return m_topic.has_value(); }  ///< a place is to be chosen
  QString topicId() const;
  bool isNew() const { return !m_help; }  ///< no help has been logged yet
  QString topicName() const;
  QString line() const;       ///< who may do what about the topic; empty for plain guidance
  bool mustHandOver() const;  ///< whoever holds the tablet may not do it
  QStringList bring() const;
  QVariantList places() const;             ///< of {name, open, isOpen, contact}
  QString slip() const { return m_slip; }  ///< the code of the slip on the screen; empty: none
  QString slipPicture() const;             ///< its QR code, as a source for an Image
  QString slipSpoken() const;              ///< in groups, as it is read out
  QString slipTo() const { return m_slipTo; }
  QString slipUntil() const { return m_slipUntil; }
  QString fault() const { return m_fault; }
  QString savedTo() const { return m_savedTo; }  ///< the file of the slip; empty before

  /// Begins with a topic: the help is logged together with the referral.
  Q_INVOKABLE void begin(const QString& topicId);
  /// Begins with a help that is logged already.
  Q_INVOKABLE void beginFor(const QString& help);
  /// True when a topic must be handed over: its tile offers the referral first.
  Q_INVOKABLE bool comesFirst(const QString& topicId) const;
  /// Sends the citizen to the place of that number; the slip is shown then.
  Q_INVOKABLE void send(int place);
  /// Shows the slip of a referral made here.
  Q_INVOKABLE void showSlip(const QString& referral);
  /// Saves the slip as a page to print, in the person's folder for documents.
  Q_INVOKABLE void saveSlip();
  Q_INVOKABLE void close();

 signals:
  void changed();
  void sent(const QString& referral);

 private:
  void reset();
  void choose(const Topic& topic);
  bool show(const Id& referral);

  TabletSession& m_session;
  std::optional<Topic> m_topic;
  std::optional<Id> m_help;  ///< that the referral comes out of; nothing: a new one
  std::vector<Place> m_places;
  QString m_slip;
  QString m_slipTo;
  QString m_slipUntil;
  QString m_slipTopic;
  QString m_fault;
  QString m_savedTo;
};

}  // namespace vejviser::app
