#include "sync/hub/web/measure_tables.h"

#include <algorithm>
#include <array>

namespace vejviser::hub::web {

namespace {

constexpr std::array<const char*, 3> kKeys = {"library", "citizen_service", "together"};

struct Row {
  std::string name;
  ShownRow values;
};

bool isCount(MeasureUnit unit) {
  return unit != MeasureUnit::Share && unit != MeasureUnit::Minutes && unit != MeasureUnit::Hours;
}

/// The rows of a table in the order of a page: that of the items, if they have one.
std::vector<std::pair<std::string, ShownRow>> inOrder(const Measure& measure,
                                                      const ShownTable& table) {
  if (measure.item != "hour" && measure.item != "band" && measure.item != "unit") {
    return mostFirst(table);
  }
  std::vector<std::pair<std::string, ShownRow>> rows{table.begin(), table.end()};
  if (measure.item == "band") {  // "5-15" before "15-30"
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
      return std::stoi(a.first) < std::stoi(b.first);
    });
  }
  return rows;
}

std::vector<Row> rowsOf(const Sheet& sheet, const Measure& measure, bool named) {
  std::vector<Row> list;
  const ShownTable table = shownTable(measure, sheet.source, sheet.withheld);
  for (const auto& [item, values] : inOrder(measure, table)) {
    const std::string name = measure.item.empty()
                                 ? std::string{}
                                 : itemName(sheet.language, sheet.names, measure.item, item);
    Row row{name.empty() ? measureName(sheet.language, measure) : name, values};
    if (named && !name.empty()) {
      row.name =
          measureName(sheet.language, measure) + " " + text(sheet.language, "to_unit") + " " + name;
    }
    list.push_back(std::move(row));
  }
  return list;
}

std::string cellText(Language language, const Measure& measure,
                     const std::optional<ShownValue>& value) {
  return value ? valueText(language, measure.unit, *value) : std::string{};
}

UnitRow barOf(const Row& row) {
  UnitRow bar;
  bar.name = row.name;
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
