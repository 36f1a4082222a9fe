#include "src/demo/making.h"

#include <algorithm>
#include <array>

namespace vejviser::demo {

namespace {

using std::chrono::days;
using std::chrono::minutes;

// Percentages.
constexpr int kSameDay = 45;        // of those who go to another house
constexpr int kAcceptedFirst = 35;  // of what was done: accepted before, in a reply of its own
constexpr int kWithoutSlip = 30;    // of those without a slip that would have had a reply with one

constexpr std::array<std::pair<Decline, int>, 4> kDeclines = {
    {{Decline::Papers, 45}, {Decline::NoShow, 35}, {Decline::Closed, 12}, {Decline::Other, 8}}};

/// In one house it is across the floor; to another one goes later, often another day.
minutes onTheWay(Making& making, bool sameHouse) {
  Chance& chance = making.chance;
  if (sameHouse) return minutes{chance.from(2, 45)};
  if (chance.happens(kSameDay)) return minutes{chance.from(25, 240)};
  return days{chance.from(1, 9)} + minutes{chance.from(0, 180)};
}

Reception someReception(Making& making, Fields& reply) {
  const Story& story = making.town.story;
  const int done = 100 - story.wrongDoor - story.declinedElse - story.onlyAccepted;
  const std::array<int, 4> weights = {story.wrongDoor, story.declinedElse, story.onlyAccepted,
                                      done};
  switch (making.chance.weighed(weights)) {
    case 0:
      reply.decline = Decline::NotOurs;
      return Reception::Declined;
    case 1:
      reply.decline = making.chance.oneOf<Decline>(kDeclines);
      return Reception::Declined;
    case 2:
      return Reception::Accepted;
    default:
      reply.outcome = making.chance.happens(60) ? Outcome::DoneFor : Outcome::Guided;
      return Reception::Done;
  }
}

}  // namespace

void receive(Making& making, const PlannedEntry& referral) {
  const Fields& sent = referral.fields;
  const int answered = making.town.story.answered;
  if (!making.chance.happens(sent.slip.empty() ? answered * kWithoutSlip / 100 : answered)) return;
  const std::string& branch = sent.toBranch.empty() ? sent.branch : sent.toBranch;
  const auto desk = making.someDesk(otherUnit(sent.unit), branch);
  if (!desk) return;
  const bool sameHouse = making.town.desks[*desk].branch == sent.branch;
  const auto when = making.staffed(*desk, *sent.when + onTheWay(making, sameHouse));
  const int usable_days = std::max(sent.valid_days, 1);
  if (!when || *when > *sent.when + days{usable_days}) return;
  Fields reply = making.at(*desk, *when);
  reply.reception = someReception(making, reply);
  if (reply.reception != Reception::Done || !making.chance.happens(kAcceptedFirst)) {
    making.reply(*desk, referral, 1, reply);
    return;
  }
  Fields accepted = making.at(*desk, *when);
  accepted.reception = Reception::Accepted;
  making.reply(*desk, referral, 1, accepted);
  const Instant finished = *when + minutes{making.chance.from(5, 40)};
  if (finished >= making.end) return;
  reply.when = finished;
  making.reply(*desk, referral, 2, reply);
}

}  // namespace vejviser::demo
