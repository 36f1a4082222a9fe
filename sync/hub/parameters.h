// Query parameters, read strictly: one that nobody knows, or that says something impossible, is
// told by its name and with what is allowed. An empty one counts as not given: forms send those.
#pragma once

#include "sync/hub/hub.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vejviser::hub {

using Query = std::map<std::string, std::string>;

/// Nothing when there is no such parameter, or it is empty.
std::optional<std::string> given(const Query& query, const std::string& name);

/// `known`: names between blanks. Error Invalid, as of all functions here, has the parameter's name
/// in `where` and what is allowed in `detail`.
Status checkParameters(const Query& query, std::string_view known);

Result<Day> dayIn(const Query& query, const std::string& name, Day otherwise);
/// `from` and `to`, both included; default: the last 28 days.
Result<Period> periodIn(const Query& query, Instant now);
/// Empty when not given. Whether there is such a branch, checkBranch() says.
Result<std::string> branchIn(const Query& query);
Result<std::optional<Unit>> unitIn(const Query& query);
/// `series`: words between commas.
Result<std::vector<Series>> seriesIn(const Query& query);
Result<int> countIn(const Query& query, const std::string& name, int otherwise, int most);
/// One of some words; the first of them when not given.
Result<std::string> wordIn(const Query& query, const std::string& name,
                           const std::vector<std::string>& words);

/// Whether a branch that is asked for is one of this hub; an empty one is.
Status checkBranch(ReadTx& tx, const std::string& branch);

/// 422, with the parameter's name.
Response badParameter(const Hub& hub, const Error& error);

}  // namespace vejviser::hub
