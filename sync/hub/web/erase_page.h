// The page "Erase" ("Slet indhold"): what an entry says, erasing it for good, and a search for what
// looks like personal data.
#pragma once

#include "sync/hub/hub.h"

namespace vejviser::hub::web {

/// GET /erase?id=&after=&erased=: with an id the entry and the form that erases it; else what looks
/// like personal data, searched from a place on.
Response eraseForm(Hub& hub, const Request& request);
/// POST /erase: `id`, and `sure` that it is meant.
Response eraseEntry(Hub& hub, const Request& request);

}  // namespace vejviser::hub::web
