#include "src/app/places.h"

#include "src/app/labels.h"
#include "src/domain/calendar.h"

#include <QCoreApplication>
#include <QLocale>

namespace vejviser::app {

namespace {

QString word(const char* source) {
  return QCoreApplication::translate("Places", source);
}

QString bodyName(const Destination& body) {
  return QString::fromStdString(QLocale{}.language() == QLocale::Danish ? body.nameDa
                                                                        : body.nameEn);
}

/// "tomorrow at 10.00", "on Monday at 10.00", "12-1 at 10.00".
QString whenOpens(Instant opening, Instant now) {
  const auto ahead = toLocal(opening).day - toLocal(now).day;
  const QString time = timeLabel(opening);
  if (ahead.count() == 0) return word(QT_TRANSLATE_NOOP("Places", "at %1")).arg(time);
  if (ahead.count() == 1) return word(QT_TRANSLATE_NOOP("Places", "tomorrow at %1")).arg(time);
  if (ahead.count() < 7) {
    const QString day = QLocale{}.dayName(weekday(toLocal(opening).day));
    return word(QT_TRANSLATE_NOOP("Places", "on %1 at %2")).arg(day, time);
  }
  return momentLabel(opening, now);
}

/// Fills in the hours, when they are known.
Place withHours(Place place, const OpeningHours* hours, Instant now) {
  if (hours == nullptr) return place;
  place.open = openText(*hours, now);
  place.isOpen = hours->isOpen(now);
  return place;
}

Place unitAt(const store::Municipality& municipality, Unit unit, const std::string& branch,
             Instant now) {
  const std::string unit_code{code(unit)};
  return withHours({unit_code, branch, placeName(municipality, unit_code, branch), {}, false, {}},
                   municipality.hoursOf(branch, unit_code), now);
}

/// The other unit, with the hours of its desk here, or of the only place that has told them.
Place otherUnitOf(const store::Municipality& municipality, const store::Workplace& here, Unit unit,
                  Instant now) {
  const std::string to{code(otherUnit(unit))};
  const OpeningHours* hours = municipality.hoursOf(here.branch, to);
  int told = 0;
  for (const auto& [key, known] : municipality.hours) {
    if (key.unit != to) continue;
    ++told;
    if (told == 1 && hours == nullptr) hours = &known;
  }
  const bool here_known = municipality.hoursOf(here.branch, to) != nullptr;
  return withHours({to, {}, unitLabel(otherUnit(unit)), {}, false, {}},
                   here_known || told == 1 ? hours : nullptr, now);
}

}  // namespace

QString openText(const OpeningHours& hours, Instant now) {
  const OpenState state = hours.at(now);
  if (state.open && state.beyond) return word(QT_TRANSLATE_NOOP("Places", "Open"));
  if (state.open) {
    return word(QT_TRANSLATE_NOOP("Places", "Open until %1")).arg(timeLabel(state.until));
  }
  if (state.beyond || !state.nextOpening) return word(QT_TRANSLATE_NOOP("Places", "Closed"));
  return word(QT_TRANSLATE_NOOP("Places", "Closed, opens %1"))
      .arg(whenOpens(*state.nextOpening, now));
}

QString placeName(const store::Municipality& municipality, const std::string& to,
                  const std::string& branch) {
  QString name = QString::fromStdString(to);
  if (const auto unit = unitFromCode(to)) name = unitLabel(*unit);
  if (const Destination* body = municipality.destination(to)) name = bodyName(*body);
  if (branch.empty()) return name;
  const Branch* known = municipality.branch(branch);
  return name + QStringLiteral(" · ") +
         QString::fromStdString(known == nullptr ? branch : known->name);
}

std::vector<Place> placesFor(const store::Municipality& municipality, const Topic& topic,
                             const store::Workplace& here, Instant now) {
  const Unit unit = here.unit.value_or(Unit::Library);
  std::vector<Place> places = {otherUnitOf(municipality, here, unit, now)};
  for (const Destination& body : municipality.destinations) {
    if (!body.offeredFor(topic)) continue;
    const std::string& contact = body.phone.empty() ? body.web : body.phone;
    places.push_back(
        withHours({body.code, {}, bodyName(body), {}, false, QString::fromStdString(contact)},
                  municipality.hoursOf(body.code, ""), now));
  }
  const Unit other = otherUnit(unit);
  for (const Branch& branch : municipality.branches) {
    const bool told = municipality.hoursOf(branch.code, std::string{code(other)}) != nullptr;
    if (told) places.push_back(unitAt(municipality, other, branch.code, now));
    if (branch.code != here.branch) {
      places.push_back(unitAt(municipality, unit, branch.code, now));
    }
  }
  return places;
}

}  // namespace vejviser::app
