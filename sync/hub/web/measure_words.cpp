#include "sync/hub/web/measure_words.h"

#include <algorithm>
#include <cmath>

namespace vejviser::hub::web {

namespace {

std::string numberText(Language language, MeasureUnit unit, double n) {
  const auto whole = static_cast<std::int64_t>(std::llround(n));
  switch (unit) {
    case MeasureUnit::Share: {
      const auto percent = static_cast<std::int64_t>(std::llround(n * 100));
      return number(language, percent) + (language == Language::Danish ? "\u00a0%" : "%");
    }
    case MeasureUnit::Minutes:
      return number(language, whole) + "\u00a0" + text(language, "minutes_short");
    case MeasureUnit::Hours:
      return number(language, whole) + "\u00a0" + text(language, "hours_short");
    default:
      return number(language, whole);
  }
}

std::string roleName(Language language, const std::vector<Role>& roles, const std::string& role) {
  const auto it =
      std::find_if(roles.begin(), roles.end(), [&](const Role& each) { return each.code == role; });
  if (it == roles.end()) return role;
  return language == Language::Danish ? it->nameDa : it->nameEn;
}

}  // namespace

std::string measureName(Language language, const Measure& measure) {
  return std::string{language == Language::Danish ? measure.nameDa : measure.nameEn};
}

std::string valueText(Language language, MeasureUnit unit, const ShownValue& value) {
  if (!value.value) return value.withheld ? text(language, "withheld") : "–";
  const std::string text_ = numberText(language, unit, value.value->n);
  switch (value.value->bound) {
    case Bound::AtLeast:
      return text(language, "at_least") + " " + text_;
    case Bound::AtMost:
      return text(language, "at_most") + " " + text_;
    case Bound::Exact:
      break;
  }
  return text_;
}

std::string itemName(Language language, const ItemNames& names, std::string_view kind,
                     const std::string& item) {
  if (kind == "topic") return topicName(language, names.names, item);
  if (kind == "branch") return branchName(language, names.names, item);
  if (kind == "role") return roleName(language, names.roles, item);
  if (kind == "hour") return hourName(language, std::stoi(item));
  if (kind == "unit" || kind == "destination") {
    return destinationName(language, names.destinations, item);
  }
  return textOr(language, "item_" + std::string{kind} + "_" + item, item);
}

}  // namespace vejviser::hub::web
