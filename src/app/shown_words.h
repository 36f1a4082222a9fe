// Values of measures as the app says them: a number, a bound, or that it is withheld.
#pragma once

#include "src/domain/shown_values.h"

#include <QVariantMap>

namespace vejviser::app {

/// {n, text, brief, spoken, some}: what bars are as long as (0 where nothing is known), the words,
/// a sign for narrow places, what a screen reader says, and whether there is anything but zero to
/// tell.
QVariantMap shownWords(const ShownValue& shown, MeasureUnit unit);

/// What stands where a value is not asked for: all empty.
QVariantMap noWords();

}  // namespace vejviser::app
