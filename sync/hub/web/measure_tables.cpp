#include "sync/hub/web/measure_tables.h"

#include "src/domain/measure_values.h"

#include <algorithm>
#include <array>

namespace vejviser::hub::web {

namespace {

/// Each unit, and both together.
constexpr std::array<std::optional<Unit>, 3> kColumns = {Unit::Library, Unit::CitizenService,
                                                         std::nullopt};
constexpr std::array<const char*, 3> kKeys = {"library", "citizen_service", "together"};

struct Row {
  std::string item;
  std::string name;
  std::array<std::optional<ShownValue>, 3> values;  ///< nothing: the measure is not about it

  double weight() const {
    double most = 0;
    for (const auto& value : values) {
      if (value && value->value) most = std::max(most, value->value->n);
    }
    return most;
  }
};

bool isCount(MeasureUnit unit) {
  return unit != MeasureUnit::Share && unit != MeasureUnit::Minutes && unit != MeasureUnit::Hours;
}

/// Whether items have an order of their own.
bool isOrdered(std::string_view kind) {
  return kind == "hour" || kind == "band" || kind == "unit";
}

/// Of an item that others have a unit has none, if it recorded anything.
void addZeros(const Sheet& sheet, const Measure& measure, Row& row) {
  if (measure.of != MeasureOf::Units || !isCount(measure.unit)) return;
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    if (row.values[i]) continue;
    const bool recorded = Sums{sheet.source.figures, kColumns[i]}.recorded();
    row.values[i] = recorded ? ShownValue{MeasureValue{0}, false} : ShownValue{};
  }
}

std::vector<Row> rowsOf(const Sheet& sheet, const Measure& measure, bool named) {
  std::map<std::string, Row> rows;
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    const auto values = shownValues(measure, sheet.source, sheet.withheld, kColumns[i]);
    for (const auto& [item, value] : values) rows[item].values[i] = value;
  }
  std::vector<Row> list;
  for (auto& [item, row] : rows) {
    addZeros(sheet, measure, row);
    row.item = item;
    const std::string name = measure.item.empty()
                                 ? std::string{}
                                 : itemName(sheet.language, sheet.names, measure.item, item);
    row.name = name.empty() ? measureName(sheet.language, measure) : name;
    if (named && !name.empty()) {
      row.name =
          measureName(sheet.language, measure) + " " + text(sheet.language, "to_unit") + " " + name;
    }
    list.push_back(std::move(row));
  }
  if (measure.item == "band") {
    std::stable_sort(list.begin(), list.end(), [](const Row& a, const Row& b) {
      return std::stoi(a.item) < std::stoi(b.item);
    });
  } else if (!isOrdered(measure.item)) {
    std::stable_sort(list.begin(), list.end(),
                     [](const Row& a, const Row& b) { return a.weight() > b.weight(); });
  }
  return list;
}

std::string cellText(Language language, const Measure& measure,
                     const std::optional<ShownValue>& value) {
  return value ? valueText(language, measure.unit, *value) : std::string{};
}

/// As much of a name as a chart has room for; the table beside it has the whole.
std::string shortened(const std::string& name) {
  constexpr std::size_t kRoom = 36;
  std::size_t characters = 0;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool begins = (static_cast<unsigned char>(name[i]) & 0xC0U) != 0x80U;  // UTF-8
    if (begins && ++characters > kRoom) return name.substr(0, i) + "…";
  }
  return name;
}

UnitRow barOf(const Row& row) {
  UnitRow bar;
  bar.name = shortened(row.name);
  for (std::size_t i = 0; i < bar.byUnit.size(); ++i) {
    const auto& value = row.values[i];
    if (value && value->value) bar.byUnit[i] = static_cast<std::int64_t>(value->value->n);
  }
  return bar;
}

}  // namespace

data keyFigures(const Sheet& sheet, const std::vector<std::string_view>& measures) {
  data list{data::type::list};
  for (const std::string_view id : measures) {
    const Measure& measure = measureOf(id);
    for (const Row& row : rowsOf(sheet, measure, false)) {
      const auto& whole = row.values[2] ? row.values[2] : row.values[0];
      data item;
      item.set("id", std::string{id});
      item.set("name", row.name);
      item.set("value", cellText(sheet.language, measure, whole));
      std::string parts;
      for (std::size_t i = 0; row.values[2] && i < 2; ++i) {
        if (!row.values[i]) continue;
        parts += (parts.empty() ? "" : " · ") +
                 text(sheet.language, std::string{"unit_"} + kKeys[i]) + " " +
                 cellText(sheet.language, measure, row.values[i]);
      }
      if (!row.values[2]) parts = text(sheet.language, "unit_library");
      item.set("parts", parts);
      item.set("hasParts", !parts.empty());
      const std::string note = textOr(sheet.language, "note_" + std::string{id}, "");
      item.set("note", note);
      item.set("hasNote", !note.empty());
      item.set("isMoment", false);
      list.push_back(item);
    }
  }
  return list;
}

MeasureTable measureTable(const Sheet& sheet, const std::vector<std::string_view>& measures) {
  MeasureTable table;
  const bool several = measures.size() > 1;
  for (const std::string_view id : measures) {
    const Measure& measure = measureOf(id);
    for (const Row& row : rowsOf(sheet, measure, several)) {
      data item;
      item.set("name", row.name);
      for (std::size_t i = 0; i < kKeys.size(); ++i) {
        item.set(kKeys[i], cellText(sheet.language, measure, row.values[i]));
      }
      table.rows.push_back(item);
      if (!several && isCount(measure.unit)) table.bars.push_back(barOf(row));
    }
  }
  return table;
}

}  // namespace vejviser::hub::web
