#include "sync/hub/holding.h"

#include <algorithm>
#include <array>

namespace vejviser::hub {

namespace {

using std::chrono::days;

/// Clocks that are further off than this are wrong, not just off.
constexpr days kFuture{1};
/// Something may have happened before anything was logged.
constexpr Instant kFirstHappened{Instant{std::chrono::sys_days{std::chrono::year{2000} / 1 / 1}}};

}  // namespace

bool isLoggedAbsurdly(const Entry& entry, Instant now) {
  return entry.makesSubject() && (entry.at > now + kFuture || entry.at < kFirstLogged);
}

bool isDatedAbsurdly(const Entry& entry, Instant now) {
  const auto& when = entry.fields.when;
  return when && (*when > now + kFuture || *when < kFirstHappened);
}

std::string reasonToHold(const Entry& entry, const Vocabulary& vocabulary, Instant now) {
  if (isLoggedAbsurdly(entry, now) || isDatedAbsurdly(entry, now)) return "absurd-time";
  if (entry.kind == EntryKind::Void) return {};
  if (entry.fields.doubt == Doubt::Clock) return "clock";
  if (lacksTopic(entry, vocabulary)) return "unknown-topic";
  const std::string& branch = entry.fields.branch;
  if (!branch.empty() && !vocabulary.branches.contains(branch)) return "unknown-branch";
  if (lacksDestination(entry, vocabulary)) return "unknown-destination";
  return {};
}

bool lacksTopic(const Entry& entry, const Vocabulary& vocabulary) {
  const EntryKind kind = entry.fieldsOf();
  if (entry.kind == EntryKind::Void || kind == EntryKind::Quiet || kind == EntryKind::Reply) {
    return false;
  }
  return !vocabulary.topics.contains(entry.fields.topic);
}

bool lacksDestination(const Entry& entry, const Vocabulary& vocabulary) {
  return entry.kind != EntryKind::Void && entry.fieldsOf() == EntryKind::Referral &&
         !vocabulary.destinations.contains(entry.fields.to);
}

bool isReleasable(std::string_view reason) {
  constexpr std::array<std::string_view, 6> kReleasable = {
      "absurd-time", "clock", "unknown-topic", "unknown-branch", "unknown-destination", kRevoked};
  return std::find(kReleasable.begin(), kReleasable.end(), reason) != kReleasable.end();
}

std::string unknownCode(const Entry& entry, std::string_view reason) {
  if (reason == "unknown-topic") return entry.fields.topic;
  if (reason == "unknown-branch") return entry.fields.branch;
  if (reason == "unknown-destination") return entry.fields.to;
  return {};
}

}  // namespace vejviser::hub
