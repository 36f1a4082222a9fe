// The app's words for codes and times, in the language now in use.
#pragma once

#include "src/base/time.h"
#include "src/domain/catalogue.h"
#include "src/domain/codes.h"

#include <QString>
#include <string>

namespace vejviser::app {

QString outcomeLabel(Outcome outcome);
QString bandLabel(Band band);
QString audienceLabel(Audience audience);
QString unitLabel(Unit unit);
QString unitInText(Unit unit);  ///< within a sentence: "to the library"
QString topicName(const Topic& topic);
/// Why the hub holds an entry, and what to do, from the reason on the wire.
QString heldLabel(const std::string& reason);

QString timeLabel(Instant instant);  ///< "14.30" or "14:30", local time
/// The time alone for today, with the date before it for another day, and the year if it is
/// another.
QString momentLabel(Instant instant, Instant now);

/// A code as QML knows it.
QString toQString(std::string_view text);

}  // namespace vejviser::app
