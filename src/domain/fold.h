// From entries to what they say together.
#pragma once

#include "src/domain/entry.h"

#include <optional>
#include <span>

namespace vejviser {

/// What stands as the reply to a referral or a question.
struct StandingReply {
  int rev = 0;      ///< of the entry whose fields stand
  Id top;           ///< the entry whose fields stand
  Instant at{};     ///< when that was
  Instant first{};  ///< when the first reply of all was made
  Fields fields;

  bool operator==(const StandingReply&) const = default;
  /// The reply once `other` is taken together with it, in any order.
  void add(const StandingReply& other);
};

/// What stands about a subject once all its entries are taken together.
struct Standing {
  EntryKind kind = EntryKind::Help;  ///< one that makes a subject
  Instant at{};                      ///< when it happened
  int rev = 0;                       ///< of the entry whose fields stand
  Id top;                            ///< the entry whose fields stand
  Fields fields;
  std::optional<StandingReply> reply{};

  bool operator==(const Standing&) const = default;
};

/// Folds the entries of one subject, in any order. Nothing stands without the entry that made the
/// subject, or after any Void; else the fields of the highest (rev, id) do, and beside them those
/// of the highest reply.
std::optional<Standing> fold(std::span<const Entry> entries);

/// True for the kinds of subjects that others may act on, and that tablets therefore pull.
bool isShared(EntryKind kind);

/// A Reply as it stands alone.
StandingReply replyOf(const Entry& entry);

}  // namespace vejviser
