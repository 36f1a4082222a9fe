// The app's words for codes and times, in the language now in use.
#pragma once

#include "src/base/time.h"
#include "src/domain/calendar.h"
#include "src/domain/catalogue.h"
#include "src/domain/codes.h"
#include "src/domain/opening_hours.h"

#include <QString>
#include <QVariantList>
#include <QVariantMap>
#include <initializer_list>
#include <string>

namespace vejviser::app {

QString outcomeLabel(Outcome outcome);
QString bandLabel(Band band);
QString audienceLabel(Audience audience);
QString unitLabel(Unit unit);
QString unitInText(Unit unit);  ///< within a sentence: "to the library"
/// The one of two texts that is in the language now in use.
QString inLanguage(const std::string& danish, const std::string& english);
QString topicName(const Topic& topic);
/// The topic's name; its id when the catalogue does not know it.
QString topicName(const Catalogue& catalogue, const std::string& topic);
/// Its group's code; empty when the catalogue does not know it.
QString topicGroup(const Catalogue& catalogue, const std::string& topic);
/// Why the hub holds an entry, and what to do, from the reason on the wire.
QString heldLabel(const std::string& reason);

QString declineLabel(Decline decline);
QString timeLabel(Instant instant);  ///< "14.30" or "14:30", local time
/// The time alone for today, with the date before it for another day, and the year if it is
/// another.
QString momentLabel(Instant instant, Instant now);

QString dayLabel(Day day);  ///< "24. november 2026" or "24 November 2026"
/// "Open until 18:00", "Opens at 10:00", "Opens tomorrow at 10:00"; a weekday within a week, then
/// the date. From a state that was asked for at `now`.
QString openLabel(const OpenState& state, Instant now);

/// A code as QML knows it.
QString toQString(std::string_view text);

/// A choice as QML knows it.
inline QVariantMap choice(std::string_view code, const QString& label) {
  return {{"code", toQString(code)}, {"label", label}};
}

/// The choices that there are of a word list, each with what `label` says of it.
template <class T, class Label>
QVariantList choices(std::initializer_list<T> values, Label label) {
  QVariantList list;
  for (T value : values) list.append(choice(code(value), label(value)));
  return list;
}

}  // namespace vejviser::app
