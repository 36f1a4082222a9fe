// How busy an hour at an open desk is beside other hours. Opening hours say when a desk is open,
// this says how many come then.
#pragma once

namespace vejviser::demo {

/// Percent of an hour of a usual weekday between 8 and 18. `isoDay`: 1 (Monday) to 7.
int rushAt(int isoDay, int hour);

/// What the hours of a desk that is open from 10 to 17 add up to on a usual weekday.
int usualRush();

}  // namespace vejviser::demo
