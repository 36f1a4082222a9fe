#include "src/domain/enrol_link.h"

#include <algorithm>
#include <array>

namespace vejviser {

namespace {

constexpr std::string_view kStart = "vejviser:enrol";
constexpr std::string_view kHex = "0123456789ABCDEF";
constexpr std::size_t kCodeLetters = 8;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isLetter(char c) {
  return lower(c) >= 'a' && lower(c) <= 'z';
}

/// Source: RFC 3986 §2.3.
bool isUnreserved(char c) {
  return isLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
}

std::string encoded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (isUnreserved(c)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += {'%', kHex[byte / 16], kHex[byte % 16]};
  }
  return out;
}

std::optional<int> hexValue(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (lower(c) >= 'a' && lower(c) <= 'f') return lower(c) - 'a' + 10;
  return std::nullopt;
}

std::optional<std::string> decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += text[i];
      continue;
    }
    if (i + 2 >= text.size()) return std::nullopt;
    const auto high = hexValue(text[i + 1]);
    const auto low = hexValue(text[i + 2]);
    if (!high || !low) return std::nullopt;
    out += static_cast<char>(*high * 16 + *low);
    i += 2;
  }
  return out;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const auto first = text.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

/// Where a link begins; the text's end if there is none.
std::string_view::iterator startOf(std::string_view text) {
  return std::search(text.begin(), text.end(), kStart.begin(), kStart.end(),
                     [](char have, char want) { return lower(have) == want; });
}

bool isAddress(std::string_view text) {
  constexpr std::array<std::string_view, 2> kSchemes = {"https://", "http://"};
  const bool plain =
      std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 127; });
  return plain && text.size() <= kLongestHubAddress &&
         std::any_of(kSchemes.begin(), kSchemes.end(), [text](std::string_view scheme) {
           return text.starts_with(scheme) && text.size() > scheme.size();
         });
}

bool isEnrolCode(std::string_view text) {
  const auto letters = std::count_if(text.begin(), text.end(), isLetter);
  return letters == kCodeLetters && std::all_of(text.begin(), text.end(), [](char c) {
           return isLetter(c) || c == '-' || c == ' ';
         });
}

}  // namespace

std::string write(const EnrolLink& link) {
  return std::string{kStart} + "?hub=" + encoded(link.hub) + "&code=" + encoded(link.code);
}

bool looksLikeEnrolLink(std::string_view text) {
  return startOf(text) != text.end();
}

std::optional<EnrolLink> readEnrolLink(std::string_view text) {
  const auto* start = startOf(text);
  if (start == text.end()) return std::nullopt;
  std::string_view rest = trimmed(text.substr(static_cast<std::size_t>(start - text.begin())));
  rest.remove_prefix(kStart.size());
  if (rest.empty() || rest.front() != '?') return std::nullopt;
  rest.remove_prefix(1);
  EnrolLink link;
  while (!rest.empty()) {
    const std::string_view part = rest.substr(0, rest.find('&'));
    rest.remove_prefix(std::min(rest.size(), part.size() + 1));
    const auto equals = part.find('=');
    const std::string_view name = part.substr(0, equals);
    std::string* to = name == "hub" ? &link.hub : name == "code" ? &link.code : nullptr;
    if (to == nullptr) continue;  // of a later version
    if (equals == std::string_view::npos || !to->empty()) return std::nullopt;
    auto value = decoded(part.substr(equals + 1));
    if (!value) return std::nullopt;
    *to = std::move(*value);
  }
  if (!isAddress(link.hub) || !isEnrolCode(link.code)) return std::nullopt;
  return link;
}

}  // namespace vejviser
