// From entries to what they say together.
#pragma once

#include "src/domain/entry.h"

#include <optional>
#include <span>

namespace vejviser {

/// What stands about a subject once all its entries are taken together.
struct Standing {
  EntryKind kind = EntryKind::Help;  ///< Help or Referral
  Instant at{};                      ///< when it happened
  int rev = 0;                       ///< of the entry whose fields stand
  Id top;                            ///< the entry whose fields stand
  Fields fields;
};

/// Folds the entries of one subject, in any order. Nothing stands without the entry that made the
/// subject, or after any Void; else the fields of the highest (rev, id) do.
std::optional<Standing> fold(std::span<const Entry> entries);

}  // namespace vejviser
