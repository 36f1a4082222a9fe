#include "src/domain/search.h"

#include <algorithm>
#include <array>
#include <utility>

namespace vejviser {

namespace {

/// Letters that Danish texts, names and loan words bring beside a-z.
constexpr std::array<std::pair<std::string_view, char>, 30> kLetters = {{
    {"æ", 'a'}, {"Æ", 'a'}, {"ø", 'o'}, {"Ø", 'o'}, {"å", 'a'}, {"Å", 'a'}, {"ä", 'a'}, {"Ä", 'a'},
    {"ö", 'o'}, {"Ö", 'o'}, {"é", 'e'}, {"É", 'e'}, {"è", 'e'}, {"È", 'e'}, {"ê", 'e'}, {"ë", 'e'},
    {"á", 'a'}, {"à", 'a'}, {"â", 'a'}, {"ü", 'u'}, {"Ü", 'u'}, {"ú", 'u'}, {"í", 'i'}, {"ï", 'i'},
    {"ó", 'o'}, {"ô", 'o'}, {"ñ", 'n'}, {"ç", 'c'}, {"ð", 'd'}, {"ý", 'y'},
}};

constexpr std::size_t kShortestForgiven = 5;  // shorter words have too many neighbours

char plainLetter(std::string_view rest, std::size_t& used) {
  const char c = rest.front();
  used = 1;
  if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) return c;
  if (c >= 'A' && c <= 'Z') return static_cast<char>(c - 'A' + 'a');
  for (const auto& [letter, plain] : kLetters) {
    if (rest.substr(0, letter.size()) == letter) {
      used = letter.size();
      return plain;
    }
  }
  return ' ';
}

/// True for the second letter of "ae", "oe" and "aa", the spellings of æ, ø and å without them.
bool endsDigraph(std::string_view folded, char c) {
  if (folded.empty()) return false;
  const char before = folded.back();
  return (before == 'a' && (c == 'e' || c == 'a')) || (before == 'o' && c == 'e');
}

std::vector<std::string_view> words(std::string_view folded) {
  std::vector<std::string_view> found;
  while (!folded.empty()) {
    const std::size_t end = std::min(folded.find(' '), folded.size());
    if (end > 0) found.push_back(folded.substr(0, end));
    folded.remove_prefix(std::min(end + 1, folded.size()));
  }
  return found;
}

/// True if `wanted` becomes a beginning of `word` by one change: a letter more, less, other, or
/// two neighbours swapped.
bool startsWithOneSlip(std::string_view word, std::string_view wanted) {
  std::size_t same = 0;
  while (same < word.size() && same < wanted.size() && word[same] == wanted[same]) ++same;
  const std::string_view a = word.substr(same);
  const std::string_view b = wanted.substr(same);
  if (b.empty()) return true;
  if (!a.empty() && a.substr(1).starts_with(b.substr(1))) return true;  // another letter
  if (a.starts_with(b.substr(1))) return true;                          // a letter too many
  if (!a.empty() && a.substr(1).starts_with(b)) return true;            // a letter too few
  return a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0] &&
         a.substr(2).starts_with(b.substr(2));
}

std::optional<int> rankOfWord(std::string_view wanted, std::string_view text,
                              const std::vector<std::string_view>& text_words) {
  const auto any = [&](auto matches) {
    return std::any_of(text_words.begin(), text_words.end(), matches);
  };
  if (any([&](std::string_view word) { return word.starts_with(wanted); })) return 0;
  if (text.find(wanted) != std::string_view::npos) return 1;
  if (wanted.size() >= kShortestForgiven &&
      any([&](std::string_view word) { return startsWithOneSlip(word, wanted); })) {
    return 2;
  }
  return std::nullopt;
}

}  // namespace

std::string foldForSearch(std::string_view utf8) {
  std::string folded;
  folded.reserve(utf8.size());
  while (!utf8.empty()) {
    std::size_t used = 1;
    const char c = plainLetter(utf8, used);
    const bool danish = used > 1;
    utf8.remove_prefix(used);
    if (c == ' ' && (folded.empty() || folded.back() == ' ')) continue;
    if (!danish && endsDigraph(folded, c)) continue;
    folded.push_back(c);
  }
  while (!folded.empty() && folded.back() == ' ') folded.pop_back();
  return folded;
}

std::optional<int> searchRank(std::string_view query, std::string_view text) {
  const auto text_words = words(text);
  int worst = 0;
  for (std::string_view wanted : words(query)) {
    const auto rank = rankOfWord(wanted, text, text_words);
    if (!rank) return std::nullopt;
    worst = std::max(worst, *rank);
  }
  return worst;
}

}  // namespace vejviser
