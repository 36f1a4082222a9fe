#include "sync/hub/audit.h"

#include <chrono>
#include <cstdio>

namespace vejviser::hub {

namespace {
constexpr const char* kCommandLine = "command line";
constexpr const char* kTablet = "tablet ";

/// As RFC 3339 has it, whole seconds.
std::string utc(Instant instant) {
  const auto days = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::year_month_day date{days};
  const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(instant - days)};
  char text[40];
  std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                static_cast<int>(time.seconds().count()));
  return text;
}
}  // namespace

Actor Actor::commandLine() {
  return {kCommandLine};
}

Actor Actor::tablet(const std::string& name) {
  return {kTablet + name};
}

bool isReservedName(const std::string& user) {
  return user == kCommandLine || user.starts_with(kTablet);
}

Status note(PeopleWriteTx& tx, const Actor& who, const Deed& deed, Instant now) {
  return tx.addAudit({0, now, who.name, deed.action, deed.object, deed.change});
}

std::string lineOf(const AuditLine& line) {
  return utc(line.at) + "\t" + line.who + "\t" + line.action + "\t" + line.object + "\t" +
         line.change;
}

}  // namespace vejviser::hub
