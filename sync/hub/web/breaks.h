// The days on which what figures count became something else, as pages of figures say them.
#pragma once

#include "src/domain/breaks.h"
#include "sync/hub/storage.h"
#include "sync/hub/web/names.h"
#include "sync/hub/web/texts.h"

#include <kainjow/mustache.hpp>
#include <string>
#include <vector>

namespace vejviser::hub::web {

/// As breaksIn().
Result<std::vector<Break>> readBreaks(ReadTx& tx, const Catalogue& catalogue, const Period& period,
                                      const std::string& branch);

/// A line for each: its day, its place unless all figures are meant, and what it is.
std::vector<std::string> breakLines(Language language, const Names& names,
                                    const std::vector<Break>& breaks);
/// The same as maps of {text}.
kainjow::mustache::data breaksData(Language language, const Names& names,
                                   const std::vector<Break>& breaks);

}  // namespace vejviser::hub::web
