#include "src/app/unit_rows_model.h"

#include <algorithm>

namespace vejviser::app {

int UnitRowsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : count();
}

QVariant UnitRowsModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= count()) return {};
  const UnitRow& row = m_rows[static_cast<std::size_t>(index.row())];
  switch (role) {
    case NameRole:
      return row.name;
    case LibraryRole:
      return row.library;
    case CitizenServiceRole:
      return row.citizenService;
    case TotalRole:
      return row.total();
    default:
      return {};
  }
}

QHash<int, QByteArray> UnitRowsModel::roleNames() const {
  return {{NameRole, "name"},
          {LibraryRole, "library"},
          {CitizenServiceRole, "citizenService"},
          {TotalRole, "total"}};
}

double UnitRowsModel::highest() const {
  qint64 most = 1;
  for (const UnitRow& row : m_rows) most = std::max(most, row.total());
  return static_cast<double>(most);
}

void UnitRowsModel::setRows(std::vector<UnitRow> rows) {
  std::stable_sort(rows.begin(), rows.end(),
                   [](const UnitRow& a, const UnitRow& b) { return a.total() > b.total(); });
  if (rows == m_rows) return;
  beginResetModel();
  m_rows = std::move(rows);
  endResetModel();
  emit changed();
}

}  // namespace vejviser::app
