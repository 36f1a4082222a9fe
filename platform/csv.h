// CSV text to rows and back, by libcsv. Source: RFC 4180.
#pragma once

#include "src/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace vejviser::platform {

/// Splits UTF-8 text (a byte order mark is skipped) into rows of cells. The separator is ';' or
/// a tab when the first line holds more of them than commas. Blank lines are skipped. Error Invalid
/// when it is not UTF-8 or quotes do not match.
Result<std::vector<std::vector<std::string>>> readCsv(std::string_view text);

/// One line; cells are quoted where needed, so that readCsv gives them back.
std::string csvLine(const std::vector<std::string>& cells, char separator = ',',
                    std::string_view ending = "\n");

}  // namespace vejviser::platform
