// Routine: when each topic was last done here, and whether that is so long ago that one has to read
// up on it. What this tablet itself did last is for its own screen only and is never sent.
#pragma once

#include "src/app/tablet_session.h"
#include "src/domain/routine.h"

#include <map>
#include <optional>
#include <string>

namespace vejviser::app {

struct Routine {
  using Days = std::map<std::string, Day>;

  Day today{};
  bool placed = false;  ///< the branch is known; without one, "here" is this tablet
  Days here;            ///< by topic: at this branch, by any tablet
  Days own;             ///< by topic: by this tablet, anywhere

  /// Whole days since `days` has the topic, 0 for today; nothing when it never had.
  std::optional<int> since(const Days& days, const std::string& topic) const;
  /// Nobody here has done it for kRoutineGap, or ever.
  bool hasGap(const std::string& topic) const;

  bool operator==(const Routine&) const = default;
};

Routine readRoutine(TabletSession& session);

}  // namespace vejviser::app
