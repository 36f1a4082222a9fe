// One guide card as a page shows it: how the task goes, who decides, when it was last done, and who
// can do it now.
#pragma once

#include "src/app/routine.h"
#include "src/app/tablet_session.h"

#include <QObject>
#include <QQmlEngine>
#include <QStringList>
#include <QVariantList>

namespace vejviser::app {

class GuideCard : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by GuidesModel")
  Q_PROPERTY(bool active READ active NOTIFY changed)
  Q_PROPERTY(QString topicId READ topicId NOTIFY changed)
  Q_PROPERTY(QString topicName READ topicName NOTIFY changed)
  Q_PROPERTY(QString group READ group NOTIFY changed)
  Q_PROPERTY(bool authority READ authority NOTIFY changed)
  Q_PROPERTY(bool gap READ gap NOTIFY changed)
  Q_PROPERTY(QString lastDone READ lastDone NOTIFY changed)
  Q_PROPERTY(QString ownLastDone READ ownLastDone NOTIFY changed)
  Q_PROPERTY(bool hasCard READ hasCard NOTIFY changed)
  Q_PROPERTY(bool example READ example NOTIFY changed)
  Q_PROPERTY(QString line READ line NOTIFY changed)
  Q_PROPERTY(QStringList steps READ steps NOTIFY changed)
  Q_PROPERTY(QStringList bring READ bring NOTIFY changed)
  Q_PROPERTY(QStringList notes READ notes NOTIFY changed)
  Q_PROPERTY(QString owner READ owner NOTIFY changed)
  Q_PROPERTY(QString checked READ checked NOTIFY changed)
  Q_PROPERTY(QVariantList whoCan READ whoCan NOTIFY whoCanChanged)

 public:
  explicit GuideCard(TabletSession& session, QObject* parent = nullptr);

  /// Shows the card of a topic of the catalogue; nothing for another.
  void show(const std::string& topic);
  /// Reads all of it again.
  void reload();
  /// Reads again what changes by the minute.
  void lookAtHours();

  bool active() const { return m_topic.has_value(); }
  QString topicId() const;
  QString topicName() const;
  QString group() const;
  bool authority() const { return m_topic && m_topic->authority; }
  bool gap() const { return m_topic && m_routine.hasGap(m_topic->id); }
  QString lastDone() const;     ///< here, by any tablet
  QString ownLastDone() const;  ///< by this tablet; empty when that says the same

  /// False: nobody has written a card, and what a card says is empty.
  bool hasCard() const { return m_guide.has_value(); }
  bool example() const { return m_guide && m_guide->example; }
  QString line() const;       ///< the authority line
  QStringList steps() const;  ///< in order
  QStringList bring() const;
  QStringList notes() const;
  QString owner() const;
  QString checked() const;  ///< the day; empty for an example

  /// Units that can do it, by the authority line and the calendars of both: open ones first, then
  /// the next to open. Rows of {place, unit, open, hours, here}; `unit` names the roles that can
  /// where not all of them do.
  QVariantList whoCan() const { return m_whoCan; }

  /// "Last done here 23 days ago"; also for rows of a list.
  static QString lastDoneText(std::optional<int> daysAgo);

 signals:
  void changed();
  void whoCanChanged();

 private:
  struct Place;

  bool canDo(Unit unit) const;
  QString whoIn(Unit unit) const;
  std::vector<Place> places(Instant now) const;
  QString text(const GuideText& text) const;
  QStringList texts(std::vector<GuideText> Guide::*part) const;

  TabletSession& m_session;
  std::optional<Topic> m_topic;
  std::optional<Guide> m_guide;
  Routine m_routine;
  QVariantList m_whoCan;
};

}  // namespace vejviser::app
