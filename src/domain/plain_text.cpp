#include "src/domain/plain_text.h"

#include <algorithm>

namespace vejviser {

namespace {

constexpr char32_t kNoText = 0xFFFD;
constexpr char32_t kInvisible = 0xFFFFFFFF;

struct Range {
  char32_t first;
  char32_t last;
};

struct Alike {
  Range range;
  char32_t plain;  ///< of each in the range
};

/// Zeros of the alphabets whose digits a Danish counter meets: Arabic, Persian and Urdu.
constexpr char32_t kZeros[] = {0x0660, 0x06F0};

constexpr Alike kAlike[] = {
    {{0x0000, 0x0000}, U' '},
    {{U'\t', U'\r'}, U' '},
    {{U'\\', U'\\'}, U'/'},
    {{U'_', U'_'}, U'-'},
    {{0x00A0, 0x00A0}, U' '},
    {{0x00AD, 0x00AD}, kInvisible},  // soft hyphen
    {{0x00B7, 0x00B7}, U'.'},        // middle dot
    {{0x061C, 0x061C}, kInvisible},  // Arabic letter mark
    {{0x2000, 0x200A}, U' '},
    {{0x200B, 0x200F}, kInvisible},  // zero width, and marks of direction round pasted numbers
    {{0x2010, 0x2015}, U'-'},
    {{0x2028, 0x2029}, U' '},
    {{0x202A, 0x202E}, kInvisible},  // direction
    {{0x202F, 0x202F}, U' '},
    {{0x2044, 0x2044}, U'/'},
    {{0x205F, 0x205F}, U' '},
    {{0x2060, 0x2069}, kInvisible},
    {{0x20E3, 0x20E3}, kInvisible},  // the box of keycap emoji
    {{0x2212, 0x2212}, U'-'},        // minus
    {{0x2215, 0x2215}, U'/'},
    {{0x3000, 0x3000}, U' '},
    {{0xFE00, 0xFE0F}, kInvisible},  // variants of an emoji
    {{0xFE58, 0xFE58}, U'-'},
    {{0xFE63, 0xFE63}, U'-'},
    {{0xFEFF, 0xFEFF}, kInvisible},  // byte order mark
};

/// Beyond ASCII nearly all is letters; these are not: signs and emoji.
constexpr Range kSigns[] = {{0x0080, 0x00BF},   {0x00D7, 0x00D7}, {0x00F7, 0x00F7},
                            {0x2000, 0x2BFF},   {0x3000, 0x303F}, {0xFFF0, 0xFFFF},
                            {0x1F000, 0x1FAFF}, {0xE0000, ~0U}};

constexpr bool within(char32_t c, const Range& range) {
  return c >= range.first && c <= range.last;
}

char32_t plainOf(char32_t c) {
  if (within(c, {0xFF01, 0xFF5E})) c -= 0xFF01 - U'!';  // full-width ASCII
  if (within(c, {U'A', U'Z'})) return c - U'A' + U'a';
  for (const char32_t zero : kZeros) {
    if (within(c, {zero, zero + 9})) return c - zero + U'0';
  }
  const auto* it = std::find_if(std::begin(kAlike), std::end(kAlike),
                                [c](const Alike& alike) { return within(c, alike.range); });
  return it == std::end(kAlike) ? c : it->plain;
}

/// The character at the front of `rest` and its bytes.
char32_t decode(std::string_view rest, std::size_t& length) {
  const auto lead = static_cast<unsigned char>(rest.front());
  length = 1;
  if (lead < 0x80) return lead;
  const std::size_t wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC0 || lead >= 0xF8 || rest.size() < wanted) return kNoText;
  char32_t c = lead & (0x7FU >> wanted);
  for (std::size_t i = 1; i < wanted; ++i) {
    const auto next = static_cast<unsigned char>(rest[i]);
    if ((next & 0xC0U) != 0x80U) return kNoText;
    c = (c << 6U) | (next & 0x3FU);
  }
  length = wanted;
  return c;
}

}  // namespace

PlainText::PlainText(std::string_view utf8) {
  m_marks.reserve(utf8.size());
  std::size_t length = 0;
  for (std::size_t at = 0; at < utf8.size(); at += length) {
    const char32_t plain = plainOf(decode(utf8.substr(at), length));
    if (plain != kInvisible) m_marks.push_back({plain, length, at});
  }
}

bool PlainText::says(std::size_t i, std::string_view word) const {
  for (const char c : word) {
    if ((*this)[i++] != static_cast<unsigned char>(c)) return false;
  }
  return true;
}

bool isLetter(char32_t plain) {
  if (plain < 0x80) return plain >= U'a' && plain <= U'z';
  return std::none_of(std::begin(kSigns), std::end(kSigns),
                      [plain](const Range& range) { return within(plain, range); });
}

}  // namespace vejviser
