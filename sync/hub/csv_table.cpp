#include "sync/hub/csv_table.h"

#include "platform/csv.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

namespace vejviser::hub {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kBeginsFormula = "=+-@\t\r\n";

std::string safe(const std::string& text) {
  const bool formula = !text.empty() && kBeginsFormula.find(text.front()) != std::string_view::npos;
  return formula ? "'" + text : text;
}

std::string decimal(double number, CsvDialect dialect) {
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.4f", number);  // no locale is ever set
  std::string text{buffer.data()};
  if (dialect == CsvDialect::Danish) std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

std::string written(const CsvCell& cell, CsvDialect dialect) {
  if (const auto* text = std::get_if<std::string>(&cell)) return safe(*text);
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
  if (const auto* share = std::get_if<double>(&cell)) return decimal(*share, dialect);
  return {};
}

std::string lineOf(const std::vector<std::string>& cells, CsvDialect dialect) {
  return platform::csvLine(cells, dialect == CsvDialect::Danish ? ';' : ',', "\r\n");
}

}  // namespace

CsvTable::CsvTable(CsvDialect dialect, const std::vector<std::string>& columns)
    : m_dialect(dialect) {
  if (dialect == CsvDialect::Danish) m_text.append(kByteOrderMark);
  m_text.append(lineOf(columns, dialect));
}

void CsvTable::add(const std::vector<CsvCell>& cells) {
  std::vector<std::string> texts;
  texts.reserve(cells.size());
  for (const CsvCell& cell : cells) texts.push_back(written(cell, m_dialect));
  m_text.append(lineOf(texts, m_dialect));
}

}  // namespace vejviser::hub
