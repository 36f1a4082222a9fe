#include "sync/hub/web/export_texts.h"

namespace vejviser::hub::web {

namespace {

constexpr Text kTexts[] = {
    {"break", "Brud i perioden", "Break in this period"},
    {"sheet_about", "Om tallene", "About"},
    {"sheet_overview", "Overblik", "Overview"},
    {"sheet_topics", "Emner", "Topics"},
    {"sheet_branches", "Steder", "Branches"},
    {"sheet_days", "Dage", "Days"},
    {"sheet_hours", "Ugedag og time", "Weekday and hour"},
    {"sheet_referrals", "Henvisninger", "Referrals"},
    {"sheet_others", "Øvrige opgørelser", "Other series"},
    {"about_what", "Oplysning", "What"},
    {"about_value", "Værdi", "Value"},
    {"municipality", "Kommune", "Municipality"},
    {"period_from", "Periode fra", "Period from"},
    {"period_to", "Periode til og med", "Period to and including"},
    {"made_on", "Dannet den", "Made on"},
    {"edition", "Udgave", "Edition"},
    {"tablets_in_use", "Tablets i brug", "Tablets in use"},
    {"tablets_heard", "Tablets hørt i dag", "Tablets heard today"},
    {"entries_waiting", "Registreringer, der venter på tablets", "Entries that wait on tablets"},
    {"oldest_waiting", "Tabletten, der har ventet længst, er senest hørt",
     "The tablet that has waited longest was last heard"},
    {"entries_held", "Registreringer, der ikke er talt med", "Entries held and not counted"},
    {"key_figure", "Nøgletal", "Key figure"},
    {"count", "Antal", "Count"},
    {"code_column", "Kode", "Code"},
    {"weekday", "Ugedag", "Weekday"},
    {"series", "Opgørelse", "Series"},
    {"item", "Post", "Item"},
    {"series_outcome", "Udfald", "Outcome"},
    {"series_band", "Varighed i minutter", "Duration in minutes"},
    {"series_timed", "Varighed i minutter, målt", "Duration in minutes, measured"},
    {"series_role", "Rolle", "Role"},
    {"series_act", "Myndighedsopgaver", "Authority tasks"},
    {"series_channel", "Henvendelsesform", "Channel"},
    {"series_room", "Samtalerum", "Private room"},
    {"series_language", "Sprog", "Language"},
    {"series_refusal", "Afviste borgere", "Citizens turned away"},
    {"series_followup", "Henvendelser efter en anden i samme besøg",
     "Enquiries after another in the same contact"},
    {"series_reception", "Henvisninger efter modtagelse", "Referrals by what came of them"},
    {"series_accepting", "Henvisninger efter ventetid på svar", "Referrals by time to a reply"},
    {"series_question", "Spørgsmål", "Questions"},
    {"series_wanted", "Spørgsmål, der skal besvares", "Questions that need an answer"},
    {"series_answered", "Besvarede spørgsmål", "Answered questions"},
    {"series_open", "Åbne spørgsmål", "Open questions"},
    {"series_event", "Arrangementer", "Events"},
    {"series_attendance", "Deltagere i arrangementer", "People at events"},
    {"series_audience", "Arrangementer efter målgruppe", "Events by audience"},
    {"series_credit", "Arrangementer, enheden deltog i", "Events that the unit took part in"},
    {"series_staff_minutes", "Enhedens minutter ved arrangementer",
     "Minutes of the unit at events"},
    {"series_quiet", "Stille timer", "Quiet hours"},

    {"to_the_unit", "til enheden", "to the unit"},
    {"top_of_topics", "De hyppigste emner", "The most frequent topics"},
    {"referred_to", "Henvist til", "Referred to"},
    {"from_the", "Fra", "From"},
    {"other_destinations", "Øvrige", "Others"},
    {"withheld_frame", "skjult tal", "number withheld"},
};

}  // namespace

std::span<const Text> exportTexts() {
  return kTexts;
}

}  // namespace vejviser::hub::web
