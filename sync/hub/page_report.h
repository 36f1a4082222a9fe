// The figures of a period for reading and printing, on two pages: what they rest on, the key
// measures of each unit and of both together, and where the enquiries lie.
#pragma once

#include "sync/hub/drawing.h"
#include "sync/hub/statistics_xlsx.h"

namespace vejviser::hub {

/// Every number is a measure (src/domain/measures.h) of the edition's figures; what is withheld
/// from them says so. Reads opening hours and, where the figures are exact, the hours that lie
/// beneath them. Errors: those of Storage.
Result<Drawing> pageReport(ReadTx& tx, const Edition& edition, web::Language language);

}  // namespace vejviser::hub
