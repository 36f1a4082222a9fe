// The periods that published figures can be asked for, and what is said about them.
#pragma once

#include "src/domain/statistics.h"
#include "src/store/shown_figures.h"

#include <QString>
#include <chrono>
#include <span>
#include <vector>

namespace vejviser::app {

struct PublishedPeriod {
  QString code;  ///< "2026-10", "12m", "2026"
  QString label;
  Period period;
};

/// Of published months, ascending: the newest of them one by one, twelve months, and each year.
std::vector<PublishedPeriod> publishedPeriods(std::span<const std::chrono::year_month> months);

/// Which months figures are of, when they were made and in which version, and that the month under
/// way is not among them; where there are none, when the first can come.
QString publishedLine(const std::vector<PublishedMonth>& months, Day today);

}  // namespace vejviser::app
