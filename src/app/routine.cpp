#include "src/app/routine.h"

#include <algorithm>

namespace vejviser::app {

std::optional<int> Routine::since(const Days& days, const std::string& topic) const {
  const auto it = days.find(topic);
  if (it == days.end()) return std::nullopt;
  // A tablet whose clock was ahead may have written a day that is still to come.
  return std::max(0, static_cast<int>((today - it->second).count()));
}

bool Routine::hasGap(const std::string& topic) const {
  const auto days = since(here, topic);
  return !days || *days >= kRoutineGap.count();
}

Routine readRoutine(TabletSession& session) {
  Routine routine;
  const std::string branch = session.store().workplace().branch;
  routine.today = toLocal(session.clock().now()).day;
  routine.placed = !branch.empty();
  routine.own = session.queries().lastDone();
  routine.here = routine.placed ? session.shared().lastDone(branch) : routine.own;
  return routine;
}

}  // namespace vejviser::app
