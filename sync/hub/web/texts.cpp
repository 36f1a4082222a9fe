#include "sync/hub/web/texts.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdio>

namespace vejviser::hub::web {

namespace {

struct Text {
  std::string_view key;
  const char* danish;
  const char* english;
};

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
    {"last_7", "7 dage", "7 days"},
    {"last_28", "28 dage", "28 days"},
    {"last_91", "13 uger", "13 weeks"},
    {"last_365", "1 år", "1 year"},
};

constexpr std::array<const char*, 7> kWeekdaysDa = {"mandag", "tirsdag", "onsdag", "torsdag",
                                                    "fredag", "lørdag",  "søndag"};
constexpr std::array<const char*, 7> kWeekdaysEn = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                    "Friday", "Saturday", "Sunday"};
constexpr std::array<const char*, 7> kShortDa = {"man", "tir", "ons", "tor", "fre", "lør", "søn"};
constexpr std::array<const char*, 7> kShortEn = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::array<const char*, 12> kMonthsEn = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

bool isDanish(Language language) {
  return language == Language::Danish;
}

template <class... Values>
std::string formatted(const char* format, Values... values) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, format, values...);
  return buffer;
}

}  // namespace

std::string text(Language language, std::string_view key) {
  const auto it = std::find_if(std::begin(kTexts), std::end(kTexts),
                               [key](const Text& candidate) { return candidate.key == key; });
  assert(it != std::end(kTexts));
  return isDanish(language) ? it->danish : it->english;
}

std::map<std::string, std::string> allTexts(Language language) {
  std::map<std::string, std::string> all;
  for (const Text& each : kTexts) {
    all.emplace(each.key, isDanish(language) ? each.danish : each.english);
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

}  // namespace vejviser::hub::web
