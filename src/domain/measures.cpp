#include "src/domain/measures.h"

#include "src/domain/measure_values.h"
#include "src/domain/words.h"

#include <algorithm>
#include <cassert>

namespace vejviser {

namespace {

using enum MeasureUnit;
using enum Average;
using enum MeasureOf;
using namespace formula;

constexpr Measure kMeasures[] = {
    {"helps", "Henvendelser", "Enquiries", Helps, None, Units, "", "every help",
     "referrals, questions, events and quiet hours: they are no helps", total<Series::Topic>},
    {"contacts", "Kontakter", "Contacts", Contacts, None, Units, "",
     "helps less those that belong to a contact that had one before", "", contacts},
    {"people", "Personer", "People", People, None, Together, "",
     "people helped, each time they are", "people at events", people},
    {"helps_by_topic", "Henvendelser efter emne", "Enquiries by topic", Helps, None, Units, "topic",
     "helps, under the topic that was logged", "", byItem<Series::Topic>},
    {"helps_by_current_topic", "Henvendelser efter nuværende emne", "Enquiries by current topic",
     Helps, None, Units, "topic",
     "helps, under the topic that has taken the place of the one that was logged, else under that",
     "", helpsByCurrentTopic},
    {"helps_by_day", "Henvendelser efter dag", "Enquiries by day", Helps, None, Units, "day",
     "helps, on the local day they happened", "", helpsByDay},
    {"helps_by_hour", "Henvendelser efter ugedag og time", "Enquiries by weekday and hour", Helps,
     None, Units, "weekday:hour", "helps, in the local hour they happened (1 = Monday)", "",
     byItem<Series::Hour>},
    {"helps_by_branch", "Henvendelser efter sted", "Enquiries by branch", Helps, None, Units,
     "branch", "helps; empty: the place was not given", "", helpsByBranch},
    {"helps_by_role", "Henvendelser efter rolle", "Enquiries by role", Helps, None, Units, "role",
     "helps of which the role of the staff member is given", "single staff members: never",
     byItem<Series::Role>},
    {"helps_by_channel", "Henvendelser efter henvendelsesform", "Enquiries by channel", Helps, None,
     Units, "channel", "helps", "", byWord<Series::Channel, Channel::InPerson, Channel::Screen>},
    {"helps_by_language", "Henvendelser efter sprog", "Enquiries by language", Helps, None, Units,
     "language", "helps; empty: Danish, or not said", "", helpsByLanguage},
    {"helps_by_outcome", "Henvendelser efter udfald", "Enquiries by outcome", Helps, None, Units,
     "outcome", "helps", "", byWord<Series::Outcome, Outcome::Alone, Outcome::TurnedAway>},
    {"independence", "Klarede det selv eller med vejledning", "Did it alone or with guidance",
     Share, None, Units, "", "helps with outcome alone or guided, of all helps", "", independence},
    {"helps_by_duration", "Henvendelser efter varighed", "Enquiries by duration", Helps, None,
     Units, "band", "helps, by band of minutes", "helps whose timer was forgotten",
     byWord<Series::Band, Band::Under5, Band::Over60>},
    {"duration", "Varighed, median", "Duration, median", Minutes, Median, Units, "",
     "the end of the band that holds the median help; at least 60 for the last band",
     "helps whose timer was forgotten", duration},
    {"timed", "Målt med ur", "Measured by a timer", Share, None, Units, "",
     "helps that a timer measured, of all helps", "forgotten timers",
     shareOf<Series::Timed, Series::Topic>},
    {"citizen_service_closed", "Mens borgerservice var lukket", "While citizen service was closed",
     Share, None, Library, "",
     "helps in hours in no minute of which any citizen service was staffed, of all helps; at "
     "least that, if there are helps in hours that are partly so",
     "hours that citizen service is open with nobody there: they count as closed", whileClosed},
    {"hours_alone", "Timer, hvor kun biblioteket er bemandet",
     "Hours with the library alone staffed", Hours, None, Library, "",
     "hours of the period, by the calendars, in which a library is staffed and no citizen service",
     "what was recorded: also days yet to come", hoursAlone},
    {"referrals", "Henvisninger", "Referrals", Referrals, None, Units, "destination",
     "referrals, from the unit to the destination", "helps with outcome sent_on but no referral",
     byItem<Series::Referral>},
    {"referral_balance", "Henvisninger, balance", "Referrals, balance", Referrals, None, Together,
     "", "referrals from library to citizen service, less those the other way",
     "referrals to outside bodies, and within a unit", balance},
    {"redeemed", "Indløste henvisninger", "Redeemed referrals", Share, None, Units, "unit",
     "referrals with a reply, whatever it says, of all to that unit; those still open are not "
     "redeemed",
     "replies taken back; outside bodies, which cannot reply", redeemed},
    {"completed", "Gennemførte henvisninger", "Completed referrals", Share, None, Units, "unit",
     "referrals whose reply is done, of all to that unit", "outside bodies, which cannot reply",
     completed},
    {"wrong_doors", "Gået forkert", "Wrong doors", Referrals, None, Units, "unit",
     "referrals to that unit that it declined as not_ours, under the unit that sent them",
     "referrals declined for another reason", wrongDoors},
    {"time_to_accept", "Fra henvisning til første svar, median", "Time to first reply, median",
     Hours, Median, Units, "",
     "the end of the step that holds the median referral with a reply; at least 168 for the last",
     "referrals without a reply", timeToAccept},
    {"authority_acts", "Myndighedsopgaver", "Authority tasks", Helps, None, Units, "act",
     "helps about authority tasks, by what was done", "",
     byWord<Series::Act, Act::Guide, Act::HandOver>},
    {"authority_kept", "Myndighedsgrænsen holdt", "Authority line kept", Share, None, Library, "",
     "helps about authority tasks that were guided or handed over, of all about such",
     "helps with a decision, also where the municipality allows it", kept},
    {"authority_handed_over", "Myndighedsopgaver henvist til dem, der afgør",
     "Authority tasks handed over", Share, None, Units, "",
     "helps about authority tasks that were handed over, of all about such", "", handedOver},
    {"room_needed", "Behov for samtalerum", "Private room needed", Share, None, Units, "",
     "helps that needed a private room, of all helps", "", shareOf<Series::Room, Series::Topic>},
    {"rooms", "Samtalerum", "Private room", Helps, None, Units, "room",
     "helps that needed a private room, by whether there was one",
     "helps that needed none, or of which it was not said",
     byWord<Series::Room, Room::Used, Room::NoneHere>},
    {"turned_away", "Afvist, efter årsag", "Turned away, by reason", Helps, None, Units, "refusal",
     "helps with outcome turned_away; empty: the reason was not said", "citizens referred on",
     turnedAway},
    {"quiet_hours", "Timer med bemanding, hvor ingen kom", "Staffed and nobody came", Hours, None,
     Units, "", "quiet hours", "hours without helps of which nobody said so", total<Series::Quiet>},
    {"quiet_by_hour", "Timer med bemanding, hvor ingen kom, efter klokkeslæt",
     "Staffed and nobody came, by hour", Hours, None, Units, "hour", "quiet hours, by local hour",
     "", byItem<Series::Quiet>},
    {"events", "Arrangementer", "Events", Events, None, Units, "",
     "events, under the unit that led", "", total<Series::Event>},
    {"events_taken_part", "Arrangementer, enheden deltog i", "Events taken part in", Events, None,
     Units, "", "events that the unit led or gave time to; together: once for each unit", "",
     total<Series::Credit>},
    {"events_joint", "Fælles arrangementer", "Joint events", Events, None, Together, "",
     "events that both units led or gave time to", "", jointEvents},
    {"attendance", "Deltagere", "Attendance", People, None, Units, "",
     "people at events, under the unit that led", "people helped", total<Series::Attendance>},
    {"audiences", "Arrangementer efter målgruppe", "Events by audience", Events, None, Units,
     "audience", "events, under the unit that led", "",
     byWord<Series::Audience, Audience::All, Audience::Seniors>},
    {"staff_minutes", "Medarbejderminutter ved arrangementer", "Staff minutes at events", Minutes,
     None, Units, "", "minutes of the unit's staff at events, preparation included", "",
     total<Series::StaffMinutes>},
    {"questions", "Spørgsmål", "Questions", Questions, None, Units, "", "questions written down",
     "", total<Series::Question>},
    {"questions_wanted", "Spørgsmål, der skal besvares", "Questions that need an answer", Questions,
     None, Units, "", "questions marked so, answered or not", "", total<Series::Wanted>},
    {"questions_answered", "Besvarede spørgsmål", "Questions answered", Questions, None, Units, "",
     "questions with an answer, under the unit that asked", "answers taken back",
     total<Series::Answered>},
    {"questions_open", "Åbne spørgsmål", "Questions open", Questions, None, Units, "",
     "questions that need an answer and have none", "", total<Series::Open>},
    {"iso_2789", "Henvendelser efter ISO 2789", "Enquiries by ISO 2789", Helps, None, Units,
     "class", "helps, by what their topic is to the standard; one request may be several", "",
     helpsByIsoClass},
    {"kle", "Henvendelser efter KLE-nummer", "Enquiries by KLE number", Helps, None, Units,
     "KLE number", "helps, by the number of their topic now; empty: it has none", "", helpsByKle},
};

constexpr Word<MeasureUnit> kUnits[] = {
    {Helps, "helps"},         {Contacts, "contacts"}, {People, "people"},
    {Referrals, "referrals"}, {Events, "events"},     {Questions, "questions"},
    {Hours, "hours"},         {Minutes, "minutes"},   {Share, "share"}};
constexpr Word<Average> kAverages[] = {{None, "none"}, {Median, "median"}};
constexpr Word<MeasureOf> kOf[] = {{Units, "units"}, {Library, "library"}, {Together, "together"}};

bool isAbout(MeasureOf of, std::optional<Unit> unit) {
  switch (of) {
    case Units:
      return true;
    case Library:
      return unit == Unit::Library;
    case Together:
      return !unit;
  }
  return false;
}

}  // namespace

std::string_view code(MeasureUnit unit) {
  return codeIn<MeasureUnit>(kUnits, unit);
}

std::string_view code(Average average) {
  return codeIn<Average>(kAverages, average);
}

std::string_view code(MeasureOf of) {
  return codeIn<MeasureOf>(kOf, of);
}

std::span<const Measure> measures() {
  return kMeasures;
}

const Measure* findMeasure(std::string_view id) {
  const auto it = std::find_if(std::begin(kMeasures), std::end(kMeasures),
                               [id](const Measure& measure) { return measure.id == id; });
  return it == std::end(kMeasures) ? nullptr : it;
}

const Measure& measureOf(std::string_view id) {
  const Measure* measure = findMeasure(id);
  assert(measure != nullptr);
  return *measure;
}

MeasureValues valuesOf(const Measure& measure, const MeasureSource& source,
                       std::optional<Unit> unit) {
  return isAbout(measure.of, unit) ? measure.values(source, unit) : MeasureValues{};
}

std::string_view iso2789Class(const Topic* topic) {
  if (topic == nullptr) return "unknown";
  if (topic->group == "orientation" || topic->group == "equipment") return "directional";
  if (topic->authority) return "authority";
  for (const std::string_view group :
       {"digital-id", "digital-guidance", "digital-post", "it-help"}) {
    if (topic->group == group) return "digital_guidance";
  }
  return "reference";
}

}  // namespace vejviser
