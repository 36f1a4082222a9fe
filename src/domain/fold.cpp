#include "src/domain/fold.h"

#include <algorithm>
#include <tuple>

namespace vejviser {

void StandingReply::add(const StandingReply& other) {
  const Instant earliest = std::min(first, other.first);
  if (std::tie(other.rev, other.top) > std::tie(rev, top)) *this = other;
  first = earliest;
}

bool isShared(EntryKind kind) {
  return takesReply(kind) || kind == EntryKind::Event;
}

StandingReply replyOf(const Entry& entry) {
  const Instant at = entry.fields.when.value_or(entry.at);
  return {entry.rev, entry.id, at, at, entry.fields};
}

std::optional<Standing> fold(std::span<const Entry> entries) {
  const auto made =
      std::find_if(entries.begin(), entries.end(), [](const Entry& e) { return e.makesSubject(); });
  if (made == entries.end()) return std::nullopt;
  const Entry* top = &*made;
  std::optional<StandingReply> reply;
  for (const Entry& entry : entries) {
    if (entry.kind == EntryKind::Void) return std::nullopt;
    if (entry.kind == EntryKind::Reply && entry.of == made->kind) {
      if (reply) reply->add(replyOf(entry));
      if (!reply) reply = replyOf(entry);
    }
    if (entry.fieldsOf() != made->kind) continue;  // an amend that misnames its subject's kind
    if (std::tie(entry.rev, entry.id) > std::tie(top->rev, top->id)) top = &entry;
  }
  return Standing{made->kind, top->fields.when.value_or(made->at), top->rev, top->id, top->fields,
                  reply};
}

}  // namespace vejviser
