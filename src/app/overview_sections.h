// What the overview shows of some figures: one section for each question a municipality asks, with
// the values of measures.h of each unit and of both together, as chart and table in one.
#pragma once

#include "src/store/municipality.h"
#include "src/store/shown_figures.h"

#include <QString>
#include <QVariantList>
#include <QVariantMap>

namespace vejviser::app {

/// Maps of {code, title, kind, rows, note, empty}, in the order of the page. A value is what
/// shownWords() makes of it.
/// `kind` is "bars": rows of {name, library, citizenService, total} that are parts of one whole;
/// "numbers": the same, but of different things; "flow": rows of the units' referrals to the other
/// one; "hours": rows of {hour, cells: [Monday ... Sunday]}, with `highest` and `withheld`, whether
/// a cell is. `empty` says in place of the rows that there are none, which is not the same as
/// nobody having come; `note` is about all rows.
QVariantList overviewSections(const store::ShownFigures& figures,
                              const store::Municipality& municipality);

/// {helps, people, referrals} of both units together, as shownWords() makes them.
QVariantMap overviewTotals(const store::ShownFigures& figures,
                           const store::Municipality& municipality);

/// The breaks in these days, a line each; `told` as breaksIn() has it.
QString breaksText(const Period& days, const std::vector<Break>& told,
                   const store::Municipality& municipality);

}  // namespace vejviser::app
