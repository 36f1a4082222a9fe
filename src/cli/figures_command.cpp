#include "src/cli/commands.h"
#include "src/domain/calendar.h"
#include "src/domain/shown_values.h"
#include "src/store/shown_figures.h"
#include "sync/wire/hub_messages.h"

#include <algorithm>
#include <cstdio>
#include <set>
#include <string>

namespace vejviser::cli {

namespace {

constexpr std::size_t kItems = 10;  ///< shown of each measure that is divided

std::string textOf(const ShownValue& shown) {
  if (!shown.value) return shown.withheld ? "withheld" : "-";
  const std::string n = std::to_string(static_cast<std::int64_t>(shown.value->n));
  return (shown.value->bound == Bound::AtLeast ? ">=" : "") + n;
}

/// Library, citizen service and both together, a row for each item.
class Table {
 public:
  Table(const store::ShownFigures& shown, const store::Municipality& municipality)
      : m_withheld(shown.withheld),
        m_source{shown.figures, municipality.catalogue, municipality.hours, shown.period} {}

  void print(const char* id) const {
    const Measure& measure = measureOf(id);
    auto rows = mostFirst(shownTable(measure, m_source, m_withheld));
    rows.resize(std::min(rows.size(), kItems));
    if (!measure.item.empty()) std::printf("%27s%s\n", "", std::string{measure.nameEn}.c_str());
    for (const auto& [item, row] : rows) {
      for (const auto& value : row) {
        std::printf("%8s ", textOf(value.value_or(ShownValue{})).c_str());
      }
      std::printf(" %s\n", nameOf(measure, item).c_str());
    }
  }

 private:
  std::string nameOf(const Measure& measure, const std::string& item) const {
    if (measure.item.empty()) return std::string{measure.nameEn};
    const Topic* topic = m_source.catalogue.find(item);
    return "  " + (measure.item == "topic" && topic != nullptr ? topic->nameDa : item);
  }

  const std::set<Line>& m_withheld;
  MeasureSource m_source;
};

void printTables(const store::ShownFigures& shown, const store::Municipality& municipality) {
  std::printf("%s to %s\n", toString(shown.period.from).c_str(), toString(shown.period.to).c_str());
  for (const PublishedMonth& month : shown.months) {
    std::printf("published: %s, version %d, made on %s\n", toString(month.month).c_str(),
                month.version, toString(month.made).c_str());
  }
  std::printf(" library  citizen    total\n");
  const Table table{shown, municipality};
  for (const char* measure : {"helps", "people", "helps_by_topic", "referrals"}) {
    table.print(measure);
  }
}

/// Nothing where the figures are exact.
std::optional<std::vector<wire::Edition>> editionsOf(const store::ShownFigures& shown, bool exact) {
  if (exact) return std::nullopt;
  std::vector<wire::Edition> editions;
  for (const PublishedMonth& month : shown.months) {
    editions.push_back({month.month, month.version, month.made});
  }
  return editions;
}

}  // namespace

int printFigures(engine::Tablet& tablet, const FiguresOptions& options) {
  const Day today = toLocal(tablet.clock().now()).day;
  const auto from = options.from.empty() ? today : parseDay(options.from);
  const auto to = options.to.empty() ? today : parseDay(options.to);
  if (!from || !to || *from > *to) {
    return failed({ErrorCode::Invalid, "--from and --to", "must be days such as 2026-11-24"});
  }
  const Period period{*from, *to};
  const store::Queries& queries = tablet.queries();
  const store::SharedQueries& shared = tablet.store().shared();
  const bool exact = !options.shared || store::showsExact(queries, shared);
  const store::ShownFigures shown =
      options.shared ? store::readShared(queries, shared, period)
                     : store::ShownFigures{period, queries.ownFigures(period), {}, {}};
  if (options.json) {
    const auto editions = editionsOf(shown, exact);
    std::printf("%s\n",
                wire::encode(shown.period, shown.figures, shown.withheld, editions).c_str());
  } else if (!exact && shown.months.empty()) {
    std::printf("no month from %s to %s is published yet\n", toString(period.from).c_str(),
                toString(period.to).c_str());
  } else {
    printTables(shown, tablet.municipality());
  }
  return kDone;
}

}  // namespace vejviser::cli
