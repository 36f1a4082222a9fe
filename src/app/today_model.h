// Today's helps and quiet hours on this tablet, newest first, and what was logged today about an
// earlier day. Of a help in a private room only that is shown: the list may be looked at by others.
#pragma once

#include "src/app/tablet_session.h"

#include <QAbstractListModel>
#include <QQmlEngine>
#include <vector>

namespace vejviser::app {

class TodayModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by AppContext")
  Q_PROPERTY(int count READ count NOTIFY countChanged)
  Q_PROPERTY(bool shown READ shown WRITE setShown NOTIFY shownChanged)

 public:
  enum Role {
    SubjectRole = Qt::UserRole + 1,
    TimeRole,
    NameRole,
    GroupRole,
    DetailsRole,
    ReferredRole,
    MarkRole,  ///< the sign in place of the group's, if any
    LateRole
  };

  explicit TodayModel(TabletSession& session, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  int count() const { return static_cast<int>(m_rows.size()); }
  /// Only while it is shown does it read: on a busy day a tap on a topic must not wait for it.
  bool shown() const { return m_shown; }
  void setShown(bool shown);
  void reload();
  /// Names and words again, in another language.
  void retranslate();

 signals:
  void countChanged();
  void shownChanged();

 private:
  struct Row {
    store::SubjectState help;
    std::optional<Unit> referredTo;

    bool sameAs(const Row& other) const;
  };

  std::vector<Row> read() const;
  QString time(const Standing& standing) const;
  QString name(const Standing& standing) const;
  QString details(const Standing& standing) const;

  TabletSession& m_session;
  bool m_shown = false;
  std::vector<Row> m_rows;
};

}  // namespace vejviser::app
