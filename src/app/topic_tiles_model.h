// The tiles of the start page: topics of this unit first, most used first, in an order that stays
// the same all day; and search that forgives.
#pragma once

#include "src/app/tablet_session.h"

#include <QAbstractListModel>
#include <QQmlEngine>
#include <map>
#include <string>
#include <vector>

namespace vejviser::app {

class TopicTilesModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by AppContext")
  Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY searchChanged)
  Q_PROPERTY(int count READ count NOTIFY countChanged)
  /// How many days before today the help was given: topics valid then are shown.
  Q_PROPERTY(int daysBack READ daysBack WRITE setDaysBack NOTIFY daysBackChanged)

 public:
  enum Role {
    TopicIdRole = Qt::UserRole + 1,
    NameRole,
    GroupRole,
    AuthorityRole,
    OfferedRole,
    TodayRole
  };

  explicit TopicTilesModel(TabletSession& session, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  int count() const { return static_cast<int>(m_shown.size()); }
  QString search() const { return m_search; }
  void setSearch(const QString& search);
  int daysBack() const { return m_daysBack; }
  void setDaysBack(int daysBack);
  /// The first tile's topic, for the Enter key; empty when nothing is found.
  Q_INVOKABLE QString firstTopic() const;

  /// Reads names again, e.g. in another language.
  void retranslate();

 signals:
  void searchChanged();
  void countChanged();
  void daysBackChanged();

 private:
  struct Tile {
    Topic topic;
    std::string searchText;  ///< folded
    bool offered = true;     ///< by this unit
    std::int64_t used = 0;   ///< in the days before today
  };

  void reorder();
  void filter();
  void countToday();

  TabletSession& m_session;
  std::vector<Topic> m_topics;       ///< the catalogue that the tiles were made from
  std::vector<Tile> m_tiles;         ///< in the day's order
  std::vector<std::size_t> m_shown;  ///< places in m_tiles: found, and valid on the day
  std::map<std::string, std::int64_t> m_today;
  Day m_orderedOn{};
  QString m_search;
  int m_daysBack = 0;
};

}  // namespace vejviser::app
