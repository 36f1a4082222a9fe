// What people ask about at either unit's desk, and how often: the demonstration's own guess, with
// the concentration that real queues have.
#pragma once

#include "src/demo/chance.h"
#include "src/domain/codes.h"

#include <string_view>

namespace vejviser::demo {

struct Asked {
  std::string_view topic;
  int weight = 0;
  int onward = 0;  ///< percent that is sent on although it is no authority task
};

const Asked& someTopic(Unit unit, Chance& chance);

}  // namespace vejviser::demo
