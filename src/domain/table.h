// The form of a table that a municipality may hand over as a file: its columns and its bounds.
// Readers check the form first, then the cells; every fault names line and column.
#pragma once

#include "src/base/result.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vejviser {

struct TableForm {
  std::string_view name;  ///< what errors call the file, e.g. "guides"
  std::span<const std::string_view> columns;
  std::size_t mostRows = 0;  ///< without the heading
};

/// Error Invalid: "guides line 7: part is ...". The heading is line 1.
Error faultIn(const TableForm& form, std::size_t line, std::string_view column,
              const std::string& why);

/// Whether the first row names the columns, in their order, and 1 to `mostRows` rows of as many
/// cells follow. Error Invalid with the line.
Status checkForm(const TableForm& form, const std::vector<std::vector<std::string>>& rows);

/// Whether a cell is 1 to `longest` bytes of plain text. Error Invalid with line and column.
Status checkText(const TableForm& form, std::size_t line, std::string_view column,
                 const std::string& text, std::size_t longest);

}  // namespace vejviser
