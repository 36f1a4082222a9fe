// The personal-data guard's eye for numbers: CPR, phone and card.
#pragma once

#include "src/domain/personal_data.h"
#include "src/domain/plain_text.h"

#include <optional>

namespace vejviser {

/// The first number in `text` that is personal data.
std::optional<PersonalData> findPersonalNumber(const PlainText& text);

}  // namespace vejviser
