// What was set aside: records that are not in the shared figures, where each of them is and why;
// and trying again those that the hub could not read. Nothing is ever deleted here.
#pragma once

#include "src/app/tablet_session.h"
#include "sync/engine/export.h"

#include <QAbstractListModel>
#include <QQmlEngine>
#include <map>
#include <string>
#include <vector>

namespace vejviser::app {

class SetAsideModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by AppContext")
  Q_PROPERTY(bool shown READ shown WRITE setShown NOTIFY changed)
  Q_PROPERTY(int count READ count NOTIFY changed)
  Q_PROPERTY(bool canRetry READ canRetry NOTIFY changed)
  Q_PROPERTY(QString notice READ notice NOTIFY changed)
  Q_PROPERTY(QString leftOut READ leftOut NOTIFY changed)

 public:
  enum Role {
    EntryRole = Qt::UserRole + 1,
    NameRole,
    DetailsRole,
    HereRole,
    PlaceRole,
    WhyRole,
    AnswerRole
  };

  explicit SetAsideModel(TabletSession& session, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  /// Rows are read only while somebody looks.
  bool shown() const { return m_shown; }
  void setShown(bool shown);
  int count() const { return static_cast<int>(m_rows.size()); }
  bool canRetry() const;    ///< something is in quarantine
  QString notice() const;   ///< what came of trying again; empty before
  QString leftOut() const;  ///< that there are more than the list shows; empty when it shows all

  /// Sends what the hub could not read once more: one entry, or all of them.
  Q_INVOKABLE void retry(const QString& entry);
  Q_INVOKABLE void retryAll();

  void retranslate();

 signals:
  void changed();

 private:
  void reload();
  std::vector<engine::AsideRecord> read() const;
  void take(std::vector<engine::AsideRecord> rows);
  void followTried();
  QString name(const engine::AsideRecord& record) const;
  QString details(const engine::AsideRecord& record) const;
  QString place(const store::SetAside& entry) const;

  TabletSession& m_session;
  bool m_shown = false;
  std::vector<engine::AsideRecord> m_rows;
  std::map<std::string, QString> m_branches;  ///< names by code
  store::QueueCounts m_counts;
  std::map<Id, Instant> m_tried;  ///< since when each was in quarantine
  int m_again = 0;                ///< of those tried, that came back
  int m_sent = 0;                 ///< that were sent
};

}  // namespace vejviser::app
