#include "src/domain/codes.h"

#include <algorithm>
#include <span>

namespace vejviser {

namespace {

template <class T>
struct Word {
  T value;
  std::string_view code;
};

constexpr Word<Unit> kUnits[] = {{Unit::Library, "library"},
                                 {Unit::CitizenService, "citizen_service"}};

constexpr Word<Outcome> kOutcomes[] = {{Outcome::Alone, "alone"},
                                       {Outcome::Guided, "guided"},
                                       {Outcome::DoneFor, "done_for"},
                                       {Outcome::SentOn, "sent_on"},
                                       {Outcome::TurnedAway, "turned_away"}};

constexpr Word<Band> kBands[] = {{Band::Under5, "0-5"},
                                 {Band::To15, "5-15"},
                                 {Band::To30, "15-30"},
                                 {Band::To60, "30-60"},
                                 {Band::Over60, "60+"}};

constexpr Word<Doubt> kDoubts[] = {{Doubt::None, ""}, {Doubt::Clock, "clock"}};

template <class T>
std::string_view codeIn(std::span<const Word<T>> words, T value) {
  const auto it = std::find_if(words.begin(), words.end(),
                               [value](const Word<T>& word) { return word.value == value; });
  return it == words.end() ? std::string_view{} : it->code;
}

template <class T>
std::optional<T> valueIn(std::span<const Word<T>> words, std::string_view text) {
  const auto it = std::find_if(words.begin(), words.end(),
                               [text](const Word<T>& word) { return word.code == text; });
  if (it == words.end()) return std::nullopt;
  return it->value;
}

}  // namespace

std::string_view code(Unit unit) {
  return codeIn<Unit>(kUnits, unit);
}
std::string_view code(Outcome outcome) {
  return codeIn<Outcome>(kOutcomes, outcome);
}
std::string_view code(Band band) {
  return codeIn<Band>(kBands, band);
}
std::string_view code(Doubt doubt) {
  return codeIn<Doubt>(kDoubts, doubt);
}

std::optional<Unit> unitFromCode(std::string_view text) {
  return valueIn<Unit>(kUnits, text);
}
std::optional<Outcome> outcomeFromCode(std::string_view text) {
  return valueIn<Outcome>(kOutcomes, text);
}
std::optional<Band> bandFromCode(std::string_view text) {
  return valueIn<Band>(kBands, text);
}
std::optional<Doubt> doubtFromCode(std::string_view text) {
  return valueIn<Doubt>(kDoubts, text);
}

Unit otherUnit(Unit unit) {
  return unit == Unit::Library ? Unit::CitizenService : Unit::Library;
}

Band bandOf(int minutes) {
  if (minutes < 5) return Band::Under5;
  if (minutes < 15) return Band::To15;
  if (minutes < 30) return Band::To30;
  if (minutes < 60) return Band::To60;
  return Band::Over60;
}

bool isCode(std::string_view text) {
  return !text.empty() && text.size() <= kLongestCode &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
         });
}

}  // namespace vejviser
