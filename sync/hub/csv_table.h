// A table of figures as CSV, for spreadsheets and programs. Source: RFC 4180.
//
// Text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV
// Injection"): names of topics and branches are what a municipality wrote.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace vejviser::hub {

enum class CsvDialect {
  International,  ///< comma between cells, decimal point
  Danish,         ///< semicolon, decimal comma, byte order mark: as a Danish Excel opens it
};

/// Nothing, text, a number, or a share with four decimals.
using CsvCell = std::variant<std::monostate, std::string, std::int64_t, double>;

class CsvTable {
 public:
  CsvTable(CsvDialect dialect, const std::vector<std::string>& columns);

  void add(const std::vector<CsvCell>& cells);
  const std::string& text() const { return m_text; }

 private:
  CsvDialect m_dialect;
  std::string m_text;
};

}  // namespace vejviser::hub
