#include "src/app/places.h"

#include "src/app/labels.h"

namespace vejviser::app {

namespace {

QString bodyName(const Destination& body) {
  return inLanguage(body.nameDa, body.nameEn);
}

/// Fills in the hours, when they are known.
Place withHours(Place place, const OpeningHours* hours, Instant now) {
  if (hours == nullptr) return place;
  place.open = openLabel(hours->at(now), now);
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

QString branchName(const store::Municipality& municipality, const std::string& branch) {
  const Branch* known = municipality.branch(branch);
  return QString::fromStdString(known == nullptr ? branch : known->name);
}

QVariantList branchChoices(const store::Municipality& municipality) {
  QVariantList list;
  for (const Branch& branch : municipality.branches) {
    list.append(choice(branch.code, QString::fromStdString(branch.name)));
  }
  return list;
}

QString placeName(const store::Municipality& municipality, const std::string& to,
                  const std::string& branch) {
  QString name = QString::fromStdString(to);
  if (const auto unit = unitFromCode(to)) name = unitLabel(*unit);
  if (const Destination* body = municipality.destination(to)) name = bodyName(*body);
  if (branch.empty()) return name;
  return name + QStringLiteral(" · ") + branchName(municipality, branch);
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
