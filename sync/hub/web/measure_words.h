// Measures in words: values as each language writes them, and names for what they are divided by.
#pragma once

#include "src/domain/authority_line.h"
#include "src/domain/destination.h"
#include "src/domain/shown_values.h"
#include "sync/hub/web/view.h"

#include <string>
#include <string_view>
#include <vector>

namespace vejviser::hub::web {

/// Names that items of measures refer to by code.
struct ItemNames {
  Names names;
  std::vector<Destination> destinations;
  std::vector<Role> roles;
};

std::string measureName(Language language, const Measure& measure);
/// "1.234", "62 %", "højst 15 min.", "mindst 40", "skjult"; "–" where nothing was recorded.
std::string valueText(Language language, MeasureUnit unit, const ShownValue& value);
/// `kind` is Measure::item; the code itself when there is no name.
std::string itemName(Language language, const ItemNames& names, std::string_view kind,
                     const std::string& item);

}  // namespace vejviser::hub::web
