// What the overview shows of some figures: one section for each question a municipality asks, with
// a number for each unit, as chart and table in one.
#pragma once

#include "src/domain/statistics.h"
#include "src/store/municipality.h"

#include <QVariantList>

namespace vejviser::app {

/// Maps of {code, title, kind, rows, note, empty}, in the order of the page.
/// `kind` is "bars": rows of {name, library, citizenService} that are parts of one whole;
/// "numbers": the same, but of different things; "flow": rows of the units' referrals to the other
/// one; "hours": rows of {hour, cells: [Monday ... Sunday]}, with `highest`. `empty` says in place
/// of the rows that there are none, which is not the same as nobody having come; `note` is about
/// all rows.
QVariantList overviewSections(const Figures& figures, const store::Municipality& municipality);

}  // namespace vejviser::app
