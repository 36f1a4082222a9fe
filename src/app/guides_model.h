// The guides: topics that have a card or were done here, what has become unfamiliar first; search
// that forgives; and the card that is open.
#pragma once

#include "src/app/guide_card.h"
#include "src/app/routine.h"
#include "src/app/tablet_session.h"

#include <QAbstractListModel>
#include <QQmlEngine>
#include <QTimer>
#include <string>
#include <vector>

namespace vejviser::app {

class GuidesModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by AppContext")
  Q_PROPERTY(bool shown READ shown WRITE setShown NOTIFY shownChanged)
  Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY searchChanged)
  Q_PROPERTY(bool gapsOnly READ gapsOnly WRITE setGapsOnly NOTIFY gapsOnlyChanged)
  Q_PROPERTY(int count READ count NOTIFY countChanged)
  Q_PROPERTY(vejviser::app::GuideCard* card READ card CONSTANT)

 public:
  enum Role {
    TopicIdRole = Qt::UserRole + 1,
    NameRole,
    GroupRole,
    AuthorityRole,
    LastDoneRole,
    GapRole,
    HasCardRole
  };

  explicit GuidesModel(TabletSession& session, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  /// Rows are read only while somebody looks: a tap on a tile must not wait for them.
  bool shown() const { return m_shown; }
  void setShown(bool shown);
  int count() const { return static_cast<int>(m_rows.size()); }
  QString search() const { return m_search; }
  void setSearch(const QString& search);
  bool gapsOnly() const { return m_gapsOnly; }
  void setGapsOnly(bool gapsOnly);
  GuideCard* card() { return &m_card; }

  /// Opens the card of a topic, also of one that is not in the list.
  Q_INVOKABLE void open(const QString& topic);
  Q_INVOKABLE void close();
  /// The place of a topic in the list; -1 when it is not there.
  Q_INVOKABLE int placeOf(const QString& topic) const;

  /// Names and words again, in another language.
  void retranslate();

 signals:
  void shownChanged();
  void searchChanged();
  void gapsOnlyChanged();
  void countChanged();

 private:
  struct Row {
    Topic topic;
    std::optional<int> daysAgo;  ///< that it was last done here
    bool gap = false;
    bool hasCard = false;

    bool operator==(const Row&) const = default;
  };

  void reload();
  std::vector<Row> read() const;
  std::vector<Row> found() const;
  void filter();

  TabletSession& m_session;
  bool m_shown = false;
  QString m_search;
  bool m_gapsOnly = false;
  std::vector<Row> m_all;   ///< in order
  std::vector<Row> m_rows;  ///< those of m_all that are listed
  GuideCard m_card;
  QTimer m_minute;  ///< opening hours go on
};

}  // namespace vejviser::app
