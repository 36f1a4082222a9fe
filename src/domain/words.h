// A closed word list: each of its values with the code that stands for it on the wire and in files.
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string_view>

namespace vejviser {

template <class T>
struct Word {
  T value;
  std::string_view code;
};

/// The code of a value; empty for one that is not on the list, e.g. from a damaged row.
template <class T>
std::string_view codeIn(std::span<const Word<T>> words, T value) {
  const auto it = std::find_if(words.begin(), words.end(),
                               [value](const Word<T>& word) { return word.value == value; });
  return it == words.end() ? std::string_view{} : it->code;
}

/// The value that a code stands for; nothing for another text.
template <class T>
std::optional<T> valueIn(std::span<const Word<T>> words, std::string_view text) {
  const auto it = std::find_if(words.begin(), words.end(),
                               [text](const Word<T>& word) { return word.code == text; });
  if (it == words.end()) return std::nullopt;
  return it->value;
}

}  // namespace vejviser
