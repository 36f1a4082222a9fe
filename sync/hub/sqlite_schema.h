// The hub's database file, as SQL. A migration is never edited once it has shipped.
#pragma once

#include "platform/sqlite.h"

namespace vejviser::hub {

/// Application id "VejH" and every migration there is.
extern const platform::FileKind kHubFile;

}  // namespace vejviser::hub
