#include "src/domain/codes.h"

#include "src/domain/words.h"

#include <algorithm>

namespace vejviser {

namespace {

constexpr Word<Unit> kUnits[] = {{Unit::Library, "library"},
                                 {Unit::CitizenService, "citizen_service"}};

constexpr Word<Outcome> kOutcomes[] = {{Outcome::Alone, "alone"},
                                       {Outcome::Guided, "guided"},
                                       {Outcome::DoneFor, "done_for"},
                                       {Outcome::SentOn, "sent_on"},
                                       {Outcome::TurnedAway, "turned_away"}};

constexpr Word<Band> kBands[] = {{Band::Under5, "0-5"},
                                 {Band::To15, "5-15"},
                                 {Band::To30, "15-30"},
                                 {Band::To60, "30-60"},
                                 {Band::Over60, "60+"}};

constexpr Word<Doubt> kDoubts[] = {{Doubt::None, ""}, {Doubt::Clock, "clock"}};

constexpr Word<Act> kActs[] = {
    {Act::None, ""}, {Act::Guide, "guide"}, {Act::Decide, "decide"}, {Act::HandOver, "hand_over"}};

constexpr Word<Right> kRights[] = {
    {Right::HandOver, "hand_over"}, {Right::Guide, "guide"}, {Right::Decide, "decide"}};

constexpr Word<Channel> kChannels[] = {{Channel::InPerson, "in_person"},
                                       {Channel::Phone, "phone"},
                                       {Channel::Mail, "mail"},
                                       {Channel::Chat, "chat"},
                                       {Channel::Screen, "screen"}};

constexpr Word<Room> kRooms[] = {{Room::NotNeeded, ""},
                                 {Room::Used, "used"},
                                 {Room::Busy, "busy"},
                                 {Room::NoneHere, "none_here"}};

constexpr Word<Refusal> kRefusals[] = {{Refusal::None, ""},
                                       {Refusal::Closing, "closing"},
                                       {Refusal::Queue, "queue"},
                                       {Refusal::Papers, "papers"},
                                       {Refusal::Appointment, "appointment"},
                                       {Refusal::System, "system"},
                                       {Refusal::NotOurs, "not_ours"},
                                       {Refusal::Other, "other"}};

constexpr Word<Timing> kTimings[] = {
    {Timing::Guessed, ""}, {Timing::Timed, "timed"}, {Timing::Forgotten, "forgotten"}};

constexpr Word<Reception> kReceptions[] = {{Reception::TakenBack, "taken_back"},
                                           {Reception::Accepted, "accepted"},
                                           {Reception::Declined, "declined"},
                                           {Reception::Done, "done"}};

constexpr Word<Decline> kDeclines[] = {{Decline::None, ""},          {Decline::NotOurs, "not_ours"},
                                       {Decline::Closed, "closed"},  {Decline::Papers, "papers"},
                                       {Decline::NoShow, "no_show"}, {Decline::Other, "other"}};

constexpr Word<Audience> kAudiences[] = {
    {Audience::All, "all"},           {Audience::Grade9, "grade9"}, {Audience::Schools, "schools"},
    {Audience::Families, "families"}, {Audience::Adults, "adults"}, {Audience::Seniors, "seniors"}};

}  // namespace

std::string_view code(Unit unit) {
  return codeIn<Unit>(kUnits, unit);
}
std::string_view code(Outcome outcome) {
  return codeIn<Outcome>(kOutcomes, outcome);
}
std::string_view code(Band band) {
  return codeIn<Band>(kBands, band);
}
std::string_view code(Doubt doubt) {
  return codeIn<Doubt>(kDoubts, doubt);
}
std::string_view code(Act act) {
  return codeIn<Act>(kActs, act);
}
std::string_view code(Right right) {
  return codeIn<Right>(kRights, right);
}
std::string_view code(Channel channel) {
  return codeIn<Channel>(kChannels, channel);
}
std::string_view code(Room room) {
  return codeIn<Room>(kRooms, room);
}
std::string_view code(Refusal refusal) {
  return codeIn<Refusal>(kRefusals, refusal);
}
std::string_view code(Timing timing) {
  return codeIn<Timing>(kTimings, timing);
}
std::string_view code(Reception reception) {
  return codeIn<Reception>(kReceptions, reception);
}
std::string_view code(Decline decline) {
  return codeIn<Decline>(kDeclines, decline);
}
std::string_view code(Audience audience) {
  return codeIn<Audience>(kAudiences, audience);
}

std::optional<Unit> unitFromCode(std::string_view text) {
  return valueIn<Unit>(kUnits, text);
}
std::optional<Outcome> outcomeFromCode(std::string_view text) {
  return valueIn<Outcome>(kOutcomes, text);
}
std::optional<Band> bandFromCode(std::string_view text) {
  return valueIn<Band>(kBands, text);
}
std::optional<Doubt> doubtFromCode(std::string_view text) {
  return valueIn<Doubt>(kDoubts, text);
}
std::optional<Act> actFromCode(std::string_view text) {
  return valueIn<Act>(kActs, text);
}
std::optional<Right> rightFromCode(std::string_view text) {
  return valueIn<Right>(kRights, text);
}
std::optional<Channel> channelFromCode(std::string_view text) {
  return valueIn<Channel>(kChannels, text);
}
std::optional<Room> roomFromCode(std::string_view text) {
  return valueIn<Room>(kRooms, text);
}
std::optional<Refusal> refusalFromCode(std::string_view text) {
  return valueIn<Refusal>(kRefusals, text);
}
std::optional<Timing> timingFromCode(std::string_view text) {
  return valueIn<Timing>(kTimings, text);
}
std::optional<Reception> receptionFromCode(std::string_view text) {
  return valueIn<Reception>(kReceptions, text);
}
std::optional<Decline> declineFromCode(std::string_view text) {
  return valueIn<Decline>(kDeclines, text);
}
std::optional<Audience> audienceFromCode(std::string_view text) {
  return valueIn<Audience>(kAudiences, text);
}

Unit otherUnit(Unit unit) {
  return unit == Unit::Library ? Unit::CitizenService : Unit::Library;
}

Band bandOf(int minutes) {
  if (minutes < 5) return Band::Under5;
  if (minutes < 15) return Band::To15;
  if (minutes < 30) return Band::To30;
  if (minutes < 60) return Band::To60;
  return Band::Over60;
}

bool isLanguage(std::string_view text) {
  return (text.size() == 2 || text.size() == 3) &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool isCode(std::string_view text) {
  return !text.empty() && text.size() <= kLongestCode &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
         });
}

}  // namespace vejviser
