#include "sync/hub/statistics_csv.h"

#include "src/domain/calendar.h"

namespace vejviser::hub {

namespace {

std::string word(std::string_view text) {
  return std::string{text};
}

/// What a line is called, and how its item is told.
struct Figure {
  std::string name;
  std::string item;
  CsvCell hour;
  bool isPart = false;  ///< of all helps
};

Figure figureOf(const Line& line) {
  switch (line.table) {
    case kByDay:
      return {"by_day", line.item, {}, true};
    case kByBranch:
      return {"by_branch", line.item, {}, true};
    case kByHour:
      return {"by_hour", line.item.substr(0, 1), std::int64_t{std::stoi(line.item.substr(2))},
              true};
    case static_cast<Table>(Series::Topic):
      return {"by_topic", line.item, {}, true};
    case static_cast<Table>(Series::Referral):
      return {"referrals_to", line.item, {}, false};
    default:
      return {word(code(static_cast<Series>(line.table))), line.item, {}, false};
  }
}

class Writer {
 public:
  explicit Writer(CsvDialect dialect)
      : m_table(dialect, {"figure", "unit", "item", "hour", "n", "share"}) {}

  void plain(const std::string& figure, const std::string& item,
             const std::optional<std::int64_t>& n) {
    m_table.add({figure, {}, item, {}, cell(n), {}});
  }
  void figures(const Figures& figures, const std::set<Line>& withheld) {
    const auto rows = rowsOf(figures, withheld);
    const auto total = [&](const char* name) {
      const auto n = rows.at({kByUnit, Unit::Library, name});
      plain(name, "", n);
      return n;
    };
    const auto helps = total("helps");
    total("people");
    total("referrals");
    for (const auto& [line, n] : rows) {
      if (line.table == kByUnit || line.table == static_cast<Table>(Series::People)) continue;
      const Figure figure = figureOf(line);
      CsvCell share;
      if (figure.isPart && n && helps && *helps > 0) {
        share = static_cast<double>(*n) / static_cast<double>(*helps);
      }
      m_table.add({figure.name, word(code(line.unit)), figure.item, figure.hour, cell(n), share});
    }
  }
  const std::string& text() const { return m_table.text(); }

 private:
  static CsvCell cell(const std::optional<std::int64_t>& n) { return n ? CsvCell{*n} : CsvCell{}; }

  CsvTable m_table;
};

}  // namespace

std::string statisticsCsv(const wire::StatisticsAnswer& answer, CsvDialect dialect) {
  Writer writer{dialect};
  writer.figures(answer.figures, answer.withheld);
  const wire::Coverage& coverage = answer.coverage;
  writer.plain("coverage", "tablets", coverage.tablets);
  writer.plain("coverage", "heard_today", coverage.heardToday);
  writer.plain("coverage", "waiting", coverage.waiting);
  writer.plain("coverage", "held", coverage.held);
  return writer.text();
}

}  // namespace vejviser::hub
