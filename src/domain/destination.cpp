#include "src/domain/destination.h"

#include "src/domain/table.h"

#include <algorithm>
#include <array>
#include <set>

namespace vejviser {

namespace {

constexpr std::array<std::string_view, 7> kColumns = {"code", "name_da", "name_en", "phone",
                                                      "web",  "hours",   "topics"};
// They are offered as a list to choose from; a longer one is no help at the desk.
constexpr TableForm kForm = {"destinations", kColumns, 100};

constexpr std::size_t kLongestName = 120;
constexpr std::size_t kLongestDetail = 120;
constexpr std::size_t kMostTopics = 50;
constexpr std::size_t kFewestDigits = 3;  // 112
constexpr std::size_t kMostDigits = 15;   // Source: ITU-T E.164

/// Digits and spaces, "+" only in front.
bool isPhone(std::string_view text) {
  const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
  const auto digits = static_cast<std::size_t>(std::count_if(text.begin(), text.end(), isDigit));
  if (text.starts_with('+')) text.remove_prefix(1);
  return digits >= kFewestDigits && digits <= kMostDigits &&
         std::all_of(text.begin(), text.end(), [&](char c) { return isDigit(c) || c == ' '; });
}

/// A host, perhaps with a path; a scheme or a space would spoil the line on a slip.
bool isWeb(std::string_view text) {
  return text.find('.') != std::string_view::npos &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
                  c == '/';
         });
}

Result<std::vector<std::string>> readTopics(const std::string& text, std::size_t line) {
  std::vector<std::string> topics;
  for (std::size_t at = 0; (at = text.find_first_not_of(' ', at)) != std::string::npos;) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    topics.push_back(text.substr(at, end - at));
    at = end;
    if (!isCode(topics.back())) {
      return faultIn(kForm, line, "topics", "'" + topics.back() + "' is not a code");
    }
    if (topics.size() > kMostTopics) return faultIn(kForm, line, "topics", "are too many");
  }
  return topics;
}

Result<Destination> readDestination(const std::vector<std::string>& row, std::size_t line) {
  Destination destination{row[0], row[1], row[2], row[3], row[4], row[5], {}};
  if (!isCode(row[0])) return faultIn(kForm, line, "code", "'" + row[0] + "' is not a code");
  if (unitFromCode(row[0])) return faultIn(kForm, line, "code", "'" + row[0] + "' is a unit");
  for (std::size_t i = 1; i < 6; ++i) {
    const bool name = i < 3;
    if (!name && row[i].empty()) continue;
    const auto status =
        checkText(kForm, line, kColumns[i], row[i], name ? kLongestName : kLongestDetail);
    if (!status) return status.error();
  }
  if (!row[3].empty() && !isPhone(row[3])) {
    return faultIn(kForm, line, "phone", "'" + row[3] + "' is not a phone number");
  }
  if (!row[4].empty() && !isWeb(row[4])) {
    return faultIn(kForm, line, "web", "is '" + row[4] + "', must be like borger.dk");
  }
  auto topics = readTopics(row[6], line);
  if (!topics) return topics.error();
  destination.topics = std::move(*topics);
  return destination;
}

}  // namespace

bool Destination::offeredFor(const Topic& topic) const {
  return topics.empty() || std::any_of(topics.begin(), topics.end(), [&](const auto& wanted) {
           return wanted == topic.id || wanted == topic.group;
         });
}

Result<std::vector<Destination>> readDestinations(
    const std::vector<std::vector<std::string>>& rows) {
  if (auto status = checkForm(kForm, rows); !status) return status.error();
  std::vector<Destination> destinations;
  std::set<std::string> seen;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    auto destination = readDestination(rows[i], i + 1);
    if (!destination) return destination.error();
    if (!seen.insert(destination->code).second) {
      return faultIn(kForm, i + 1, "code", "'" + destination->code + "' stands twice");
    }
    destinations.push_back(std::move(*destination));
  }
  return destinations;
}

}  // namespace vejviser
