#include "src/store/shown_figures.h"

#include "platform/csv.h"
#include "platform/log.h"
#include "src/domain/published_file.h"
#include "src/store/municipality.h"

#include <utility>

namespace vejviser::store {

namespace {

Result<PublishedMonth> readMonth(const std::string& text) {
  const auto rows = platform::readCsv(text);
  if (!rows) return rows.error();
  return readPublished(*rows);
}

bool overlaps(const Period& period, const Period& other) {
  return period.from <= other.to && other.from <= period.to;
}

}  // namespace

bool showsExact(const Queries& queries, const SharedQueries& shared) {
  return readExactFor(queries, shared) == ExactFor::All;
}

std::vector<std::chrono::year_month> publishedMonths(const SharedQueries& shared) {
  std::vector<std::chrono::year_month> months;
  for (const std::string& name : shared.documentNames()) {
    if (const auto month = publishedMonth(name)) months.push_back(*month);
  }
  return months;
}

ShownFigures publishedIn(const Queries& queries, const SharedQueries& shared,
                         const Period& period) {
  ShownFigures shown;
  shown.period = period;
  for (const auto month : publishedMonths(shared)) {
    if (!overlaps(period, daysOf(month))) continue;
    const std::string name = publishedName(month);
    auto read = readMonth(shared.document(name).value_or(""));
    if (read) {
      shown.months.push_back(std::move(*read));
    } else {
      platform::log(platform::LogLevel::Warning, "document " + name + ": " + read.error().text());
    }
  }
  if (shown.months.empty()) return shown;
  PublishedFigures published = figuresOf(shown.months, readCatalogue(queries));
  shown.figures = std::move(published.figures);
  shown.withheld = std::move(published.withheld);
  shown.period = {daysOf(shown.months.front().month).from, daysOf(shown.months.back().month).to};
  return shown;
}

ShownFigures readShared(const Queries& queries, const SharedQueries& shared, const Period& period) {
  if (!showsExact(queries, shared)) return publishedIn(queries, shared, period);
  return {period, queries.sharedFigures(period), {}, {}};
}

}  // namespace vejviser::store
