#include "sync/hub/web/texts.h"

#include "sync/hub/web/catalogue_texts.h"
#include "sync/hub/web/export_texts.h"
#include "sync/hub/web/figures_texts.h"
#include "sync/hub/web/people_texts.h"
#include "sync/hub/web/privacy_texts.h"
#include "sync/hub/web/published_texts.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdio>

namespace vejviser::hub::web {

namespace {

constexpr Text kTexts[] = {
    {"app", "Vejviser", "Vejviser"},
    {"tagline", "Fælles tal for bibliotek og borgerservice",
     "Shared figures for library and citizen service"},
    {"log_in", "Log ind", "Log in"},
    {"log_out", "Log ud", "Log out"},
    {"name", "Brugernavn", "User name"},
    {"password", "Adgangskode", "Password"},
    {"log_in_wrong", "Navnet eller adgangskoden er forkert. Prøv igen.",
     "The name or the password is wrong. Try again."},
    {"log_in_wait", "Der er prøvet for mange gange. Vent lidt, og prøv igen.",
     "Too many tries. Wait a little and try again."},
    {"administration", "Administration", "Administration"},
    {"overview", "Overblik", "Overview"},
    {"from", "Fra", "From"},
    {"to", "Til", "To"},
    {"place", "Sted", "Place"},
    {"all_places", "Alle steder", "All places"},
    {"no_place", "Sted ikke angivet", "Place not given"},
    {"show", "Vis", "Show"},
    {"skip", "Gå til sidens indhold", "Skip to content"},
    {"other_language", "English", "Dansk"},
    {"helps", "Henvendelser", "Enquiries"},
    {"people", "Personer", "People"},
    {"referrals", "Henvisninger", "Referrals"},
    {"helps_note", "Så mange gange er der givet hjælp.", "How many times help was given."},
    {"people_note", "Flere kan få hjælp i én henvendelse.", "One enquiry may help several people."},
    {"referrals_note", "Borgere, der er henvist til den anden enhed.",
     "Citizens referred to the other unit."},
    {"over_time", "Henvendelser over tid", "Enquiries over time"},
    {"by_topic", "Henvendelser efter emne og enhed", "Enquiries by topic and unit"},
    {"by_hour", "Henvendelser efter ugedag og time", "Enquiries by weekday and hour"},
    {"by_place", "Henvendelser efter sted", "Enquiries by place"},
    {"matrix", "Henvisninger mellem enhederne", "Referrals between the units"},
    {"day", "Dag", "Day"},
    {"week_from", "Uge fra mandag", "Week from Monday"},
    {"topic", "Emne", "Topic"},
    {"hour", "Time", "Hour"},
    {"total", "I alt", "Total"},
    {"unit_library", "Bibliotek", "Library"},
    {"unit_citizen_service", "Borgerservice", "Citizen service"},
    {"unit_from", "Henvist fra", "Referred from"},
    {"to_the", "til", "to"},
    {"balance", "Forskel", "Balance"},
    {"nothing", "Der er ingen henvendelser i perioden.", "There are no enquiries in this period."},
    {"top_topics", "Diagrammet viser de 15 hyppigste emner. Tabellen viser alle.",
     "The chart shows the 15 most frequent topics. The table shows all."},
    {"coverage_tablets", "tablets er hørt i dag", "tablets heard today"},
    {"of", "af", "of"},
    {"coverage_waiting", "venter på tablets", "wait on tablets"},
    {"coverage_held", "holdes tilbage og er ikke talt med", "are held and not counted"},
    {"newest", "Senest modtaget", "Last received"},
    {"never", "intet modtaget endnu", "nothing received yet"},
    {"about",
     "Tallene siger, hvor ofte der er givet hjælp. De er statistik, ikke en sagsjournal, og "
     "de viser hverken borgere eller enkelte medarbejdere.",
     "The figures say how often help was given. They are statistics, not a case record, and show "
     "neither citizens nor single members of staff."},
    {"question_wrong", "Perioden kan ikke bruges. Vælg en anden.",
     "The period cannot be used. Choose another."},
    {"filter", "Vælg periode og sted", "Choose period and place"},
    {"compare", "Sammenlign med", "Compare with"},
    {"compare_nothing", "Intet", "Nothing"},
    {"compare_before", "Perioden før", "The period before"},
    {"compare_year", "Samme uger året før", "The same weeks a year before"},
    {"compare_word", "Før", "Before"},
    {"compare_none", "ingen tal", "no figures"},
    {"compared_with", "sammenlignet med", "compared with"},
    {"last_7", "7 dage", "7 days"},
    {"last_28", "28 dage", "28 days"},
    {"last_91", "13 uger", "13 weeks"},
    {"last_365", "1 år", "1 year"},

    {"tablets", "Tablets", "Tablets"},
    {"tablets_intro", "Tablets, der har fået adgang, og hvad serveren ved om dem.",
     "Tablets that were let in, and what the hub knows of them."},
    {"tablets_none", "Ingen tablet har fået adgang endnu.", "No tablet has been let in yet."},
    {"tablet", "Tablet", "Tablet"},
    {"unit", "Enhed", "Unit"},
    {"state", "Tilstand", "State"},
    {"heard", "Senest hørt", "Last heard"},
    {"not_heard", "aldrig", "never"},
    {"waiting", "Venter", "Waiting"},
    {"remarks", "Bemærk", "Note"},
    {"actions", "Handlinger", "Actions"},
    {"enrol", "Ny tablet", "New tablet"},
    {"tablet_name", "Tablettens navn", "The tablet's name"},
    {"enrol_make", "Lav en kode", "Make a code"},
    {"enrol_ready", "Kode til", "Code for"},
    {"enrol_qr", "QR-kode med adresse og kode", "QR code with the address and the code"},
    {"enrol_how",
     "Skriv koden på tabletten under Indstillinger, eller scan QR-koden. Den virker én gang inden "
     "for ti minutter og vises kun nu.",
     "Type the code on the tablet under Settings, or scan the QR code. It works once, within ten "
     "minutes, and is shown only now."},
    {"enrol_link", "Eller indsæt", "Or paste"},
    {"state_active", "I brug", "In use"},
    {"state_drained", "Taget ud af brug", "Taken out of use"},
    {"state_blocked", "Spærret", "Blocked"},
    {"unit_and_place", "Enhed og sted", "Unit and place"},
    {"clock_and_program", "Ur og version", "Clock and version"},
    {"clock_right", "Passer", "Right"},
    {"clock_minutes", "min.", "min"},
    {"clock_hours", "timer", "hours"},
    {"clock_days", "dage", "days"},
    {"clock_ahead", "foran", "ahead"},
    {"clock_behind", "bagud", "behind"},
    {"clock_wrong", "Uret går forkert. Stil det i tablettens indstillinger.",
     "The clock is wrong. Set it in the tablet's settings."},
    {"program_old", "En ældre version end hubbens. Opdater tabletten.",
     "An older version than the hub's. Update the tablet."},
    {"fork", "To databaser bruger samme nummerserie: En tablet er kopieret eller rullet tilbage.",
     "Two databases use one number series: a tablet was copied or rolled back."},
    {"missing_one", "registrering er aldrig nået frem.", "record that never arrived."},
    {"missing", "registreringer er aldrig nået frem.", "records that never arrived."},
    {"drain", "Tag ud af brug", "Take out of use"},
    {"block", "Spær", "Block"},
    {"allow", "Tag i brug igen", "Take into use again"},
    {"drain_note",
     "Når en tablet tages ud af brug, bliver det, den endnu har, modtaget, men ikke talt med, og "
     "den får ingen tal mere. En spærret tablet kan hverken sende eller hente noget.",
     "From a tablet that is taken out of use, what it still holds is received but not counted, and "
     "it gets no more figures. A blocked tablet can neither send nor read anything."},
    {"enrol_wrong",
     "Skriv et navn på højst 60 tegn, og vælg enhed og sted. Der er ikke lavet en kode.",
     "Write a name of at most 60 characters, and choose a unit and a place. No code was made."},
    {"tablet_wrong", "Tabletten findes ikke. Intet er ændret.",
     "There is no such tablet. Nothing was changed."},

    {"held", "Tælles ikke med", "Held"},
    {"held_intro",
     "Her er det, der er modtaget, men ikke talt med, og hvorfor. Intet er gået tabt. Det, du "
     "tæller "
     "med, står uændret; dit valg gemmes ved siden af.",
     "What has arrived but is not counted, and why. Nothing is lost. What you count stays as it "
     "was "
     "written; your choice is kept beside it."},
    {"held_none", "Alt, hvad der er modtaget, er talt med.", "All that has arrived is counted."},
    {"held_oldest", "Kun de ældste vises:", "Only the oldest are shown:"},
    {"absurd-time", "Tidspunktet kan ikke passe", "The time cannot be right"},
    {"absurd-time_why",
     "Tablettens ur gik forkert. Serverens skøn bruges, medmindre du skriver et tidspunkt.",
     "The tablet's clock was wrong. The hub's estimate is used unless you give a time."},
    {"clock", "Der er tvivl om tidspunktet", "The time is in doubt"},
    {"clock_why", "Serverens skøn bruges, hvor det findes, medmindre du skriver et tidspunkt.",
     "The hub's estimate is used where there is one, unless you give a time."},
    {"unknown-topic", "Emnet kendes ikke", "Unknown topic"},
    {"unknown-topic_why", "Vælg det emne, det skal tælles som.",
     "Choose the topic to count it as."},
    {"unknown-branch", "Stedet kendes ikke", "Unknown place"},
    {"unknown-branch_why", "Vælg det sted, det skal tælles under.",
     "Choose the place to count it under."},
    {"unknown-destination", "Henvist til en ukendt enhed", "Referred to an unknown unit"},
    {"unknown-destination_why", "Vælg den enhed, der er henvist til.",
     "Choose the unit that was referred to."},
    {"revoked", "Fra tablets, der er taget ud af brug", "From tablets that were taken out of use"},
    {"revoked_why", "Tæl det med, hvis det er rigtigt arbejde.",
     "Count it if it is work that was done."},
    {"future-schema", "Fra en nyere udgave af appen", "From a newer version of the app"},
    {"future-schema_why", "Det tælles med af sig selv, når serveren er opdateret.",
     "It counts by itself once the hub has been updated."},
    {"invalid-fields", "Indholdet er ikke gyldigt", "The content is not valid"},
    {"invalid-fields_why", "Det kan ikke tælles med.", "It cannot be counted."},
    {"erased", "Indholdet er slettet", "The content was erased"},
    {"erased_why", "Det er slettet for altid og kan ikke tælles med.",
     "It was erased for good and cannot be counted."},
    {"now_known", "Kendes nu og kan tælles med, som det er.",
     "It is known now and can be counted as it is."},
    {"as_topic", "Tæl som emne", "Count as topic"},
    {"as_place", "Tæl under sted", "Count under place"},
    {"as_destination", "Henvist til", "Referred to"},
    {"at_time", "Tidspunkt", "Time"},
    {"choose", "Vælg", "Choose"},
    {"what", "Hvad", "What"},
    {"arrived", "Modtaget", "Arrived"},
    {"says", "Tablettens ur", "Tablet's clock"},
    {"estimate", "Serverens skøn", "Hub's estimate"},
    {"no_estimate", "intet", "none"},
    {"release_chosen", "Tæl de valgte med", "Count the chosen"},
    {"release_all", "Tæl alle med", "Count all"},
    {"released_one", "registrering er nu talt med.", "entry is counted now."},
    {"released", "registreringer er nu talt med.", "entries are counted now."},
    {"left_one", "registrering kunne ikke tælles med.", "entry could not be counted."},
    {"left", "registreringer kunne ikke tælles med.", "entries could not be counted."},
    {"held_wrong",
     "Det kunne ikke tælles med, og intet er ændret. Vælg mindst én, og vælg et emne, et sted, en "
     "enhed eller et tidspunkt, der kan bruges.",
     "It could not be counted, and nothing was changed. Choose at least one, and a topic, place, "
     "unit "
     "or time that can be used."},
    {"kind_help", "Henvendelse", "Enquiry"},
    {"kind_referral", "Henvisning", "Referral"},
    {"kind_question", "Spørgsmål", "Question"},
    {"kind_event", "Arrangement", "Event"},
    {"kind_quiet", "Stille time", "Quiet hour"},
    {"kind_reply", "Svar", "Reply"},
    {"kind_amend", "Rettelse", "Correction"},
    {"kind_void", "Tilbagetrækning", "Withdrawal"},
    {"kind_unknown", "Ukendt", "Unknown"},
};

constexpr std::array<const char*, 7> kWeekdaysDa = {"mandag", "tirsdag", "onsdag", "torsdag",
                                                    "fredag", "lørdag",  "søndag"};
constexpr std::array<const char*, 7> kWeekdaysEn = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                    "Friday", "Saturday", "Sunday"};
constexpr std::array<const char*, 7> kShortDa = {"man", "tir", "ons", "tor", "fre", "lør", "søn"};
constexpr std::array<const char*, 7> kShortEn = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::array<const char*, 12> kMonthsEn = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

constexpr std::array<const char*, 12> kWholeMonthsDa = {
    "januar", "februar", "marts",     "april",   "maj",      "juni",
    "juli",   "august",  "september", "oktober", "november", "december"};
constexpr std::array<const char*, 12> kWholeMonthsEn = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

bool isDanish(Language language) {
  return language == Language::Danish;
}

std::string wordsOf(Language language, const Text& text) {
  return isDanish(language) ? text.danish : text.english;
}

const Text* find(std::string_view key) {
  for (const auto& texts : {std::span<const Text>{kTexts}, peopleTexts(), catalogueTexts(),
                            privacyTexts(), exportTexts(), publishedTexts(), figuresTexts()}) {
    const auto it = std::find_if(texts.begin(), texts.end(),
                                 [key](const Text& each) { return each.key == key; });
    if (it != texts.end()) return &*it;
  }
  return nullptr;
}

template <class... Values>
std::string formatted(const char* format, Values... values) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, format, values...);
  return buffer;
}

}  // namespace

std::string text(Language language, std::string_view key) {
  const Text* found = find(key);
  assert(found != nullptr);
  return wordsOf(language, *found);
}

std::string textOr(Language language, std::string_view key, const std::string& otherwise) {
  const Text* found = find(key);
  return found == nullptr ? otherwise : wordsOf(language, *found);
}

std::map<std::string, std::string> allTexts(Language language) {
  std::map<std::string, std::string> all;
  for (const auto& texts : {std::span<const Text>{kTexts}, peopleTexts(), catalogueTexts(),
                            privacyTexts(), exportTexts(), publishedTexts(), figuresTexts()}) {
    for (const Text& each : texts) all.emplace(each.key, wordsOf(language, each));
  }
  return all;
}

std::string_view code(Language language) {
  return isDanish(language) ? "da" : "en";
}

std::string weekdayName(Language language, int weekday) {
  return (isDanish(language) ? kWeekdaysDa : kWeekdaysEn)[static_cast<std::size_t>(weekday - 1)];
}

std::string shortWeekdayName(Language language, int weekday) {
  return (isDanish(language) ? kShortDa : kShortEn)[static_cast<std::size_t>(weekday - 1)];
}

std::string hourName(Language language, int hour) {
  return isDanish(language) ? formatted("kl. %d-%d", hour, hour + 1)
                            : formatted("%02d:00-%02d:00", hour, hour + 1);
}

std::string number(Language language, std::int64_t value) {
  std::string digits = std::to_string(value < 0 ? -value : value);
  const char separator = isDanish(language) ? '.' : ',';
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, 1, separator);
  return value < 0 ? "-" + digits : digits;
}

std::string shownNumber(Language language, std::int64_t known, bool withheld) {
  if (!withheld) return number(language, known);
  return known > 0 ? text(language, "at_least") + " " + number(language, known)
                   : text(language, "withheld");
}

std::string monthName(Language language, std::chrono::year_month month) {
  const auto year = std::to_string(static_cast<int>(month.year()));
  const auto& names = isDanish(language) ? kWholeMonthsDa : kWholeMonthsEn;
  return names[static_cast<unsigned>(month.month()) - 1] + (" " + year);
}

std::string date(Language language, Day day) {
  const std::chrono::year_month_day ymd{day};
  const unsigned month = static_cast<unsigned>(ymd.month());
  const auto d = static_cast<unsigned>(ymd.day());
  const int year = static_cast<int>(ymd.year());
  return isDanish(language) ? formatted("%02u-%02u-%d", d, month, year)
                            : formatted("%u %s %d", d, kMonthsEn[month - 1], year);
}

std::string timeOfDay(Language language, Instant instant) {
  const LocalTime local = toLocal(instant);
  return formatted(isDanish(language) ? "%02d.%02d" : "%02d:%02d", local.hour, local.minute);
}

std::string dateAndTime(Language language, Instant instant) {
  return date(language, toLocal(instant).day) + " " + timeOfDay(language, instant);
}

}  // namespace vejviser::hub::web
