// Tables as an Excel workbook (XLSX), by libxlsxwriter, which stays behind this header. Source:
// ECMA-376.
#pragma once

#include "src/base/result.h"
#include "src/domain/calendar.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace vejviser::hub {

/// Nothing, text, a number, a day, or a local time. Text is never a formula, whatever it says.
using SheetCell = std::variant<std::monostate, std::string, std::int64_t, Day, LocalTime>;

struct Sheet {
  std::string name;                   ///< at most 31 characters, none of []:*?/ and the backslash
  std::vector<std::string> headings;  ///< the first row: bold, and it stays in view
  std::vector<std::vector<SheetCell>> rows;
};

struct Workbook {
  std::string title;
  Day made{};           ///< the file's date of creation
  std::string dayLook;  ///< how days look, as Excel writes it: "dd-mm-yyyy"
  std::vector<Sheet> sheets;
};

/// The file. The same bytes for the same workbook. Error Storage when there is no room for
/// temporary files, Invalid when a text is longer than the format allows (32,767 characters).
Result<std::string> xlsxOf(const Workbook& workbook);

}  // namespace vejviser::hub
