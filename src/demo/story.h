// How four municipalities work, as the numbers that set their demonstrations apart.
#pragma once

#include "src/domain/codes.h"

#include <string>
#include <string_view>
#include <vector>

namespace vejviser::demo {

/// A meeting that comes again and again, logged by the unit that leads it.
struct Meeting {
  std::string_view topic;
  Audience audience = Audience::All;
  Unit leader = Unit::Library;
  int isoDay = 1;  ///< 1-7
  int hour = 10;
  int everyWeeks = 1;
  int attendance = 10;  ///< about so many
  int library_min = 0;
  int citizenService_min = 0;  ///< both: a joint one, with credit to both
};

/// Percentages, unless it says otherwise.
struct Story {
  std::string_view name;      ///< the scenario's
  int authorityStaff = 0;     ///< of the library's authority tasks: by those who may decide them
  int roomNeeded = 0;         ///< of helps about sensitive matters
  int roomUsed = 0;           ///< of those
  int roomBusy = 0;           ///< of those; for the rest there is none
  int otherLanguage = 0;      ///< of helps
  int alone = 0;              ///< of helps that end here and are no decision, in the end
  int aloneRise = 0;          ///< percentage points that this has risen by in a year
  int guided = 0;             ///< of those; the rest was done for them
  int guidedOnward = 0;       ///< of authority tasks that one may guide in, not decide
  int answered = 0;           ///< of referrals to the other unit: with a reply
  int wrongDoor = 0;          ///< of those: declined as not ours
  int declinedElse = 0;       ///< of those: declined for another reason
  int onlyAccepted = 0;       ///< of those: not done yet
  int questionsAnswered = 0;  ///< of questions that need an answer
  std::vector<Meeting> meetings{};
};

/// Null if there is no such scenario.
const Story* storyOf(std::string_view scenario);

}  // namespace vejviser::demo
