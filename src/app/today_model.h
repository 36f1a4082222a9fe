// Today's helps on this tablet, newest first.
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

 public:
  enum Role {
    SubjectRole = Qt::UserRole + 1,
    TimeRole,
    NameRole,
    GroupRole,
    DetailsRole,
    ReferredRole
  };

  explicit TodayModel(TabletSession& session, QObject* parent = nullptr);

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  int count() const { return static_cast<int>(m_rows.size()); }
  void reload();
  /// Names and words again, in another language.
  void retranslate();

 signals:
  void countChanged();

 private:
  struct Row {
    store::SubjectState help;
    std::optional<Unit> referredTo;

    bool sameAs(const Row& other) const;
  };

  std::vector<Row> read() const;
  QString details(const Fields& fields) const;

  TabletSession& m_session;
  std::vector<Row> m_rows;
};

}  // namespace vejviser::app
