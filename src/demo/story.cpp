#include "src/demo/story.h"

#include <algorithm>

namespace vejviser::demo {

namespace {

constexpr auto kLibrary = Unit::Library;
constexpr auto kCitizenService = Unit::CitizenService;

/// Authority work follows the person, in the library's building; a room for sensitive matters.
Story haderslev() {
  Story story;
  story.name = "haderslev";
  story.roomNeeded = 24;
  story.roomUsed = 68;
  story.roomBusy = 24;
  story.otherLanguage = 9;
  story.alone = 22;
  story.guided = 60;
  story.guidedOnward = 25;
  story.answered = 88;
  story.wrongDoor = 4;
  story.declinedElse = 6;
  story.onlyAccepted = 12;
  story.questionsAnswered = 80;
  story.meetings = {
      {"digital-life-60", Audience::Seniors, kLibrary, 2, 10, 1, 14, 150, 60},
      {"event", Audience::Families, kLibrary, 6, 11, 2, 35, 180, 0},
  };
  return story;
}

/// "A library is a library": it hands over all authority work, to a house in another street.
Story esbjerg() {
  Story story;
  story.name = "esbjerg";
  story.roomNeeded = 10;
  story.roomUsed = 35;
  story.roomBusy = 15;
  story.otherLanguage = 12;
  story.alone = 26;
  story.guided = 62;
  story.guidedOnward = 60;
  story.answered = 58;
  story.wrongDoor = 9;
  story.declinedElse = 16;
  story.onlyAccepted = 22;
  story.questionsAnswered = 65;
  story.meetings = {
      {"it-cafe", Audience::Adults, kLibrary, 3, 15, 1, 11, 180, 0},
      {"event", Audience::All, kLibrary, 4, 17, 2, 45, 240, 0},
  };
  return story;
}

/// Equals: referrals go both ways and are answered, and meetings are held together.
Story dragoer() {
  Story story;
  story.name = "dragoer";
  story.roomNeeded = 12;
  story.roomUsed = 60;
  story.roomBusy = 20;
  story.otherLanguage = 6;
  story.alone = 30;
  story.guided = 58;
  story.guidedOnward = 45;
  story.answered = 90;
  story.wrongDoor = 12;
  story.declinedElse = 8;
  story.onlyAccepted = 10;
  story.questionsAnswered = 92;
  story.meetings = {
      {"digital-dab", Audience::Grade9, kLibrary, 3, 10, 1, 24, 240, 180},
      {"digital-life-60", Audience::Seniors, kCitizenService, 4, 13, 1, 18, 150, 150},
      {"event", Audience::Schools, kLibrary, 2, 10, 2, 22, 120, 0},
  };
  return story;
}

/// Staff from the town hall decide in the library; many of its users cannot do it alone.
Story albertslund() {
  Story story;
  story.name = "albertslund";
  story.authorityStaff = 65;
  story.roomNeeded = 16;
  story.roomUsed = 45;
  story.roomBusy = 35;
  story.otherLanguage = 24;
  story.alone = 14;
  story.aloneRise = 5;
  story.guided = 54;
  story.guidedOnward = 40;
  story.answered = 84;
  story.wrongDoor = 11;
  story.declinedElse = 10;
  story.onlyAccepted = 12;
  story.questionsAnswered = 75;
  story.meetings = {
      {"it-cafe", Audience::Adults, kLibrary, 1, 14, 1, 13, 150, 45},
      {"homework", Audience::Schools, kLibrary, 3, 15, 1, 17, 150, 0},
  };
  return story;
}

}  // namespace

const Story* storyOf(std::string_view scenario) {
  static const std::vector<Story> s_all = {haderslev(), esbjerg(), dragoer(), albertslund()};
  const auto it = std::find_if(s_all.begin(), s_all.end(),
                               [&](const Story& story) { return story.name == scenario; });
  return it == s_all.end() ? nullptr : &*it;
}

}  // namespace vejviser::demo
