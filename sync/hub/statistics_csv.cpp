#include "sync/hub/statistics_csv.h"

#include "src/domain/calendar.h"

namespace vejviser::hub {

namespace {

std::string word(std::string_view text) {
  return std::string{text};
}

class Writer {
 public:
  Writer(CsvDialect dialect, std::int64_t helps)
      : m_table(dialect, {"figure", "unit", "item", "hour", "n", "share"}), m_helps(helps) {}

  void plain(const std::string& figure, const std::string& unit, const std::string& item,
             std::int64_t n) {
    m_table.add({figure, unit, item, {}, n, {}});
  }
  /// A part of all helps.
  void part(const std::string& figure, Unit unit, const std::string& item, CsvCell hour,
            std::int64_t n) {
    CsvCell share;
    if (m_helps > 0) share = static_cast<double>(n) / static_cast<double>(m_helps);
    m_table.add({figure, word(code(unit)), item, std::move(hour), n, share});
  }
  const std::string& text() const { return m_table.text(); }

 private:
  CsvTable m_table;
  std::int64_t m_helps;
};

void addFigures(Writer& writer, const Figures& figures) {
  writer.plain("helps", "", "", figures.helps);
  writer.plain("people", "", "", figures.people);
  writer.plain("referrals", "", "", figures.referrals);
  for (const auto& [key, n] : figures.helpsByTopic) {
    writer.part("by_topic", key.second, key.first, {}, n);
  }
  for (const auto& [key, n] : figures.helpsByDay) {
    writer.part("by_day", key.second, toString(key.first), {}, n);
  }
  for (const auto& [key, n] : figures.helpsByBranch) {
    writer.part("by_branch", key.second, key.first, {}, n);
  }
  for (const auto& [key, n] : figures.helpsByHour) {
    writer.part("by_hour", key.second, std::to_string(key.first.first),
                std::int64_t{key.first.second}, n);
  }
  for (const auto& [key, n] : figures.referralsTo) {
    writer.plain("referrals_to", word(code(key.first)), key.second, n);
  }
  for (const auto& [key, n] : figures.others) {
    const auto& [series, unit, item] = key;
    writer.plain(word(code(series)), word(code(unit)), item, n);
  }
}

}  // namespace

std::string statisticsCsv(const wire::StatisticsAnswer& answer, CsvDialect dialect) {
  Writer writer{dialect, answer.figures.helps};
  addFigures(writer, answer.figures);
  const wire::Coverage& coverage = answer.coverage;
  writer.plain("coverage", "", "tablets", coverage.tablets);
  writer.plain("coverage", "", "heard_today", coverage.heardToday);
  writer.plain("coverage", "", "waiting", coverage.waiting);
  writer.plain("coverage", "", "held", coverage.held);
  return writer.text();
}

}  // namespace vejviser::hub
