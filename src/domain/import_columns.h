// Finding the columns of an imported file by their headings.
#pragma once

#include "src/domain/import.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace vejviser {

/// The places of named columns in a file, and safe access to their cells.
class ImportColumns {
 public:
  /// Error Invalid that names the first missing column that is not `optional`.
  static Result<ImportColumns> find(const CsvRows& rows, const std::vector<std::string>& names,
                                    const std::set<std::string>& optional = {});

  /// The cell of the `column`-th name, or empty when there is none.
  const std::string& cell(const std::vector<std::string>& row, std::size_t column) const;

 private:
  std::vector<std::size_t> m_places;
};

/// Reads exactly a whole number from 0 to `most`.
std::optional<int> parseCount(std::string_view text, int most);

/// Reads "14:30" or "14.30", with or without seconds; nothing else ("2:30 PM" is no half past two).
std::optional<std::pair<int, int>> parseHourMinute(std::string_view text);

}  // namespace vejviser
