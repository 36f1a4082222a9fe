#include "src/domain/table.h"

#include "src/base/text.h"

#include <algorithm>

namespace vejviser {

Error faultIn(const TableForm& form, std::size_t line, std::string_view column,
              const std::string& why) {
  return {ErrorCode::Invalid, std::string{form.name} + " line " + std::to_string(line),
          std::string{column} + " " + why};
}

Status checkForm(const TableForm& form, const std::vector<std::vector<std::string>>& rows) {
  if (rows.empty() ||
      !std::equal(rows[0].begin(), rows[0].end(), form.columns.begin(), form.columns.end())) {
    std::string names;
    for (const std::string_view column : form.columns) {
      names += (names.empty() ? "" : ",") + std::string{column};
    }
    return faultIn(form, 1, "must name the columns", names + " in this order");
  }
  if (rows.size() == 1) return faultIn(form, 1, "is followed by", "no rows");
  if (rows.size() - 1 > form.mostRows) {
    return faultIn(form, form.mostRows + 2, "is", "more than the table may hold");
  }
  for (std::size_t i = 1; i < rows.size(); ++i) {
    if (rows[i].size() == form.columns.size()) continue;
    return faultIn(form, i + 1, "has",
                   std::to_string(rows[i].size()) + " columns instead of " +
                       std::to_string(form.columns.size()));
  }
  return {};
}

Status checkText(const TableForm& form, std::size_t line, std::string_view column,
                 const std::string& text, std::size_t longest) {
  if (text.empty()) return faultIn(form, line, column, "is empty");
  if (text.size() > longest) {
    return faultIn(form, line, column, "is longer than " + std::to_string(longest) + " bytes");
  }
  if (!isPlainText(text, longest)) {
    return faultIn(form, line, column, "holds a line break or is not UTF-8");
  }
  return {};
}

}  // namespace vejviser
