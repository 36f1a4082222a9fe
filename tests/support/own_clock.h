// A clock that the test owns.
#pragma once

#include "src/domain/calendar.h"

#include <string>

namespace vejviser::test {

class OwnClock : public Clock {
 public:
  Instant now() const override { return wall; }
  milliseconds sinceBoot() const override { return up; }
  const std::string& bootId() const override { return boot; }

  /// For both: true time goes on.
  void pass(milliseconds time) {
    wall += time;
    up += time;
  }

  Instant wall = fromLocal({*parseDay("2026-11-24"), 10, 0});
  milliseconds up = std::chrono::hours{5};
  std::string boot = "0a1b2c3d";
};

}  // namespace vejviser::test
