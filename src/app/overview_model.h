// The overview: this tablet's own figures, and the shared ones of both units as last pulled. Each
// says which of the two it is, how old it is and how many tablets it rests on.
#pragma once

#include "src/app/published_periods.h"
#include "src/app/tablet_session.h"

#include <QObject>
#include <QQmlEngine>
#include <QVariantList>
#include <QVariantMap>
#include <vector>

namespace vejviser::app {

class OverviewModel : public QObject {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by AppContext")
  Q_PROPERTY(bool shown READ shown WRITE setShown NOTIFY changed)
  Q_PROPERTY(int days READ days WRITE setDays NOTIFY changed)
  Q_PROPERTY(bool shared READ shared WRITE setShared NOTIFY changed)
  Q_PROPERTY(bool hasShared READ hasShared NOTIFY aged)
  Q_PROPERTY(QString ownSource READ ownSource NOTIFY aged)
  Q_PROPERTY(QString sharedSource READ sharedSource NOTIFY aged)
  Q_PROPERTY(QString waitingText READ waitingText NOTIFY aged)
  Q_PROPERTY(int ownHelps READ ownHelps NOTIFY changed)
  Q_PROPERTY(int ownPeople READ ownPeople NOTIFY changed)
  Q_PROPERTY(int ownReferrals READ ownReferrals NOTIFY changed)
  Q_PROPERTY(bool exact READ exact NOTIFY changed)
  Q_PROPERTY(QVariantList months READ months NOTIFY changed)
  Q_PROPERTY(QString month READ month WRITE setMonth NOTIFY changed)
  Q_PROPERTY(QString published READ published NOTIFY changed)
  Q_PROPERTY(QVariantMap totals READ totals NOTIFY changed)
  Q_PROPERTY(QString source READ source NOTIFY changed)
  Q_PROPERTY(QString breaks READ breaks NOTIFY changed)
  Q_PROPERTY(QVariantList sections READ sections NOTIFY changed)

 public:
  explicit OverviewModel(TabletSession& session, QObject* parent = nullptr);

  /// Figures are read only while somebody looks.
  bool shown() const { return m_shown; }
  void setShown(bool shown);
  /// The length of the period, today included; of shared figures only where they are exact.
  int days() const { return m_days; }
  void setDays(int days);
  /// Whether the sections are about the shared figures; else about this tablet's own.
  bool shared() const { return m_wantsShared && hasShared(); }
  void setShared(bool shared);

  bool hasShared() const;        ///< the hub has answered at least once
  QString ownSource() const;     ///< whose figures these are
  QString sharedSource() const;  ///< and how old, on how many tablets they rest; empty without any
  QString waitingText() const;  ///< what tablets still held then; empty when nothing is known of it

  int ownHelps() const { return static_cast<int>(m_own.figures.helps); }
  int ownPeople() const { return static_cast<int>(m_own.figures.people); }
  int ownReferrals() const { return static_cast<int>(m_own.figures.referrals); }

  /// Whether the shared figures are exact; else they are what is published of whole months.
  bool exact() const { return m_exact; }
  QVariantList months() const;  ///< the periods there are then, as {code, label}
  QString month() const { return m_month; }
  void setMonth(const QString& code);
  /// Which months, and when they were made; empty where the figures are exact.
  QString published() const;
  /// Of both units; see overviewTotals(). Empty where no month is published.
  QVariantMap totals() const { return m_totals; }
  QString source() const;  ///< whose figures the sections are about
  /// The days in their period on which they became something else, a line each; empty when none.
  QString breaks() const { return m_breaks; }
  /// See overview_sections.h. Empty where no month is published.
  QVariantList sections() const { return m_sections; }

  /// Reads everything again, if it is shown.
  void reload();

  /// "Both units, as of 14.30 today"; "3 days old" says more than a date.
  static QString ageText(Instant at, Instant now);

 signals:
  void changed();
  void aged();  ///< what is said about the figures

 private:
  void readShared(const Period& days);

  TabletSession& m_session;
  bool m_shown = false;
  int m_days = 7;
  bool m_wantsShared = true;
  bool m_exact = true;
  std::vector<PublishedPeriod> m_periods;
  QString m_month;  ///< of m_periods
  store::ShownFigures m_own;
  store::ShownFigures m_shared;
  QVariantMap m_totals;
  QString m_breaks;
  QVariantList m_sections;
};

}  // namespace vejviser::app
