#include "src/domain/guide.h"

#include "src/domain/codes.h"
#include "src/domain/table.h"

#include <algorithm>
#include <array>
#include <set>

namespace vejviser {

namespace {

constexpr std::array<std::string_view, 4> kColumns = {"topic", "part", "da", "en"};
// A card on each of the 2,000 topics a catalogue may hold, of the usual ten rows.
constexpr TableForm kForm = {"guides", kColumns, 20'000};

const GuideText kNothing = {"-", "-"};

/// The parts that stand once on a card.
struct SinglePart {
  std::string_view name;
  GuideText Guide::*text;
};
constexpr SinglePart kSingles[] = {{"line", &Guide::line}, {"owner", &Guide::owner}};

/// The parts that stand a number of times.
struct ListPart {
  std::string_view name;
  std::vector<GuideText> Guide::*texts;
  std::size_t fewest;
  std::size_t most;
};
constexpr ListPart kLists[] = {{"step", &Guide::steps, Guide::kFewestSteps, Guide::kMostSteps},
                               {"bring", &Guide::bring, 1, Guide::kMostBring},
                               {"note", &Guide::notes, 0, Guide::kMostNotes}};

Status readChecked(Guide& guide, const GuideText& text, std::size_t line) {
  if (guide.checkedOn) return faultIn(kForm, line, "part", "'checked' stands twice on the card");
  if (!text.en.empty()) return faultIn(kForm, line, "en", "must be empty beside a day");
  guide.checkedOn = parseDay(text.da);
  if (!guide.checkedOn) {
    return faultIn(kForm, line, "da", "is '" + text.da + "', must be a day like 2026-11-24");
  }
  guide.example = false;
  return {};
}

/// Adds one row to the card that it belongs to.
Status addPart(Guide& guide, const std::string& part, const GuideText& text, std::size_t line) {
  if (part == "checked") return readChecked(guide, text, line);
  if (auto status = checkText(kForm, line, "da", text.da, Guide::kLongestText); !status) {
    return status;
  }
  if (auto status = checkText(kForm, line, "en", text.en, Guide::kLongestText); !status) {
    return status;
  }
  for (const SinglePart& single : kSingles) {
    if (part != single.name) continue;
    if (guide.*single.text != GuideText{}) {
      return faultIn(kForm, line, "part", "'" + part + "' stands twice on the card");
    }
    guide.*single.text = text;
    return {};
  }
  for (const ListPart& list : kLists) {
    if (part != list.name) continue;
    if ((guide.*list.texts).size() == list.most) {
      return faultIn(kForm, line, "part", "'" + part + "' stands too often on the card");
    }
    (guide.*list.texts).push_back(text);
    return {};
  }
  return faultIn(kForm, line, "part",
                 "is '" + part + "', must be line, step, bring, note, owner or checked");
}

/// Whether the card has all that it must have; takes out the "-" that says nothing is brought.
Status finish(Guide& guide, std::size_t line) {
  for (const SinglePart& single : kSingles) {
    if (guide.*single.text == GuideText{}) {
      return faultIn(kForm, line, "part", "'" + std::string{single.name} + "' is missing");
    }
  }
  for (const ListPart& list : kLists) {
    if ((guide.*list.texts).size() < list.fewest) {
      return faultIn(kForm, line, "part",
                     "'" + std::string{list.name} + "' must stand at least " +
                         std::to_string(list.fewest) + " times on the card");
    }
  }
  if (guide.bring == std::vector{kNothing}) guide.bring.clear();
  const auto isDash = [](const GuideText& text) { return text.da == "-" || text.en == "-"; };
  if (std::any_of(guide.bring.begin(), guide.bring.end(), isDash)) {
    return faultIn(kForm, line, "part", "'bring' is '-' and something as well");
  }
  return {};
}

/// Reads the card that begins at `rows[first]` and moves `first` behind it.
Result<Guide> readGuide(const std::vector<std::vector<std::string>>& rows, std::size_t& first) {
  Guide guide;
  const std::size_t line = first + 1;
  guide.topic = rows[first][0];
  if (!isCode(guide.topic)) {
    return faultIn(kForm, line, "topic", "'" + guide.topic + "' is not a code");
  }
  for (; first < rows.size() && rows[first][0] == guide.topic; ++first) {
    const auto& row = rows[first];
    if (auto status = addPart(guide, row[1], {row[2], row[3]}, first + 1); !status) {
      return status.error();
    }
  }
  if (auto status = finish(guide, line); !status) return status.error();
  return guide;
}

}  // namespace

Result<std::vector<Guide>> readGuides(const std::vector<std::vector<std::string>>& rows) {
  if (auto status = checkForm(kForm, rows); !status) return status.error();
  std::vector<Guide> guides;
  std::set<std::string> seen;
  for (std::size_t next = 1; next < rows.size();) {
    const std::string& topic = rows[next][0];
    if (!seen.insert(topic).second) {
      return faultIn(kForm, next + 1, "topic", "'" + topic + "' has a card already");
    }
    auto guide = readGuide(rows, next);
    if (!guide) return guide.error();
    guides.push_back(std::move(*guide));
  }
  return guides;
}

}  // namespace vejviser
