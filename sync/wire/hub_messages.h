// What else tablets, supervisors and administration say to a hub and hear from it, as JSON.
#pragma once

#include "src/base/id.h"
#include "src/base/result.h"
#include "src/base/time.h"
#include "src/domain/publication.h"
#include "sync/wire/messages.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vejviser::wire {

struct EnrolRequest {
  std::string code;  ///< as the supervisor read it out
};

struct EnrolAnswer {
  Id hub;
  Id device;
  std::string token;
  std::string name;  ///< of the tablet
  Unit unit = Unit::Library;
  std::string branch;  ///< code, may be empty
  std::string municipality;
  int schemaMin = kSchema;
  int schemaMax = kSchema;
};

struct HelloAnswer {
  Id hub;
  Instant now{};
  int schemaMin = kSchema;
  int schemaMax = kSchema;
};

struct TokenAnswer {
  Id hub;
  std::string token;
};

/// Source: RFC 9457.
struct Problem {
  int status = 500;
  std::string type;    ///< the word after "urn:vejviser:problem:", e.g. "timeline"
  std::string title;   ///< one line for a person
  std::string detail;  ///< what was wrong in this case
  Id hub;
  std::optional<std::string> base;         ///< of a sync: the stamp the request carried
  std::optional<std::string> parameter{};  ///< of a parameter that cannot be used: its name
};

/// How much of the whole the figures rest on.
struct Coverage {
  int tablets = 0;                ///< enrolled and in use
  int heardToday = 0;             ///< of them, heard since local midnight
  std::int64_t waiting = 0;       ///< entries the tablets said they still held when last heard
  std::int64_t held = 0;          ///< entries kept but not counted, apart from erased ones
  std::optional<Instant> newest;  ///< when the last entry arrived
};

/// A published month.
struct Edition {
  std::chrono::year_month month{};
  int version = 1;
  Day made{};
};

struct StatisticsAnswer {
  Id hub;
  Period period;
  std::string branch;  ///< empty: all
  Instant now{};
  Figures figures;
  Coverage coverage;
  /// What the figures leave out; with exact ones nothing (shown_values.h).
  std::set<Line> withheld;
  /// The months that they are made of, where they are not the exact ones of the period.
  std::optional<std::vector<Edition>> published;
};

/// A command of the hub's own administration: its name and its arguments, all text.
using Command = std::pair<std::string, std::map<std::string, std::string>>;
std::string encodeCommand(const std::string& name,
                          const std::map<std::string, std::string>& arguments);
Result<Command> decodeCommand(std::string_view text);

std::string encode(const EnrolRequest& request);
std::string encode(const EnrolAnswer& answer);
std::string encode(const HelloAnswer& answer);
std::string encode(const TokenAnswer& answer);
std::string encode(const Problem& problem);
std::string encode(const StatisticsAnswer& answer);
/// The same without hub and coverage: a tablet's own or last pulled figures.
std::string encode(const Period& period, const Figures& figures,
                   const std::set<Line>& withheld = {},
                   const std::optional<std::vector<Edition>>& published = {});

Result<EnrolRequest> decodeEnrolRequest(std::string_view text);
Result<EnrolAnswer> decodeEnrolAnswer(std::string_view text);
Result<TokenAnswer> decodeTokenAnswer(std::string_view text);
Result<Problem> decodeProblem(std::string_view text);

}  // namespace vejviser::wire
