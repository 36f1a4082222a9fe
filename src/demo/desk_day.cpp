#include "src/demo/making.h"
#include "src/demo/rush.h"
#include "src/demo/topics.h"
#include "src/domain/slip_code.h"
#include "sync/engine/recorder.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace vejviser::demo {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

// Percentages. From January on: summer and the weeks around Christmas are quiet.
constexpr std::array<int, 12> kMonth = {106, 102, 104, 98, 100, 92, 58, 96, 112, 104, 108, 78};
constexpr int kFollowup = 9;    // of helps: another matter of the one before
constexpr int kTimed = 8;       // of helps: a timer ran
constexpr int kForgotten = 9;   // of those: and was forgotten
constexpr int kTurnedAway = 4;  // of helps that are not sent on; twice that with authority tasks
constexpr int kSlip = 85;       // of referrals to the other unit
constexpr int kOutside = 55;    // of referrals that an outside body could take
constexpr int kOtherRole = 15;  // of helps that are no authority task: by staff that has more to do
constexpr int kOfDecisions = 88;  // done for them; for the rest with guidance

using Channels = std::array<std::pair<Channel, int>, 5>;
constexpr Channels kAtLibrary = {{{Channel::InPerson, 90},
                                  {Channel::Phone, 6},
                                  {Channel::Mail, 2},
                                  {Channel::Chat, 1},
                                  {Channel::Screen, 1}}};
constexpr Channels kAtCitizenService = {{{Channel::InPerson, 74},
                                         {Channel::Phone, 18},
                                         {Channel::Mail, 5},
                                         {Channel::Chat, 1},
                                         {Channel::Screen, 2}}};
constexpr std::array<std::pair<std::string_view, int>, 9> kLanguages = {{{"en", 34},
                                                                         {"uk", 16},
                                                                         {"ar", 14},
                                                                         {"pl", 11},
                                                                         {"de", 8},
                                                                         {"tr", 7},
                                                                         {"ro", 4},
                                                                         {"ur", 3},
                                                                         {"und", 3}}};
constexpr std::array<std::pair<Refusal, int>, 7> kRefusals = {{{Refusal::Papers, 32},
                                                               {Refusal::Appointment, 22},
                                                               {Refusal::Queue, 14},
                                                               {Refusal::System, 14},
                                                               {Refusal::Closing, 10},
                                                               {Refusal::Other, 5},
                                                               {Refusal::None, 3}}};
constexpr std::array<std::string_view, 4> kSensitiveGroups = {"benefits", "civil-registration",
                                                              "health", "digital-post"};

/// How long it took: about as long as the topic says.
Band someBand(Chance& chance, const Topic& topic) {
  return bandOf(std::max(1, topic.minutes * chance.from(40, 220) / 100));
}

bool isSensitive(const Topic& topic) {
  return topic.id == "letter-understand" ||
         std::find(kSensitiveGroups.begin(), kSensitiveGroups.end(), topic.group) !=
             kSensitiveGroups.end();
}

/// The times of a day at which somebody came, in order.
std::vector<Instant> arrivals(Making& making, const Desk& desk, Day day) {
  std::array<int, 24> rush{};
  for (int hour = 0; hour < 24; ++hour) {
    const bool staffed = making.town.isStaffed(desk, fromLocal({day, hour, 30}));
    if (staffed) rush[static_cast<std::size_t>(hour)] = rushAt(weekday(day), hour);
  }
  const int all = std::accumulate(rush.begin(), rush.end(), 0);
  std::vector<Instant> times;
  if (all == 0) return times;
  const auto month = static_cast<unsigned>(std::chrono::year_month_day{day}.month());
  const std::int64_t usual =
      std::int64_t{desk.helpsADay} * kMonth[month - 1] * making.chance.from(75, 125);
  // A small desk has a help on some days only: what is left of a whole one is a chance.
  const std::int64_t count = (usual * all / usualRush() + making.chance.from(0, 9'999)) / 10'000;
  for (std::int64_t i = 0; i < count; ++i) {
    const auto hour = static_cast<int>(making.chance.weighed(rush));
    const Instant when = fromLocal({day, hour, making.chance.from(0, 59)});
    if (making.town.isStaffed(desk, when)) times.push_back(when);
  }
  std::sort(times.begin(), times.end());
  return times;
}

/// Where a unit has staff with authority tasks, most of these come to them.
std::string someRole(Making& making, const Topic& topic, const Fields& here) {
  const Story& story = making.town.story;
  const int share = topic.authority ? story.authorityStaff : kOtherRole;
  for (const Role& role : making.town.line.roles()) {
    const bool another = role.unit == here.unit && role.code != here.role;
    if (another && making.chance.happens(share)) return role.code;
  }
  return here.role;
}

/// How many of a hundred are sent on.
int sentOn(const Making& making, const Topic& topic, const Asked& asked, const Fields& help) {
  if (!topic.authority) return asked.onward;
  switch (making.town.line.right(topic, help.role)) {
    case Right::HandOver:
      return 100;
    case Right::Guide:
      return making.town.story.guidedOnward;
    case Right::Decide:
      return asked.onward;
  }
  return 0;
}

/// What came of a help that ended here.
void endHere(Making& making, const Topic& topic, Fields& help) {
  Chance& chance = making.chance;
  const Story& story = making.town.story;
  if (chance.happens(topic.authority ? 2 * kTurnedAway : kTurnedAway)) {
    help.outcome = Outcome::TurnedAway;
    help.refusal = chance.oneOf<Refusal>(kRefusals);
    if (help.act == Act::Decide) help.act = Act::Guide;  // nothing was decided
  } else if (help.act == Act::Decide) {
    help.outcome = chance.happens(kOfDecisions) ? Outcome::DoneFor : Outcome::Guided;
  } else {
    const auto ago = std::chrono::duration_cast<std::chrono::days>(making.end - *help.when);
    const int alone =
        std::max(0, story.alone - static_cast<int>(story.aloneRise * ago.count() / 365));
    const std::array<std::pair<Outcome, int>, 3> ends = {
        {{Outcome::Alone, alone},
         {Outcome::Guided, story.guided},
         {Outcome::DoneFor, 100 - alone - story.guided}}};
    help.outcome = chance.oneOf<Outcome>(ends);
  }
}

/// All that is said of a help beside how it ended.
void describe(Making& making, const Topic& topic, Fields& help) {
  Chance& chance = making.chance;
  const Story& story = making.town.story;
  help.band = someBand(chance, topic);
  if (chance.happens(kTimed)) {
    help.timing = chance.happens(kForgotten) ? Timing::Forgotten : Timing::Timed;
  }
  help.people = chance.happens(10) ? chance.from(2, 3) : 1;
  help.channel = chance.oneOf<Channel>(help.unit == Unit::Library ? kAtLibrary : kAtCitizenService);
  if (chance.happens(story.otherLanguage)) {
    help.language = chance.oneOf<std::string_view>(kLanguages);
  }
  const bool inPerson = help.channel == Channel::InPerson;
  if (inPerson && isSensitive(topic) && chance.happens(story.roomNeeded)) {
    const std::array<std::pair<Room, int>, 3> rooms = {
        {{Room::Used, story.roomUsed},
         {Room::Busy, story.roomBusy},
         {Room::NoneHere, 100 - story.roomUsed - story.roomBusy}}};
    help.room = chance.oneOf<Room>(rooms);
  }
}

/// Outside bodies that take the topic; empty: it goes to the other unit.
std::string outsideFor(Making& making, const Topic& topic) {
  std::vector<std::string> bodies;
  for (const Destination& body : making.town.destinations) {
    if (!body.topics.empty() && body.offeredFor(topic)) bodies.push_back(body.code);
  }
  if (topic.authority || bodies.empty() || !making.chance.happens(kOutside)) return {};
  return bodies[making.chance.below(bodies.size())];
}

void sendOn(Making& making, std::size_t desk, const Topic& topic, const PlannedEntry& help) {
  Fields fields = making.at(desk, *help.fields.when);
  fields.topic = help.fields.topic;
  fields.role = help.fields.role;
  fields.help = help.id;
  fields.to = outsideFor(making, topic);
  if (!fields.to.empty()) {
    making.add(desk, EntryKind::Referral, fields);
    return;
  }
  const Unit other = otherUnit(fields.unit);
  fields.to = code(other);
  const auto receiver = making.someDesk(other, fields.branch);
  if (receiver && making.town.desks[*receiver].branch != fields.branch) {
    fields.toBranch = making.town.desks[*receiver].branch;
  }
  if (making.chance.happens(kSlip)) {
    fields.slip = newSlipCode(making.chance);
    fields.valid_days = engine::kUsualValid_days;
  }
  const PlannedEntry referral = making.add(desk, EntryKind::Referral, fields);
  receive(making, referral);
}

}  // namespace

void makeDeskDay(Making& making, std::size_t desk, Day day) {
  const Desk& here = making.town.desks[desk];
  std::optional<Id> contact;
  std::optional<Instant> last;
  for (const Instant arrived : arrivals(making, here, day)) {
    const bool followup = contact && making.chance.happens(kFollowup);
    const Instant when = followup ? *last : arrived;
    const Asked& asked = someTopic(here.unit, making.chance);
    const Topic* topic = making.town.catalogue.find(asked.topic);
    if (topic == nullptr) continue;
    Fields help = making.at(desk, when);
    help.topic = asked.topic;
    help.role = someRole(making, *topic, help);
    if (followup) help.contact = contact;
    describe(making, *topic, help);
    const bool onward = making.chance.happens(sentOn(making, *topic, asked, help));
    help.act = usualAct(making.town.line, *topic, help.role);
    if (onward) {
      help.outcome = Outcome::SentOn;
      if (topic->authority) help.act = Act::HandOver;
    } else {
      endHere(making, *topic, help);
    }
    making.busy.insert({here.branch, here.unit, std::chrono::floor<hours>(when)});
    const PlannedEntry added = making.add(desk, EntryKind::Help, help);
    if (!followup) contact = added.id;
    last = when;
    if (onward) sendOn(making, desk, *topic, added);
  }
}

}  // namespace vejviser::demo
