#include "sync/hub/http_types.h"

#include <algorithm>
#include <charconv>

namespace vejviser::hub {

namespace {

std::string decode(std::string_view text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    unsigned value = 0;
    if (text[i] == '+') {
      plain.push_back(' ');
    } else if (text[i] == '%' && i + 2 < text.size() &&
               std::from_chars(text.data() + i + 1, text.data() + i + 3, value, 16).ptr ==
                   text.data() + i + 3) {
      plain.push_back(static_cast<char>(value));
      i += 2;
    } else {
      plain.push_back(text[i]);
    }
  }
  return plain;
}

}  // namespace

std::string_view Request::header(const std::string& name) const {
  const auto it = headers.find(name);
  return it == headers.end() ? std::string_view{} : std::string_view{it->second};
}

std::string Request::cookie(const std::string& name) const {
  std::string_view rest = header("cookie");
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    std::string_view pair = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    while (pair.starts_with(' ')) pair.remove_prefix(1);
    if (pair.starts_with(name + "=")) return std::string{pair.substr(name.size() + 1)};
  }
  return {};
}

std::map<std::string, std::string> decodeForm(std::string_view text) {
  std::map<std::string, std::string> fields;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('&'), text.size());
    const std::string_view pair = text.substr(0, end);
    const std::size_t equals = std::min(pair.find('='), pair.size());
    if (!pair.empty()) {
      fields[decode(pair.substr(0, equals))] =
          decode(pair.substr(std::min(equals + 1, pair.size())));
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return fields;
}

}  // namespace vejviser::hub
