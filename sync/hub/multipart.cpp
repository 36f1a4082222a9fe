#include "sync/hub/multipart.h"

#include <optional>

namespace vejviser::hub {

namespace {

constexpr std::string_view kType = "multipart/form-data";
constexpr std::size_t kLongestBoundary = 70;  // RFC 2046 §5.1.1

Error broken() {
  return {ErrorCode::Invalid, "form", "is no whole multipart/form-data"};
}

/// What stands after `name=` in a header, with or without quotes.
std::optional<std::string> parameter(std::string_view header, std::string_view name) {
  const std::string key = " " + std::string{name} + "=";
  const std::size_t at = header.find(key);
  if (at == header.npos) return std::nullopt;
  std::string_view value = header.substr(at + key.size());
  if (!value.starts_with('"')) return std::string{value.substr(0, value.find_first_of("; \t"))};
  value.remove_prefix(1);
  const std::size_t end = value.find('"');
  return end == value.npos ? std::nullopt : std::optional{std::string{value.substr(0, end)}};
}

/// The name that the head of a part gives it. Browsers write `Content-Disposition: form-data;
/// name="file"; filename="guides.csv"`.
std::optional<std::string> nameIn(std::string_view head) {
  while (!head.empty()) {
    const std::size_t end = std::min(head.find("\r\n"), head.size());
    const std::string_view line = head.substr(0, end);
    head.remove_prefix(std::min(end + 2, head.size()));
    constexpr std::string_view kWanted = "content-disposition:";
    bool wanted = line.size() > kWanted.size();
    for (std::size_t i = 0; wanted && i < kWanted.size(); ++i) {
      const char c = line[i];
      wanted = (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) == kWanted[i];
    }
    if (wanted) return parameter(line, "name");
  }
  return std::nullopt;
}

}  // namespace

Result<std::map<std::string, std::string>> decodeMultipart(std::string_view contentType,
                                                           std::string_view body) {
  const auto boundary = parameter(contentType, "boundary");
  if (!contentType.starts_with(kType) || !boundary || boundary->empty() ||
      boundary->size() > kLongestBoundary) {
    return broken();
  }
  const std::string mark = "--" + *boundary;
  const std::string next = "\r\n" + mark;
  std::map<std::string, std::string> fields;
  if (!body.starts_with(mark)) return broken();
  body.remove_prefix(mark.size());
  while (body.starts_with("\r\n")) {
    body.remove_prefix(2);
    const std::size_t head = body.find("\r\n\r\n");
    const std::size_t end = head == body.npos ? head : body.find(next, head + 2);
    if (end == body.npos) return broken();
    const auto name = nameIn(body.substr(0, head));
    if (!name) return broken();
    // A part without content ends in the line break that its head ends in.
    fields[*name] =
        end < head + 4 ? std::string{} : std::string{body.substr(head + 4, end - head - 4)};
    body.remove_prefix(end + next.size());
  }
  if (!body.starts_with("--")) return broken();
  return fields;
}

}  // namespace vejviser::hub
