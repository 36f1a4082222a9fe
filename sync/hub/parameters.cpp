#include "sync/hub/parameters.h"

#include "src/base/text.h"
#include "src/domain/calendar.h"

#include <algorithm>
#include <sstream>

namespace vejviser::hub {

namespace {

using std::chrono::days;

constexpr days kDefaultLength{28};
constexpr days kLongestPeriod{3660};  // ten years
constexpr Day kFirstDay{std::chrono::sys_days{std::chrono::year{2000} / 1 / 1}.time_since_epoch()};

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

/// Every series there is, in the order of their numbers.
std::vector<std::string> seriesWords() {
  std::vector<std::string> words;
  for (int number = 1; !code(static_cast<Series>(number)).empty(); ++number) {
    words.emplace_back(code(static_cast<Series>(number)));
  }
  return words;
}

}  // namespace

std::optional<std::string> given(const Query& query, const std::string& name) {
  const auto it = query.find(name);
  if (it == query.end() || it->second.empty()) return std::nullopt;
  return it->second;
}

Status checkParameters(const Query& query, std::string_view known) {
  if (query.empty()) return {};
  std::istringstream words{std::string{known}};
  std::vector<std::string> names;
  for (std::string word; words >> word;) names.push_back(word);
  for (const auto& [name, value] : query) {
    if (std::find(names.begin(), names.end(), name) != names.end()) continue;
    return Error{ErrorCode::Invalid, name,
                 names.empty() ? "is not known; there are none here"
                               : "is not known; there are " + joined(names)};
  }
  return {};
}

Result<Day> dayIn(const Query& query, const std::string& name, Day otherwise) {
  const auto text = given(query, name);
  if (!text) return otherwise;
  const auto day = parseDay(*text);
  if (!day || *day < kFirstDay) {
    return Error{ErrorCode::Invalid, name, "must be a day such as 2026-11-24, 2000 or later"};
  }
  return *day;
}

Result<Period> periodIn(const Query& query, Instant now) {
  const auto to = dayIn(query, "to", toLocal(now).day);
  if (!to) return to.error();
  const auto from = dayIn(query, "from", *to - kDefaultLength + days{1});
  if (!from) return from.error();
  if (*from > *to) return Error{ErrorCode::Invalid, "from", "must not be after 'to'"};
  if (*to - *from > kLongestPeriod) {
    return Error{ErrorCode::Invalid, "from", "must not be more than ten years before 'to'"};
  }
  return Period{*from, *to};
}

Result<std::string> branchIn(const Query& query) {
  auto branch = given(query, "branch").value_or(std::string{});
  if (!branch.empty() && !isCode(branch)) {
    return Error{ErrorCode::Invalid, "branch", "must be a branch's code: a-z, 0-9, '-' and '_'"};
  }
  return branch;
}

Result<std::optional<Unit>> unitIn(const Query& query) {
  const auto text = given(query, "unit");
  if (!text) return std::optional<Unit>{};
  const auto unit = unitFromCode(*text);
  if (!unit) return Error{ErrorCode::Invalid, "unit", "must be library or citizen_service"};
  return unit;
}

Result<std::vector<Series>> seriesIn(const Query& query) {
  std::vector<Series> all;
  std::istringstream words{given(query, "series").value_or(std::string{})};
  for (std::string word; std::getline(words, word, ',');) {
    const auto series = seriesFromCode(word);
    if (!series) {
      return Error{ErrorCode::Invalid, "series",
                   "must be one or, with commas, more of " + joined(seriesWords())};
    }
    all.push_back(*series);
  }
  return all;
}

Result<int> countIn(const Query& query, const std::string& name, int otherwise, int most) {
  const auto text = given(query, name);
  if (!text) return otherwise;
  const int count = wholeNumber<int>(*text).value_or(0);
  if (count < 1 || count > most) {
    return Error{ErrorCode::Invalid, name, "must be a number from 1 to " + std::to_string(most)};
  }
  return count;
}

Result<std::string> wordIn(const Query& query, const std::string& name,
                           const std::vector<std::string>& words) {
  auto word = given(query, name).value_or(words.front());
  if (std::find(words.begin(), words.end(), word) == words.end()) {
    return Error{ErrorCode::Invalid, name, "must be one of " + joined(words)};
  }
  return word;
}

Status checkBranch(ReadTx& tx, const std::string& branch) {
  if (branch.empty()) return {};
  const auto branches = tx.branches();
  if (!branches) return branches.error();
  std::vector<std::string> codes;
  for (const Branch& one : *branches) {
    if (one.code == branch) return {};
    codes.push_back(one.code);
  }
  return Error{ErrorCode::Invalid, "branch", "must be one of " + joined(codes)};
}

Response badParameter(const Hub& hub, const Error& error) {
  wire::Problem told{422, "parameter", "A parameter cannot be used", error.text(), hub.info.id, {}};
  told.parameter = error.where;
  return problem(told);
}

}  // namespace vejviser::hub
