// Guide cards: how a rarely done task goes, to be read in a minute before one helps. The cards in
// guides.csv are built in as examples; a municipality replaces them by its own, checked ones.
// Sources of the built-in cards: borger.dk, mitid.dk and the sites of several municipalities; where
// these differ (prices, places, what identifies a citizen) a card points to the municipality's
// site. article: Esbjerg, where weeks pass between two of a kind and routine is lost.
#pragma once

#include "src/base/result.h"
#include "src/domain/calendar.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vejviser {

/// One text of a card in both languages; never empty.
struct GuideText {
  std::string da;
  std::string en;

  bool operator==(const GuideText&) const = default;
};

struct Guide {
  static constexpr std::size_t kFewestSteps = 3;
  static constexpr std::size_t kMostSteps = 7;      // more is a course, not a refresher
  static constexpr std::size_t kMostBring = 5;      // what one can remember until tomorrow
  static constexpr std::size_t kMostNotes = 4;      // the card must stay on one page
  static constexpr std::size_t kLongestText = 200;  // bytes: three lines on a small tablet

  std::string topic;             ///< code; the catalogue need not hold it
  GuideText line;                ///< the authority line: who decides, what floor staff may do
  std::vector<GuideText> steps;  ///< in order
  std::vector<GuideText> bring;  ///< what the citizen brings; empty: nothing
  std::vector<GuideText> notes;  ///< may be empty
  GuideText owner;               ///< the unit or office that keeps the card right, never a person
  std::optional<Day> checkedOn;  ///< when the municipality last checked the card
  bool example = true;           ///< nobody there has checked it yet: there is no such day

  bool operator==(const Guide&) const = default;
};

/// Reads a file of guide cards already split into rows: the columns topic,part,da,en, then each
/// card's rows together. The parts, in any order but steps in theirs:
///   line, owner  once each
///   step         3 to 7
///   bring        1 to 5, or a single one that is "-" in both languages: nothing to bring
///   note         none to 4
///   checked      none or once: the day, "2026-11-24", in `da`; `en` is empty. A card without it
///                is an example
/// Error Invalid with the line and the column; nothing is taken from a file with an error.
Result<std::vector<Guide>> readGuides(const std::vector<std::vector<std::string>>& rows);

/// The rows of the guide cards that are built into the program, as CSV text.
std::string_view builtInGuidesCsv();

}  // namespace vejviser
