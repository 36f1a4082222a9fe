// What a client accepts and what it has already, by the headers that say so. Source: RFC 9110
// §8.8.3, §12.4.2, §12.5.1, §12.5.3, §13.1.2.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vejviser::hub {

/// The one of `offers` (media types without parameters) that an Accept header likes best; of equals
/// the first. No header: the first. Empty when none will do.
std::string_view preferred(std::string_view accept, const std::vector<std::string_view>& offers);

/// Whether an Accept-Encoding header lets an answer be packed.
bool acceptsGzip(std::string_view acceptEncoding);

/// 32 hexadecimal digits: the same for the same text, and no two texts meet.
std::string fingerprint(std::string_view text);

/// A strong entity tag of all that decides what an answer says.
std::string entityTag(const std::vector<std::string>& parts);

/// Whether an If-None-Match header says that the client has the answer with this tag.
bool hasIt(std::string_view ifNoneMatch, const std::string& tag);

/// Media types, coding names and authentication schemes are the same in any case.
bool isSameWord(std::string_view a, std::string_view b);

}  // namespace vejviser::hub
