// The overview: this tablet's own figures today, and the shared ones of both units as last pulled.
#pragma once

#include "src/app/tablet_session.h"
#include "src/app/unit_rows_model.h"

#include <QObject>
#include <QQmlEngine>
#include <QVariantList>

namespace vejviser::app {

class OverviewModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by AppContext")
  Q_PROPERTY(bool shown READ shown WRITE setShown NOTIFY changed)
  Q_PROPERTY(int ownHelps READ ownHelps NOTIFY changed)
  Q_PROPERTY(int ownPeople READ ownPeople NOTIFY changed)
  Q_PROPERTY(int ownReferrals READ ownReferrals NOTIFY changed)
  Q_PROPERTY(int days READ days WRITE setDays NOTIFY changed)
  Q_PROPERTY(bool hasShared READ hasShared NOTIFY changed)
  Q_PROPERTY(QString sharedAsOf READ sharedAsOf NOTIFY changed)
  Q_PROPERTY(int helps READ helps NOTIFY changed)
  Q_PROPERTY(int people READ people NOTIFY changed)
  Q_PROPERTY(int libraryToCitizenService READ libraryToCitizenService NOTIFY changed)
  Q_PROPERTY(int citizenServiceToLibrary READ citizenServiceToLibrary NOTIFY changed)
  Q_PROPERTY(QVariantList hours READ hours NOTIFY changed)
  Q_PROPERTY(int highestHour READ highestHour NOTIFY changed)
  Q_PROPERTY(vejviser::app::UnitRowsModel* ownTopics READ ownTopics CONSTANT)
  Q_PROPERTY(vejviser::app::UnitRowsModel* topics READ topics CONSTANT)

 public:
  explicit OverviewModel(TabletSession& session, QObject* parent = nullptr);

  /// Only while it is shown does it read: a tap on a topic must not wait for its figures.
  bool shown() const { return m_shown; }
  void setShown(bool shown);
  int ownHelps() const { return static_cast<int>(m_own.helps); }
  int ownPeople() const { return static_cast<int>(m_own.people); }
  int ownReferrals() const { return static_cast<int>(m_own.referrals); }

  /// The length of the shared period, today included: 1, 7, 28 or 91.
  int days() const { return m_days; }
  void setDays(int days);
  bool hasShared() const;      ///< the hub has answered at least once
  QString sharedAsOf() const;  ///< when it last did
  int helps() const { return static_cast<int>(m_shared.helps); }
  int people() const { return static_cast<int>(m_shared.people); }
  int libraryToCitizenService() const;
  int citizenServiceToLibrary() const;
  /// Rows of {hour: "10", cells: [Monday ... Sunday]}.
  QVariantList hours() const;
  int highestHour() const;
  UnitRowsModel* ownTopics() const { return m_ownTopics; }
  UnitRowsModel* topics() const { return m_topics; }

  /// Reads everything again, if it is shown.
  void reload();

 signals:
  void changed();

 private:
  std::vector<UnitRow> topicRows(const Figures& figures) const;
  std::int64_t referrals(Unit from, Unit to) const;
  std::int64_t helpsAt(int weekday, int hour) const;

  TabletSession& m_session;
  bool m_shown = false;
  int m_days = 7;
  Figures m_own;
  Figures m_shared;
  UnitRowsModel* m_ownTopics;
  UnitRowsModel* m_topics;
};

}  // namespace vejviser::app
