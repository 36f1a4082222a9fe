#include "platform/csv.h"

#include "src/base/text.h"

#include <algorithm>
#include <csv.h>

namespace vejviser::platform {

namespace {

struct Reading {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> row;
};

void onCell(void* data, std::size_t size, void* reading) {
  const char* text = data == nullptr ? "" : static_cast<const char*>(data);
  static_cast<Reading*>(reading)->row.emplace_back(text, size);
}

void onRow(int, void* reading_ptr) {
  auto* reading = static_cast<Reading*>(reading_ptr);
  reading->rows.push_back(std::move(reading->row));
  reading->row.clear();
}

/// What is within quotes separates nothing and ends no line.
unsigned char separatorOf(std::string_view text) {
  bool quoted = false;
  std::size_t commas = 0;
  std::size_t semicolons = 0;
  std::size_t tabs = 0;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' || c == '\r') break;
    commas += c == ',' ? 1 : 0;
    semicolons += c == ';' ? 1 : 0;
    tabs += c == '\t' ? 1 : 0;
  }
  if (tabs > std::max(commas, semicolons)) return '\t';
  return semicolons > commas ? ';' : ',';
}

/// Readers trim cells and skip blank lines, and may guess the separator; a decimal comma between
/// semicolons stays a number.
bool needsQuotes(const std::string& cell, bool alone, char separator) {
  if (cell.empty()) return alone;
  const auto is_blank = [](char c) { return c == ' ' || c == '\t'; };
  return is_blank(cell.front()) || is_blank(cell.back()) ||
         cell.find_first_of(separator == ';' ? ";\t\"\r\n" : ",;\t\"\r\n") != std::string::npos;
}

}  // namespace

Result<std::vector<std::vector<std::string>>> readCsv(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  if (!isUtf8(text)) {
    return Error{ErrorCode::Invalid, "csv", "is not UTF-8; save the file as CSV UTF-8"};
  }
  csv_parser parser{};
  csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI);
  csv_set_delim(&parser, separatorOf(text));
  Reading reading;
  const std::size_t read = csv_parse(&parser, text.data(), text.size(), onCell, onRow, &reading);
  const bool whole = read == text.size() && csv_fini(&parser, onCell, onRow, &reading) == 0;
  csv_free(&parser);
  if (!whole) {
    return Error{ErrorCode::Invalid, "csv line " + std::to_string(reading.rows.size() + 1),
                 "quotes do not match"};
  }
  return std::move(reading.rows);
}

std::string csvLine(const std::vector<std::string>& cells, char separator,
                    std::string_view ending) {
  std::string line;
  for (const std::string& cell : cells) {
    if (&cell != cells.data()) line.push_back(separator);
    if (!needsQuotes(cell, cells.size() == 1, separator)) {
      line.append(cell);
      continue;
    }
    std::string quoted(csv_write(nullptr, 0, cell.data(), cell.size()), '\0');
    csv_write(quoted.data(), quoted.size(), cell.data(), cell.size());
    line.append(quoted);
  }
  line.append(ending);
  return line;
}

}  // namespace vejviser::platform
