// Pages of A4 with text, tables and charts, as PDF or PNG, by cairo and Pango, which stay behind
// this header, as qpdf does, which adds what cairo cannot say. Source: ISO 32000-1.
//
// Every block but a text is of a height that its rows give; what is too wide ends in an ellipsis.
#pragma once

#include "src/base/result.h"
#include "src/domain/calendar.h"

#include <array>
#include <string>
#include <variant>
#include <vector>

namespace vejviser::hub {

struct DrawnHeading {
  std::string text;
  int level = 2;  ///< 1: of the whole report, two lines at most
};

/// Wraps, eight lines at most.
struct DrawnText {
  std::string text;
};

struct DrawnRow {
  std::vector<std::string> cells;
  std::array<double, 2> bar{};  ///< the parts of a bar, each 0 to 1 of the longest
};

/// The first column is of names, the others are of numbers. Bars, if there are any, stand last.
struct DrawnTable {
  std::vector<std::string> headings;
  std::vector<DrawnRow> rows;
};

struct DrawnColumn {
  std::string name;
  std::array<double, 2> parts{};  ///< each 0 to 1 of the chart's top
  bool withheld = false;          ///< in part at least: drawn as a frame above the parts
};

/// Columns side by side, their parts on top of each other; a legend names these.
struct DrawnChart {
  std::vector<DrawnColumn> columns;
  std::string top;                  ///< what the top stands for, "200"
  std::vector<std::string> legend;  ///< of the two parts, and of what is withheld if any is
};

struct DrawnCell {
  std::string text;
  double shade = 0;  ///< 0 to 1
};

struct DrawnGrid {
  std::vector<std::string> headings;  ///< the first of the names of rows
  std::vector<std::pair<std::string, std::vector<DrawnCell>>> rows;
};

using DrawnBlock = std::variant<DrawnHeading, DrawnText, DrawnTable, DrawnChart, DrawnGrid>;

struct Drawing {
  std::string title;
  std::string language;  ///< of all text: "da", "en"
  Day made{};            ///< the file's date of creation
  std::string foot;      ///< at the foot of each page, beside its number
  std::vector<std::vector<DrawnBlock>> pages;
};

/// The file: a tagged PDF whose text can be searched. The same bytes for the same drawing and
/// fonts. Error Storage when there is no font or no memory.
Result<std::string> pdfOf(const Drawing& drawing);

/// The same pages below each other, at 144 dots an inch. Errors as pdfOf().
Result<std::string> pngOf(const Drawing& drawing);

}  // namespace vejviser::hub
