#include "platform/csv.h"
#include "src/domain/published_file.h"
#include "src/domain/shown_values.h"
#include "src/store/shown_figures.h"
#include "tests/qml/stage.h"

namespace vejviser {

Day Stage::lastMonth() const {
  const std::chrono::year_month_day today{toLocal(m_session->clock().now()).day};
  return Day{(today.year() / today.month() - std::chrono::months{1}) / 1};
}

void Stage::publishLastMonth(const QVariantMap& cells, int version, const QString& exactFor) {
  constexpr std::int64_t kThreshold = 1000;
  store::Settlement settlement;
  settlement.stamp = "s";
  settlement.now = settlement.hubNow = m_session->clock().now();
  std::vector<Cell> parsed;
  for (auto it = cells.begin(); it != cells.end(); ++it) {
    const QString series = it.key().section('/', 0, 0);
    const std::string key = series.toStdString() + "/" + toString(lastMonth()) + "/hb/" +
                            it.key().section('/', 1).toStdString();
    parsed.push_back({parseCellKey(key).value(), it->toLongLong()});
    settlement.rows.push_back(CellRow{parsed.back()});
  }
  const std::chrono::year_month_day date{lastMonth()};
  PublishedMonth month = publish(date.year() / date.month(), parsed, m_session->catalogue(),
                                 kThreshold, nullptr, toLocal(settlement.now).day)
                             .month.value();
  month.version = version;
  month.threshold = 10;  // of a real hub; ours is for numbers that stand out
  std::string text;
  for (const auto& row : publishedRows(month)) text += platform::csvLine(row);
  settlement.rows.push_back(DocumentRow{publishedName(month.month), text});
  settlement.rows.push_back(
      DocumentRow{"small-cells", "threshold,exact_for\n5," + exactFor.toStdString() + "\n"});
  settlement.heard = Heard{9, 7, 1};
  take(settlement);
}

QString Stage::publishedValue(const QString& measure, const QString& item,
                              const QString& unit) const {
  const store::ShownFigures shown =
      store::publishedIn(m_session->queries(), m_session->shared(), {Day{}, lastMonth()});
  const store::Municipality& municipality = m_session->municipality();
  const MeasureSource source{shown.figures, municipality.catalogue, municipality.hours,
                             shown.period};
  const ShownValues values = shownValues(*findMeasure(measure.toStdString()), source,
                                         shown.withheld, unitFromCode(unit.toStdString()));
  const auto it = values.find(item.toStdString());
  if (it == values.end()) return {};
  if (!it->second.value) return it->second.withheld ? "withheld" : "";
  const QString n = QString::number(it->second.value->n);
  return it->second.value->bound == Bound::AtLeast ? ">=" + n : n;
}

}  // namespace vejviser
