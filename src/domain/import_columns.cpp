#include "src/domain/import_columns.h"

#include "src/base/text.h"

#include <algorithm>
#include <cstdint>

namespace vejviser {

namespace {
constexpr std::size_t kNowhere = SIZE_MAX;
}

Result<ImportColumns> ImportColumns::find(const CsvRows& rows,
                                          const std::vector<std::string>& names,
                                          const std::set<std::string>& optional) {
  ImportColumns columns;
  const std::vector<std::string> heading = rows.empty() ? std::vector<std::string>{} : rows[0];
  for (const std::string& name : names) {
    const auto place = std::find(heading.begin(), heading.end(), name);
    if (place == heading.end() && !optional.contains(name)) {
      return Error{ErrorCode::Invalid, "import", "the file has no column '" + name + "'"};
    }
    columns.m_places.push_back(
        place == heading.end() ? kNowhere : static_cast<std::size_t>(place - heading.begin()));
  }
  return columns;
}

const std::string& ImportColumns::cell(const std::vector<std::string>& row,
                                       std::size_t column) const {
  static const std::string kNone;
  const std::size_t place = m_places[column];
  return place < row.size() ? row[place] : kNone;
}

std::optional<int> parseCount(std::string_view text, int most) {
  const auto value = wholeNumber<unsigned>(text);  // takes no sign
  if (!value || *value > static_cast<unsigned>(most)) return std::nullopt;
  return static_cast<int>(*value);
}

std::optional<std::pair<int, int>> parseHourMinute(std::string_view text) {
  const auto take = [&text](std::size_t fewestDigits, int most) {
    const std::size_t end = std::min(text.find_first_of(":."), text.size());
    const bool fits = end >= fewestDigits && end <= 2;
    const auto number = fits ? parseCount(text.substr(0, end), most) : std::nullopt;
    text.remove_prefix(end + (text.size() > end + 1 ? 1 : 0));  // a last separator stays
    return number;
  };
  const auto hour = take(1, 23);
  const auto minute = take(2, 59);
  if (!hour || !minute) return std::nullopt;
  if (!text.empty() && (!take(2, 59) || !text.empty())) return std::nullopt;
  return std::pair{*hour, *minute};
}

}  // namespace vejviser
