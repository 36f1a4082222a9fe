// The stamp: how far a tablet has read, and which history it read. Opaque to tablets.
#pragma once

#include "sync/hub/records.h"

#include <optional>
#include <string>
#include <string_view>

namespace vejviser::hub {

struct Stamp {
  std::int64_t cursor = 0;  ///< every row up to this position has been handed out
  Head head;                ///< the hub's when it answered

  bool operator==(const Stamp&) const = default;
};

/// 64 hexadecimal digits.
std::string encodeStamp(const Stamp& stamp);
/// Nothing for text that no hub has ever made. The first hubs' stamps have 48 digits: they had no
/// floor.
std::optional<Stamp> decodeStamp(std::string_view text);

}  // namespace vejviser::hub
