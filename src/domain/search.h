// Search that forgives: case, æ/ae, ø/oe/o, å/aa/a, accents and one typing slip.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vejviser {

/// Lower case with Danish letters and accents folded to plain ones ("Kørekort" and "koerekort"
/// both give "korekort"); everything else but letters and digits becomes one space.
std::string foldForSearch(std::string_view utf8);

/// How well every word of `query` is found in `text`: 0 when each starts a word, 1 when each is at
/// least inside one, 2 when a word needed one slip forgiven; nothing when a word is missing.
/// Both sides must be folded. An empty query matches with 0.
std::optional<int> searchRank(std::string_view query, std::string_view text);

}  // namespace vejviser
