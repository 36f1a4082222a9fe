// What pages of figures have in common: charts and the heat map as their templates draw them, the
// choices of their filter, and what they say of the figures.
#pragma once

#include "sync/hub/web/breaks.h"
#include "sync/hub/web/charts.h"
#include "sync/hub/web/view.h"

#include <optional>
#include <set>
#include <string>

namespace vejviser::hub::web {

/// A number of an SVG: two decimals at most.
std::string coordinate(double value);
data chartData(const Chart& chart);

/// Helps by weekday and hour, hours below each other: the same numbers for picture and table. Of a
/// unit, or of both together.
data heatData(Language language, const Figures& figures, const std::set<Line>& withheld,
              std::optional<Unit> unit);

data branchChoices(const FiguresQuestion& question, const Names& names);
data shortcuts(Language language, const FiguresQuestion& question, Day today);

std::string coverageLine(Language language, const wire::Coverage& coverage);
/// What the figures are when they are not the exact ones; empty when they are.
std::string publishedLine(Language language, const wire::StatisticsAnswer& answer);

/// What every page of figures has: its place, its filter, and what the figures are. `title` is the
/// key of a text, `more` what else it was asked for: "a=1&".
data figuresFrame(const Hub& hub, const Request& request, Language language,
                  const std::string& path, const char* title, const FiguresQuestion& question,
                  const wire::StatisticsAnswer& answer, const Names& names,
                  const std::vector<Break>& breaks, const std::string& more = {});

}  // namespace vejviser::hub::web
