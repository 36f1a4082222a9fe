// Digits as people type them: in groups, with a space, dash, dot or slash between.
#pragma once

#include "src/domain/plain_text.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace vejviser {

/// Of a card (ISO/IEC 7812), the longest number that is looked for.
constexpr std::size_t kMostDigits = 19;
/// Separators between two groups of one number, as in " - "; more make them two numbers.
constexpr std::size_t kLongestJoint = 3;

/// What stands between two groups.
struct Joint {
  char kind = '\0';     ///< ' ' '-' '.' '/', '(' for either bracket, '?' for several; 0: no joint
  bool spaced = false;  ///< a space is among them

  bool isTight() const { return kind != '\0' && !spaced; }
};

/// Digits in a row.
struct DigitGroup {
  std::size_t from;   ///< character
  std::size_t count;  ///< digits
  Joint before;
};

/// A set of places in a number: bit n is the place after n digits.
using Places = std::uint32_t;
template <class... Digits>
constexpr Places after(Digits... n) {
  return ((Places{1} << n) | ... | Places{0});
}

/// The digits from the start of one group on, as far as any number may reach.
struct DigitRun {
  Joint before;
  std::size_t size = 0;                             ///< digits; 0 if the first group is too long
  std::array<int, kMostDigits> digit{};             ///< 0-9
  std::array<std::size_t, kMostDigits> at{};        ///< character of each
  Places borders = 0;                               ///< where groups end
  std::array<Joint, kMostDigits + 1> jointAfter{};  ///< [n]: what follows a border after n digits

  int number(std::size_t from, std::size_t count) const;
  bool endsAfter(std::size_t n) const { return (borders & after(n)) != 0; }
  /// The borders inside the first `n` digits.
  Places splits(std::size_t n) const { return borders & (after(n) - 1); }
  /// True if all joints inside the first `n` digits are among `kinds`.
  bool isJoinedBy(std::string_view kinds, std::size_t n) const;
};

std::vector<DigitGroup> digitGroups(const PlainText& text);

/// The run from group `first` on. Looks at no more than kMostDigits characters.
DigitRun digitRun(const PlainText& text, const std::vector<DigitGroup>& groups, std::size_t first);

}  // namespace vejviser
