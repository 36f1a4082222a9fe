// A text as the personal-data guard reads it: one plain character for each of the many that look
// or mean the same, so that its rules are written once, in ASCII.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace vejviser {

/// Small letters a-z for A-Z; '0'-'9' for Arabic, Persian and full-width digits (citizens' phones
/// write them, and staff paste); ' ' for every white space; '-' for every dash and underscore; '/'
/// for slashes. What cannot be seen, such as soft hyphens and marks of direction, is left out.
/// Bytes that are no UTF-8 stand as U+FFFD each.
class PlainText {
 public:
  explicit PlainText(std::string_view utf8);

  std::size_t size() const { return m_marks.size(); }

  /// The plain character at `i`; 0 beyond either end (0 - 1 is beyond).
  char32_t operator[](std::size_t i) const {
    ++m_looks;
    return i < m_marks.size() ? m_marks[i].plain : U'\0';
  }

  /// True if the ASCII `word` stands at `i`.
  bool says(std::size_t i, std::string_view word) const;

  std::size_t byteAt(std::size_t i) const { return m_marks[i].at; }
  /// The byte after the character at `i`.
  std::size_t byteAfter(std::size_t i) const { return m_marks[i].at + m_marks[i].length; }

  /// How often a character was looked at.
  std::size_t looks() const { return m_looks; }

 private:
  struct Mark {
    char32_t plain;
    std::size_t length;  ///< bytes
    std::size_t at;      ///< bytes from the text's start
  };

  std::vector<Mark> m_marks;
  mutable std::size_t m_looks = 0;
};

constexpr bool isDigit(char32_t plain) {
  return plain >= U'0' && plain <= U'9';
}

/// Of any alphabet.
bool isLetter(char32_t plain);

}  // namespace vejviser
