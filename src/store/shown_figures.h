// The shared figures as a tablet may show them: exact ones, or the months that the hub has
// published.
#pragma once

#include "src/domain/publication.h"
#include "src/store/queries.h"
#include "src/store/shared_queries.h"

#include <chrono>
#include <set>
#include <vector>

namespace vejviser::store {

struct ShownFigures {
  Period period;
  Figures figures;
  std::set<Line> withheld;             ///< see shownValues(); of exact figures none
  std::vector<PublishedMonth> months;  ///< that the figures were published in, ascending
};

/// Whether this tablet shows what is exact, by the municipality's rule.
bool showsExact(const Queries& queries, const SharedQueries& shared);

/// The published months that there are, ascending.
std::vector<std::chrono::year_month> publishedMonths(const SharedQueries& shared);

/// The published months that have a day in `period`, whole; `period` itself if there is none. One
/// that this program cannot read (a newer hub's) is logged and left out.
ShownFigures publishedIn(const Queries& queries, const SharedQueries& shared, const Period& period);

/// What the municipality's rule lets this tablet show of a period.
ShownFigures readShared(const Queries& queries, const SharedQueries& shared, const Period& period);

}  // namespace vejviser::store
