// What a client accepts, by the headers that say so. Source: RFC 9110 §12.4.2, §12.5.1, §12.5.3.
#pragma once

#include <string_view>
#include <vector>

namespace vejviser::hub {

/// The one of `offers` (media types without parameters) that an Accept header likes best; of equals
/// the first. No header: the first. Empty when none will do.
std::string_view preferred(std::string_view accept, const std::vector<std::string_view>& offers);

/// Whether an Accept-Encoding header lets an answer be packed.
bool acceptsGzip(std::string_view acceptEncoding);

/// Media types, coding names and authentication schemes are the same in any case.
bool isSameWord(std::string_view a, std::string_view b);

}  // namespace vejviser::hub
