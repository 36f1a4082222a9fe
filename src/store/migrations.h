// The tablet's database file, as SQL. A migration is never edited once it has shipped.
#pragma once

#include "platform/sqlite.h"

namespace vejviser::store {

/// Application id "VejT" and every migration there is.
extern const platform::FileKind kTabletFile;

}  // namespace vejviser::store
