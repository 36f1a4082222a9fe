// Rows of a chart and its table: a name and a number for each unit, most first.
#pragma once

#include <QAbstractListModel>
#include <QQmlEngine>
#include <vector>

namespace vejviser::app {

struct UnitRow {
  QString name;
  qint64 library = 0;
  qint64 citizenService = 0;

  qint64 total() const { return library + citizenService; }
  bool operator==(const UnitRow&) const = default;
};

class UnitRowsModel : public QAbstractListModel {
  Q_OBJECT
  QML_ELEMENT
  QML_UNCREATABLE("made by OverviewModel")
  Q_PROPERTY(int count READ count NOTIFY changed)
  Q_PROPERTY(double highest READ highest NOTIFY changed)

 public:
  enum Role { NameRole = Qt::UserRole + 1, LibraryRole, CitizenServiceRole, TotalRole };

  using QAbstractListModel::QAbstractListModel;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QHash<int, QByteArray> roleNames() const override;

  int count() const { return static_cast<int>(m_rows.size()); }
  /// The largest total, at least 1.
  double highest() const;
  void setRows(std::vector<UnitRow> rows);

 signals:
  void changed();

 private:
  std::vector<UnitRow> m_rows;
};

}  // namespace vejviser::app
